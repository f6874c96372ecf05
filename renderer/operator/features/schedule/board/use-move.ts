/** Moving a booking to another slot: tried by the station first, and refused in its words where that slot is not free. */
import { useState } from 'react';
import type { Conflict } from '../../../../../electron/contract/api/planning';
import { client } from '../../../../client/client';
import { useCommand } from '../../../shared/use-command';
import { useDraftId } from '../drafts/open-draft';
import { draftOf } from '../lane/shift';
import type { LaneEdits } from '../lane/use-lane-edits';
import type { SlotBooking } from './columns';

/** What speaks of the slot; anything else would stand in the way in its old slot as well. */
const OF_THE_SLOT = new Set([
  'plan.slotOversold',
  'plan.slotKept',
  'plan.slotBeyond',
  'plan.noSlotFor',
  'plan.noLoop',
  'plan.clipTooLong',
  'plan.costsOther',
]);

export interface Refused {
  /** As it would have been. */
  booking: SlotBooking;
  conflicts: readonly Conflict[];
}

export function useMove(edits: LaneEdits, onMoved: (booking: SlotBooking) => void) {
  const draftId = useDraftId();
  const [refused, setRefused] = useState<Refused | null>(null);
  const check = useCommand({
    scope: 'schedule.board',
    run: (booking: SlotBooking) => client.planning.check({ draft: draftOf(booking), id: booking.id, draftId }),
    onDone: ({ conflicts }, booking) => {
      const against = conflicts.filter(({ reason, severity }) => severity !== 'notice' && OF_THE_SLOT.has(reason.code));
      if (against.length > 0) return setRefused({ booking, conflicts: against });
      edits.apply({ changed: [booking] });
      onMoved(booking);
    },
  });
  const move = (booking: SlotBooking, slot: number) => {
    setRefused(null);
    if (booking.how.slot !== slot) check.mutate({ ...booking, how: { ...booking.how, slot } });
  };
  return {
    move,
    refused,
    settle: () => setRefused(null),
    trying: check.isPending ? (check.variables?.id ?? null) : null,
  };
}
