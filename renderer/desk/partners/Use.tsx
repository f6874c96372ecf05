/** What an agreement was used for in a month, against what was agreed; any month since it began. */
import { ActionIcon, Anchor, Progress, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../electron/contract/records/partner';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { monthText } from '../../operator/shared/date-text';
import { monthBy } from '../calendar/month';
import desk from '../shared/Desk.module.css';
import css from './Partners.module.css';

const STALE_MS = 60_000;

/** A list of every month of ten years is long enough to choose from. */
const MOST_MONTHS = 120;

/** From this month back to the one it began in. */
function monthsOf({ from }: Agreement, thisMonth: string): string[] {
  const months = [thisMonth];
  for (let month = monthBy(thisMonth, -1); month >= from.slice(0, 7) && months.length < MOST_MONTHS; ) {
    months.push(month);
    month = monthBy(month, -1);
  }
  return months;
}

export function Use({ agreement, thisMonth }: { agreement: Agreement; thisMonth: string }) {
  const { t } = useTranslation('partners');
  const { span, language } = useFormats();
  const { id, number } = agreement;
  const months = monthsOf(agreement, thisMonth);
  const [chosen, choose] = useState<string | null>(null);
  const month = chosen ?? thisMonth;
  const at = months.indexOf(month);
  const move = (by: number) => () => choose(months[at + by] ?? month);
  const use = useQuery({
    ...orpc.agreements.usage.queryOptions({ input: { id, month } }),
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
  }).data;
  if (!use) return null;
  const used = span(use.shownMs);
  const words =
    use.agreedMs === null
      ? t('agreement.usedOnly', { used })
      : t('agreement.used', { used, agreed: span(use.agreedMs) });
  const { slots, channels } = agreement.lent;
  const outside = channels.length === 0 ? [] : use.channelsUsed.filter((channel) => !channels.includes(channel));
  const isBeyond = use.agreedMs !== null && use.plannedMs > use.agreedMs;
  const facts = [
    words,
    t(isBeyond ? 'agreement.plannedBeyond' : 'agreement.planned', { planned: span(use.plannedMs) }),
    ...(slots === null ? [] : [t('agreement.slotsUsed', { used: use.slotsUsed, lent: slots })]),
    ...(outside.length === 0
      ? []
      : [t('agreement.outside', { channels: outside.map((channel) => t(`channel.${channel}`)).join(', ') })]),
  ];
  return (
    <div className={css.use}>
      <div className={css.months}>
        <ActionIcon
          size="sm"
          aria-label={t('agreement.monthBefore', { number })}
          disabled={at >= months.length - 1}
          onClick={move(1)}
        >
          <IconChevronLeft size={16} aria-hidden="true" />
        </ActionIcon>
        <Select
          size="xs"
          w={160}
          aria-label={t('agreement.month')}
          allowDeselect={false}
          data={months.map((value) => ({ value, label: monthText(value, language) }))}
          value={month}
          onChange={choose}
        />
        <ActionIcon size="sm" aria-label={t('agreement.monthAfter', { number })} disabled={at <= 0} onClick={move(-1)}>
          <IconChevronRight size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
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
