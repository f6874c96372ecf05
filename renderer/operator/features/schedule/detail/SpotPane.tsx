/** What a display shows, or showed, at the chosen moment, why, and the booking behind it. */
import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../../electron/contract/api/displays';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import { AssetThumb } from '../../library/list/AssetThumb';
import { BookingSentence } from '../form/BookingSentence';
import { formOf } from '../form/draft';
import css from '../Schedule.module.css';
import type { Spot } from '../spot';
import { useSpotWords } from '../timeline/use-spot-words';
import type { Planner } from '../use-planner';
import type { ScheduleData } from '../use-schedule-data';
import { BookingLink } from './BookingLink';
import { Fact } from './Fact';
import { PassedOver } from './PassedOver';

interface SpotPaneProps {
  spot: Spot;
  display: PublicDisplay | undefined;
  data: ScheduleData;
  planner: Planner;
  editable: boolean;
  onEdit: (booking: Booking) => void;
  onClose: () => void;
}

export function SpotPane({ spot, display, data, planner, editable, onEdit, onClose }: SpotPaneProps) {
  const { t } = useTranslation('schedule');
  const formats = useFormats();
  const { start, end } = spot;
  const { name, source, lines } = useSpotWords(planner.colouring, planner.lets)(spot);
  const { assetId, bookingId } = idsOf(spot);
  // A period has its dates below.
  const isPeriod = spot.kind === 'bar' && spot.part === null;
  const booking = data.bookings.find(({ id }) => id === bookingId);
  return (
    <aside className={css.detail} aria-label={t('detail.label')}>
      <CloseButton className={css.close} aria-label={t('detail.close')} onClick={onClose} />
      {assetId !== null && <ClipPicture assetId={assetId} />}
      <h2>{name}</h2>
      <dl>
        <Fact word={t('detail.display')}>{display?.name}</Fact>
        {!isPeriod && (
          <>
            <Fact word={t('detail.time')}>
              <span className="tabular">
                {formats.time(start)}–{formats.time(end)} {formats.zoneLabel}
              </span>
            </Fact>
            <Fact word={t('detail.length')}>{formats.span(end - start)}</Fact>
          </>
        )}
        <Fact word={t('detail.source')}>{source}</Fact>
      </dl>
      <h3>{t(spot.kind === 'plan' ? 'detail.why' : 'detail.report')}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {spot.kind === 'plan' && <PassedOver spot={spot} zone={display?.zone ?? data.zone} />}
      {booking && (
        <>
          <h3>{t('detail.booking')}</h3>
          <p>
            <BookingLink booking={booking} />
          </p>
          <BookingSentence form={formOf(booking)} data={data} />
          {editable && (
            <Button variant="default" onClick={() => onEdit(booking)} style={{ alignSelf: 'start' }}>
              {t('edit')}
            </Button>
          )}
        </>
      )}
    </aside>
  );
}

function idsOf(spot: Spot): { assetId: string | null; bookingId: string | null } {
  if (spot.kind === 'plan') {
    const { clip } = spot;
    return { assetId: clip.kind === 'slate' ? null : clip.assetId, bookingId: clip.bookingId };
  }
  if (spot.kind === 'bar') return { assetId: null, bookingId: spot.booking.id };
  if (spot.kind !== 'play') return { assetId: null, bookingId: null };
  const { play, owner } = spot;
  return { assetId: play.assetId, bookingId: owner.kind === 'booking' ? owner.bookingId : null };
}

function ClipPicture({ assetId }: { assetId: string }) {
  const asset = useQuery(orpc.library.get.queryOptions({ input: { id: assetId } })).data;
  return (
    <Link to="/library" search={{ id: assetId }} aria-label={asset?.name}>
      <AssetThumb asset={asset} />
    </Link>
  );
}
