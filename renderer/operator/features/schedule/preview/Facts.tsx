/** What is on, whose it is and why, and what comes next. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { BookingLink } from '../detail/BookingLink';
import { Fact } from '../detail/Fact';
import schedule from '../Schedule.module.css';
import { Swatch } from '../Swatch';
import type { ScheduleData } from '../use-schedule-data';
import { type Item, itemIn } from './item';

interface FactsProps {
  plan: Plan;
  index: number;
  data: ScheduleData;
}

/** Said anew with each item, not with each frame. */
export const Facts = memo(function Facts({ plan, index, data }: FactsProps) {
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const nameOf = useItemName();
  const item = itemIn(plan, index);
  const next = itemIn(plan, index + 1);
  if (!item) return null;
  const { clip, start, end } = item;
  const booking = data.bookings.find(({ id }) => id === clip.bookingId);
  return (
    <aside className={schedule.detail} aria-label={t('preview.facts')}>
      <h2>{nameOf(item)}</h2>
      <dl>
        <Fact word={t('preview.time')}>
          <span className="tabular">
            {formats.time(start)}–{formats.time(end)} {formats.zoneLabel}
          </span>
        </Fact>
        <Fact word={t('preview.length')}>{formats.duration(end - start)}</Fact>
        {booking && (
          <Fact word={t('preview.booking')}>
            <Swatch booking={booking} all={data.bookings} /> <BookingLink booking={booking} />
          </Fact>
        )}
      </dl>
      <h3>{t('preview.why')}</h3>
      <p>{reasonText(clip.because)}</p>
      {next && (
        <>
          <h3>{t('preview.then')}</h3>
          <p>
            <span className="tabular">{formats.time(next.start)}</span> {nameOf(next)}
          </p>
        </>
      )}
    </aside>
  );
});

/** Of material its name, else what stands on the panel. */
export function useItemName(): (item: Item | null) => string {
  const { t } = useTranslation('desk');
  return (item) => {
    if (!item) return '';
    if (item.clip.kind !== 'slate') return item.clip.name;
    return t(item.clip.dark ? 'preview.closed' : 'preview.slate');
  };
}
