/** Where a card stands: a draft, waiting for approval, allowed to air, kept off the air. */
import { useTranslation } from 'react-i18next';
import type { ShownCard } from '../../../electron/contract/api/cards';
import css from './Cards.module.css';

export type CardStanding = 'draft' | 'binned' | 'pending' | 'rejected' | 'hidden' | 'airs';

export function standingOf({ card, asset }: ShownCard): CardStanding {
  if (!card.published || !asset) return 'draft';
  if (asset.trashedAt !== null) return 'binned';
  if (asset.approval === 'pending' || asset.approval === 'rejected') return asset.approval;
  return card.hidden ? 'hidden' : 'airs';
}

export function StandingMark({ shown }: { shown: ShownCard }) {
  const { t } = useTranslation('cards');
  const standing = standingOf(shown);
  return (
    <span className={css.mark} data-standing={standing}>
      {t(`standing.${standing}`)}
    </span>
  );
}
