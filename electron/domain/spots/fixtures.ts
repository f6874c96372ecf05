/** For tests: breaks and bookings of one radio day. */
import { type Booking, PLAIN_BOOKING } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Rule } from '../../contract/records/rule';
import type { SpotRule } from '../../contract/records/spot-rule';
import { matter, RADIO, rule, under } from '../judge/samples';
import { rulesOfSpots } from '../judge/spot-rules';
import type { Place } from '../judge/types';
import { toInstant } from '../time';
import type { Claimant, SpotBreak, SpotLaw, SpotPiece } from './types';

export const ZONE = 'Asia/Jakarta';
export const DAY = '2024-11-14';
/** The breaks of the radio. */
export const BREAKS: Place = { ...RADIO, breaks: true };

/** Nothing is asked of neighbours; the rules are the judge's. */
export const lawUnder = (...rules: readonly Rule[]): SpotLaw => ({
  zone: ZONE,
  separation: { agency: false, category: false, sameClipMs: 0 },
  judged: { place: BREAKS, context: under(rules) },
});
export const FREE = lawUnder();

const NO_BOUND = { from: null, to: null, playsADay: null, longestMs: null, source: 'PKPU 13/2024' };
/** One rule of a category, as it is carried over from a station of before. */
export const campaignLaw = (old: Pick<SpotRule, 'category'> & Partial<SpotRule>): SpotLaw =>
  lawUnder(...rulesOfSpots({ ...NO_BOUND, ...old }, (part) => part).map((fields, n) => rule(n, fields)));

export const at = (time: string, day = DAY): number => toInstant(day, time, ZONE);
const idOf = (letter: string, number: number) => `${letter}${String(number).padStart(25, '0')}`;

export function piece(number: number, seconds: number, part: Partial<SpotPiece> = {}): SpotPiece {
  const plain = { assetId: idOf('A', number), ms: seconds * 1000, agencyId: null, category: null, ...part };
  const { assetId, ms, agencyId, category } = plain;
  return {
    airs: { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
    matter: matter({ assetId, ms, agencyId, category }),
    ...plain,
  };
}

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
