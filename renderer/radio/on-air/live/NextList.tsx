/** What comes next, with the time it will come as things stand. A row is chosen first and taken by a second press. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText, elapsedText } from '../../../client/air-text';
import { Kbd } from '../../../ui';
import type { KeptOut } from '../../spots/use-kept-out';
import { KeptOutNote } from './KeptOutNote';
import css from './NextList.module.css';
import type { NextItem } from './next';

interface NextListProps {
  items: readonly NextItem[];
  zone: string;
  keptOut: KeptOut;
  selected: string | null;
  onSelect: (itemId: string | null) => void;
  onTake?: (itemId: string) => void;
  onSkip?: (itemId: string) => void;
}

export function NextList({ items, ...rest }: NextListProps) {
  const { t } = useTranslation('onAir');
  return (
    <section className={css.list} aria-label={t('next.title')}>
      <h2 className={css.title}>{t('next.title')}</h2>
      {items.every(({ state }) => state !== 'coming') && <p className={css.none}>{t('next.none')}</p>}
      <ol className={css.rows}>
        {items.map((item) => (
          <NextRow key={item.row.item.id} item={item} {...rest} />
        ))}
      </ol>
    </section>
  );
}

function NextRow({
  item,
  zone,
  keptOut,
  selected,
  onSelect,
  onTake,
  onSkip,
}: { item: NextItem } & Omit<NextListProps, 'items'>) {
  const { t } = useTranslation('onAir');
  const { row, start, lengthMs, state, nth, segment } = item;
  const { id, kind } = row.item;
  const title = row.item.title || t('next.untitled');
  const isSelected = id === selected;
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) own.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <>
      {segment && <li className={css.segment}>{segment}</li>}
      <li ref={own} className={css.row} data-state={state} data-selected={isSelected || undefined}>
        <button
          type="button"
          className={css.pick}
          aria-pressed={isSelected}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onSelect(isSelected ? null : id)}
        >
          <span className={css.when}>
            <span className="tabular">{start === null ? '' : clockText(start, zone)}</span>
            <span className={css.kind}>{t(`kind.${kind}`)}</span>
          </span>
          <span className={`${css.name} two-lines`} title={title}>
            {title}
          </span>
          <span className={`tabular ${css.length}`}>{elapsedText(lengthMs)}</span>
          <Marks item={item} zone={zone} />
          <KeptOutNote item={row.item} keptOut={keptOut} />
        </button>
        {nth !== null && nth <= 12 && nth !== 9 && (
          <span className={css.key}>
            <Kbd keys={`F${nth}`} />
          </span>
        )}
        {isSelected && onTake && (
          <div className={css.deeds}>
            <button type="button" className={css.take} onClick={() => onTake(id)}>
              {t('next.confirm')} <Kbd keys="Enter" />
            </button>
            {state !== 'atHand' && (
              <button type="button" className={css.deed} onClick={() => onSkip?.(id)}>
                {t(state === 'skipped' ? 'next.unskipShort' : 'next.skipShort')} <Kbd keys="S" />
              </button>
            )}
          </div>
        )}
      </li>
    </>
  );
}

function Marks({ item: { row, state }, zone }: { item: NextItem; zone: string }) {
  const { t } = useTranslation('onAir');
  const time = row.hardAt === null ? null : clockText(row.hardAt, zone);
  return (
    <span className={css.marks}>
      {state === 'skipped' && <span className={css.mark}>{t('next.skipped')}</span>}
      {state === 'atHand' && <span className={css.mark}>{t('next.atHand')}</span>}
      {time && <span className={css.hard}>{t(row.takesItself ? 'next.takesItself' : 'next.hard', { time })}</span>}
    </span>
  );
}
