/** What an agreement was used for this month, against what was agreed. */
import { Anchor, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../electron/contract/records/partner';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import desk from '../shared/Desk.module.css';
import css from './Partners.module.css';

const STALE_MS = 60_000;

export function Use({ agreement, month }: { agreement: Agreement; month: string }) {
  const { t } = useTranslation('partners');
  const { span, language } = useFormats();
  const { id, number } = agreement;
  const use = useQuery({
    ...orpc.agreements.usage.queryOptions({ input: { id, month } }),
    staleTime: STALE_MS,
  }).data;
  if (!use) return null;
  const used = span(use.shownMs);
  const words =
    use.agreedMs === null
      ? t('agreement.usedOnly', { used })
      : t('agreement.used', { used, agreed: span(use.agreedMs) });
  const { slots, channels } = agreement.lent;
  const outside = channels.length === 0 ? [] : use.channelsUsed.filter((channel) => !channels.includes(channel));
  const facts = [
    words,
    ...(slots === null ? [] : [t('agreement.slotsUsed', { used: use.slotsUsed, lent: slots })]),
    ...(outside.length === 0
      ? []
      : [t('agreement.outside', { channels: outside.map((channel) => t(`channel.${channel}`)).join(', ') })]),
  ];
  return (
    <div className={css.use}>
      {use.agreedMs !== null && use.agreedMs > 0 && (
        <Progress
          value={Math.min(100, (100 * use.shownMs) / use.agreedMs)}
          color={use.shownMs > use.agreedMs ? 'red.8' : 'blue'}
          aria-label={words}
        />
      )}
      <span className={desk.muted}>
        {facts.join(' · ')} ·{' '}
        <Anchor
          href={`/api/agreements/${id}/usage.csv?month=${month}&language=${language}`}
          aria-label={t('agreement.csv', { number })}
        >
          CSV
        </Anchor>
      </span>
    </div>
  );
}
