/** When an item starts, whether it may go, and how far its length may be drawn. */
import { SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../../electron/contract/records/rundown-item';
import { localTime } from '../../../../electron/domain/time';
import { TimeField } from '../../../operator/shared/TimeField';
import { LengthField } from '../../shared/LengthField';
import { useEditor } from '../context';
import css from './Detail.module.css';

export interface PartProps {
  item: RundownItem;
  off: boolean;
  keep: (fields: Partial<RundownItem>) => void;
}

export function TimingFields({ item, off, keep }: PartProps) {
  const { t } = useTranslation('rundowns');
  return (
    <>
      <StartField item={item} off={off} keep={keep} />
      <Switch
        label={t('timing.optional')}
        description={t('timing.optionalHow')}
        checked={item.optional}
        onChange={({ currentTarget }) => keep({ optional: currentTarget.checked })}
      />
      <Switch
        label={t('timing.floating')}
        description={t('timing.floatingHow')}
        checked={item.floating}
        onChange={({ currentTarget }) => keep({ floating: currentTarget.checked })}
      />
      <FlexField item={item} off={off} keep={keep} />
    </>
  );
}

function StartField({ item, off, keep }: PartProps) {
  const { t } = useTranslation('rundowns');
  const { plan, rundown } = useEditor();
  const { start } = item;
  const hard = start.kind === 'hard';
  const at = plan.byId.get(item.id)?.start ?? plan.start;
  const choose = (kind: string) =>
    keep({
      start: kind === 'hard' ? { kind, at: localTime(at, rundown.zone), takesItself: false } : { kind: 'follow' },
    });
  return (
    <div className={css.field}>
      <span className={css.label}>{t('timing.start')}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('timing.start')}
        disabled={off}
        data={[
          { value: 'follow', label: t('timing.follow') },
          { value: 'hard', label: t('timing.hard') },
        ]}
        value={start.kind}
        onChange={choose}
      />
      {hard && (
        <>
          <TimeField
            aria-label={t('timing.at')}
            seconds
            disabled={off}
            value={start.at}
            onTime={(time) => keep({ start: { ...start, at: time } })}
          />
          <Switch
            label={t('timing.takesItself')}
            description={t('timing.takesItselfHow')}
            checked={start.takesItself}
            onChange={({ currentTarget }) => keep({ start: { ...start, takesItself: currentTarget.checked } })}
          />
        </>
      )}
    </div>
  );
}

const MINUTE_MS = 60_000;

function FlexField({ item, off, keep }: PartProps) {
  const { t } = useTranslation('rundowns');
  const { flex, durationMs } = item;
  const first = { minMs: Math.max(0, durationMs - MINUTE_MS), maxMs: durationMs + MINUTE_MS };
  return (
    <div className={css.field}>
      <Switch
        label={t('timing.flex')}
        description={t('timing.flexHow')}
        checked={flex !== null}
        onChange={({ currentTarget }) => keep({ flex: currentTarget.checked ? first : null })}
      />
      {flex && (
        <div className={css.pair}>
          <LengthField
            label={t('timing.shortest')}
            ms={flex.minMs}
            disabled={off}
            onLength={(minMs) => keep({ flex: { minMs, maxMs: Math.max(minMs, flex.maxMs) } })}
          />
          <LengthField
            label={t('timing.longest')}
            ms={flex.maxMs}
            disabled={off}
            onLength={(maxMs) => keep({ flex: { minMs: Math.min(maxMs, flex.minMs), maxMs } })}
          />
        </div>
      )}
    </div>
  );
}
