/** Says that the feed of a card has been silent for too long, and what the card does about it. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../../../electron/contract/records/card';
import { useFormats } from '../../operator/i18n/formats';
import css from './Cards.module.css';
import { useStaleFeed } from './use-drawing';

export function StaleFeed({ content }: { content: CardContent }) {
  const { t } = useTranslation('cards');
  const { dateTime } = useFormats();
  const stale = useStaleFeed(content);
  if (!stale) return null;
  const { whenStale, goodAt } = stale;
  return (
    <p className={`${css.warning} ${css.banner}`} role="status">
      <IconAlertTriangle size={14} aria-hidden="true" />
      {goodAt === null ? t('feeds.never') : t('feeds.staleSince', { at: dateTime(goodAt) })}{' '}
      {(goodAt !== null || whenStale === 'hide') && t(`feeds.staleCard.${whenStale}`)}
    </p>
  );
}
