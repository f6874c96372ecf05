/** Where an approved version is to air, each booking a way to its first day in the schedule; or that nobody has scheduled it yet. */
import { Anchor, Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlacedVersion, SubmissionView } from '../../../electron/contract/api/submissions';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, listText } from '../../operator/shared/date-text';
import { useMe } from '../../operator/shared/use-me';
import { Section, StatusDot } from '../../ui';
import { useToday } from '../shared/use-today';
import css from './Submission.module.css';

/** More panels than this are counted, not named. */
const MOST_NAMED = 4;

export function Placed({ view: { placed, submission, onAirBefore, standing } }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  // What airs of the version before is said by the notice above, with the way to put this one in its place.
  if (!placed || standing === 'ended' || (onAirBefore && onAirBefore.uses.length > 0)) return null;
  const assetId = submission.versions.at(-1)?.assetId;
  const { bookings, others } = placed;
  const isNowhere = bookings.length === 0 && others.length === 0;
  return (
    <Section
      title={t('placed.title')}
      aside={
        assetId &&
        may('schedule') &&
        standing !== 'recalled' && (
          <Button
            size="compact-md"
            variant={isNowhere ? 'filled' : 'default'}
            leftSection={<IconCalendarPlus size={16} aria-hidden="true" />}
            renderRoot={(props) => <Link to="/schedule" search={{ tab: 'bookings', book: assetId }} {...props} />}
          >
            {t(isNowhere ? 'placed.book' : 'placed.bookMore')}
          </Button>
        )
      }
    >
      {isNowhere && (
        <>
          <StatusDot tone="amber">{t('placed.none')}</StatusDot>
          <p className={css.muted}>{t('placed.noneWords')}</p>
        </>
      )}
      <ul className={css.places}>
        {bookings.map((booking) => (
          <Booked key={booking.id} booking={booking} />
        ))}
        {others.map(({ kind, id, name }) => (
          <li key={`${kind} ${id}`}>{t(`before.use.${kind}`, { name })}</li>
        ))}
      </ul>
    </Section>
  );
}

function Booked({ booking }: { booking: PlacedVersion['bookings'][number] }) {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const today = useToday();
  const { id, name, from, to, paused, radio, displays } = booking;
  // Of one that runs, today; of one to come, its first day.
  const day = [from, today].toSorted().at(-1) ?? from;
  const named = [
    ...displays.slice(0, MOST_NAMED),
    ...(displays.length > MOST_NAMED ? [t('placed.moreDisplays', { count: displays.length - MOST_NAMED })] : []),
    ...(radio ? [t('before.radio')] : []),
  ];
  return (
    <li>
      <span className={css.grow}>
        <Anchor
          underline="always"
          size="sm"
          renderRoot={(props) => <Link to="/schedule" search={{ day, id, tab: 'bookings' }} {...props} />}
        >
          {name}
        </Anchor>
        <span className={css.muted}>
          {named.length > 0 ? listText(named, language) : t('placed.noDisplay')} ·{' '}
          {from === to
            ? dateText(from, language)
            : t('placed.days', { from: dateText(from, language), to: dateText(to, language) })}
        </span>
      </span>
      {paused && <StatusDot tone="grey">{t('placed.paused')}</StatusDot>}
      <Anchor
        underline="always"
        size="sm"
        aria-label={t('placed.toDayOf', { name, day: dateText(day, language) })}
        renderRoot={(props) => <Link to="/schedule" search={{ day, tab: 'timeline' }} {...props} />}
      >
        {t('placed.toDay')}
      </Anchor>
    </li>
  );
}
