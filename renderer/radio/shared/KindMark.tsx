/** A kind of item: its sign on its colour, and its word for whoever cannot see either. */
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import { INK } from '../../operator/shared/booking-colours';
import { colourOf, KIND_ICONS } from './kinds';
import css from './Shared.module.css';

export function KindMark({ item, words = false }: { item: Pick<RundownItem, 'kind' | 'colour'>; words?: boolean }) {
  const { t } = useTranslation('rundowns');
  const Icon = KIND_ICONS[item.kind];
  const word = t(`kind.${item.kind}`);
  return (
    <span className={css.kind} title={word}>
      <span className={css.kindMark} style={{ background: colourOf(item), color: INK }}>
        <Icon size={14} stroke={1.75} aria-hidden="true" />
      </span>
      <span className={words ? undefined : 'unseen'}>{word}</span>
    </span>
  );
}
