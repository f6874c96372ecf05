/** The cells that every row has. */
// biome-ignore-all lint/a11y/useSemanticElements: a tree grid has no element of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the keys for its cells
import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowBounce, IconBalloon, IconLock, IconPinned } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Present } from '../../../../electron/contract/rundown-feed';
import type { Row } from '../../../../electron/domain/rundown/plan';
import { localTime } from '../../../../electron/domain/time';
import { reasonTexts } from '../../../operator/i18n/say';
import { Duration, durationText } from '../../../ui';
import { lengthIn } from '../../shared/length-text';
import { Over } from '../../shared/Over';
import { keptOutOf } from '../../spots/use-kept-out';
import { spotsLength, troubleIn } from '../materials-of';
import { CellInput } from './CellInput';
import { CueDots } from './CueDots';
import { useListKnows } from './knows';
import css from './List.module.css';
import { People } from './People';

export function StartCell({ row }: { row: Row }) {
  const { t } = useTranslation('rundowns');
  const { zone } = useListKnows();
  const hard = row.item.start.kind === 'hard';
  return (
    <div role="gridcell" className={`tabular ${css.start}`} data-hard={hard || undefined}>
      {row.start === null ? <span title={t('list.floating')}>–</span> : localTime(row.start, zone)}
      {hard && (
        <IconPinned
          size={12}
          stroke={2}
          role="img"
          aria-label={t(row.takesItself ? 'list.takesItself' : 'list.hard')}
        />
      )}
    </div>
  );
}

interface WrittenCell {
  row: Row;
  seed: string | null;
  writing: boolean;
  /** Missing where one may not. */
  onEdit?: () => void;
  onEdited: (to: 'row' | 1 | -1 | 'away') => void;
}

interface WithPresent {
  words: ReactNode;
  /** Others who are in it. */
  present: readonly Present[];
}

export function TitleCell({ row, seed, writing, onEdit, onEdited, words, present }: WrittenCell & WithPresent) {
  const { t } = useTranslation('rundowns');
  const { set } = useListKnows();
  const { item } = row;
  if (writing) {
    return (
      <div role="gridcell" className={css.title} data-depth={row.depth}>
        <CellInput
          value={item.title}
          seed={seed}
          label={t('list.titleOf', { title: item.title })}
          maxLength={300}
          onKeep={(title) => set(item, { title: title.trim() })}
          onLeave={onEdited}
        />
      </div>
    );
  }
  return (
    <div role="gridcell" className={css.title} data-depth={row.depth} onDoubleClick={onEdit}>
      <span className={css.titleLine}>
        <span className="two-lines" dir="auto" title={item.title} data-untitled={item.title === '' || undefined}>
          {item.title || t('list.untitled')}
        </span>
        <Signs row={row} present={present} />
      </span>
      {words}
    </div>
  );
}

function Signs({ row: { item }, present }: { row: Row; present: readonly Present[] }) {
  const { t } = useTranslation('rundowns');
  const { materials, keptOut, cues, date } = useListKnows();
  const dots = item.cue ? cues.get(item.id) : undefined;
  const lock = present.find(({ editing }) => editing);
  const trouble = troubleIn(item, materials, date);
  const why = trouble ? t(`trouble.${trouble}`) : reasonTexts(keptOutOf(item, keptOut)).join(' ');
  return (
    <span className={css.signs}>
      {item.optional && (
        <IconArrowBounce className={css.tag} size={15} stroke={1.75} role="img" aria-label={t('list.optional')}>
          <title>{t('list.optional')}</title>
        </IconArrowBounce>
      )}
      {item.floating && (
        <IconBalloon className={css.tag} size={15} stroke={1.75} role="img" aria-label={t('list.floating')}>
          <title>{t('list.floating')}</title>
        </IconBalloon>
      )}
      {dots && <CueDots dots={dots} />}
      {why !== '' && (
        <Tooltip label={why} multiline maw={360}>
          <IconAlertTriangle className={css.attention} size={15} stroke={2} role="img" aria-label={why} />
        </Tooltip>
      )}
      {lock && (
        <span className={css.lock}>
          <IconLock size={12} stroke={2} aria-hidden="true" /> {lock.name}
        </span>
      )}
      <People present={present} />
    </span>
  );
}

export function LengthCell({ row, seed, writing, onEdit, onEdited }: WrittenCell) {
  const { t } = useTranslation('rundowns');
  const { set } = useListKnows();
  const { item } = row;
  const holds = !row.runs;
  const label = t('list.lengthOf', { title: item.title || t('list.untitled') });
  if (writing) {
    const fault = (text: string) => {
      const { fault } = lengthIn(text);
      return fault && t(`length.${fault}`);
    };
    return (
      <div role="gridcell" className={css.length}>
        <CellInput
          value={durationText(item.durationMs)}
          seed={seed}
          label={holds ? t('list.wantedOf', { title: item.title }) : label}
          faultOf={fault}
          maxLength={30}
          onKeep={(text) => set(item, { durationMs: lengthIn(text).ms ?? item.durationMs })}
          onLeave={onEdited}
        />
      </div>
    );
  }
  const zero = row.ms === 0 && row.counts && item.kind !== 'segment';
  return (
    <div role="gridcell" className={`tabular ${css.length}`}>
      {onEdit ? (
        <button
          type="button"
          tabIndex={-1}
          className={css.lengthButton}
          data-zero={zero || undefined}
          title={zero ? t('length.zero') : label}
          aria-label={`${label}: ${durationText(row.ms)}`}
          onClick={(event) => {
            if (event.shiftKey || event.ctrlKey || event.metaKey) return;
            onEdit();
          }}
        >
          {durationText(row.ms)}
        </button>
      ) : (
        <Duration ms={row.ms} />
      )}
    </div>
  );
}

/** Of a segment against what it ought to come to, of a break against its spots. */
export function OverCell({ row }: { row: Row }) {
  const { materials } = useListKnows();
  const { item } = row;
  const spots =
    item.spots.length > 0 && item.kind === 'spotBreak' ? spotsLength(item, materials) - item.durationMs : null;
  return (
    <div role="gridcell" className={css.over}>
      <Over ms={row.overMs ?? spots} />
    </div>
  );
}
