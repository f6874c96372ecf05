/** Someone else changed a booking while it was moved here: both versions side by side, and the choice. */
import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { SheetFoot } from '../../../../ui';
import { formOf } from '../form/draft';
import { TwoVersions } from '../form/TwoVersions';
import css from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import type { Edit, LaneEdits } from './use-lane-edits';

export function StaleDialog({ edits, data }: { edits: LaneEdits; data: ScheduleData }) {
  const { t } = useTranslation('schedule');
  const { stale, settle, apply } = edits;
  if (!stale) return null;
  const differing = differingOf(stale, data.bookings);
  const mine = () => {
    settle();
    apply(onNewest(stale, data.bookings));
  };
  return (
    <Modal
      opened
      onClose={settle}
      title={t('lane.stale.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('lane.stale.theirs') }}
    >
      <p className={css.sentence}>{t('lane.stale.words')}</p>
      {differing.map(({ theirs, mine: own }) => (
        <section key={theirs.id} aria-label={theirs.name}>
          <TwoVersions data={data} left={formOf(theirs)} right={own && formOf(own)} />
        </section>
      ))}
      <SheetFoot isClose>
        <Button variant="default" onClick={settle} data-autofocus>
          {t('lane.stale.theirs')}
        </Button>
        <Button onClick={mine}>{t('lane.stale.mine')}</Button>
      </SheetFoot>
    </Modal>
  );
}

interface Differing {
  theirs: Booking;
  /** Null where it was to be removed. */
  mine: Booking | null;
}

function differingOf({ changed = [], removed = [] }: Edit, now: readonly Booking[]): Differing[] {
  const newest = new Map(now.map((booking) => [booking.id, booking]));
  const both = [...changed.map((mine) => ({ mine, of: mine })), ...removed.map((of) => ({ mine: null, of }))];
  return both.flatMap(({ mine, of }) => {
    const theirs = newest.get(of.id);
    return theirs && theirs.rev !== of.rev ? [{ theirs, mine }] : [];
  });
}

/** The same edit of what is saved now; what is gone stays gone. */
function onNewest(edit: Edit, now: readonly Booking[]): Edit {
  const revs = new Map(now.map(({ id, rev }) => [id, rev]));
  const renewed = (bookings: readonly Booking[] = []) =>
    bookings.flatMap((booking) => {
      const rev = revs.get(booking.id);
      return rev === undefined ? [] : [{ ...booking, rev }];
    });
  return { ...edit, changed: renewed(edit.changed), removed: renewed(edit.removed) };
}
