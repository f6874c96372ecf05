/** For tests: breaks and bookings of one radio day. */
import { type Booking, PLAIN_BOOKING } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { toInstant } from '../time';
import type { Claimant, SpotBreak, SpotLaw, SpotPiece } from './types';

export const ZONE = 'Asia/Jakarta';
export const DAY = '2024-11-14';
export const FREE: SpotLaw = {
  zone: ZONE,
  separation: { agency: false, category: false, sameClipMs: 0 },
  rules: [],
};

export const at = (time: string, day = DAY): number => toInstant(day, time, ZONE);
const idOf = (letter: string, number: number) => `${letter}${String(number).padStart(25, '0')}`;

export const piece = (number: number, seconds: number, part: Partial<SpotPiece> = {}): SpotPiece => ({
  ...{ assetId: idOf('A', number), ms: seconds * 1000, agencyId: null, category: null },
  airs: { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
  ...part,
});

export const spotBreak = (number: number, time: string, seconds: number, part: Partial<SpotBreak> = {}): SpotBreak => ({
  ...{ itemId: `${idOf('R', 1)}:${idOf('B', number)}`, start: at(time), ms: seconds * 1000 },
  ...{ byHand: [], behind: [], booked: [], open: true, ...part },
});

export function claimant(
  number: number,
  how: Booking['how'],
  pieces: readonly SpotPiece[],
  part: Partial<Booking> & { hours?: [string, string] } = {},
): Claimant {
  const { hours = ['00:00:00', '24:00:00'], ...more } = part;
  const booking: Booking = {
    ...{
      id: idOf('K', number),
      rev: 0,
      name: `Pesanan ${number}`,
      what: { kind: 'asset', assetId: idOf('A', number) },
    },
    ...{ where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] }, how, ...PLAIN_BOOKING, from: DAY, to: DAY },
    ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], dayparts: [{ start: hours[0], end: hours[1] }], zone: 'station' as const },
    ...{ paused: false, createdAt: number, createdBy: 'x', ...more },
  };
  return { booking, windows: [{ start: at(hours[0]), end: at(hours[1]) }], pieces, leftOut: [] };
}

export const daily = (plays: number): Booking['how'] => ({ kind: 'frequency', plays, per: 'day' });
