import type { Play, PlayOutcome } from '../../../../electron/contract/records/play';
import type { Tone } from '../../../ui';

/** The light of each outcome. */
export const OUTCOME_TONES: Record<PlayOutcome, Tone> = {
  shown: 'green',
  partial: 'amber',
  skipped: 'grey',
  interrupted: 'amber',
};

/** What a play without a booking's name was: deleted meanwhile, the station's slate, or filler. */
export function notBooked({ bookingId, assetId }: Play): 'deletedBooking' | 'filler' | 'unbooked' {
  if (bookingId) return 'deletedBooking';
  return assetId ? 'filler' : 'unbooked';
}
