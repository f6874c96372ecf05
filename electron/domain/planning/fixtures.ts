/** Drafts and what they are held against, for tests of this room. */
import type { Checked } from '../../contract/api/planning';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import { booking, idFor, inputFor, ofAsset, VT01, video } from '../compile-fixtures';
import { atOnce } from '../steps';
import { policyOf } from '../traffic/fixtures';
import { checkSteps, PATIENT } from './check';
import { changed, type Elsewhere, type Ground } from './trial';

const S = 1000;
export const AGENCY = idFor('G', 1);
export const CLIP = video(1, 30 * S);
export const LONG = video(2, 45 * S);
export const THEIRS = video(4, 30 * S, { agencyId: AGENCY });
const OTHERS = [video(3, 30 * S, { approval: 'pending' }), video(5, 30 * S, { renditions: [] })];
export const WEEK = { from: '2026-03-02', to: '2026-03-08' };

export const slot = (n: number, every = 1, first = 0) => ({ how: { kind: 'slot' as const, slot: n, every, first } });
export const share = (percent: number) => ({ how: { kind: 'share' as const, percent } });
export const plays = (count: number, per: 'hour' | 'day' = 'hour') => ({
  how: { kind: 'frequency' as const, plays: count, per },
});
export const exact = (...times: string[]) => ({
  how: { kind: 'exact' as const, times, whenTaken: 'delay' as const },
});
export const draftOf = (over: Partial<Booking> = {}): BookingDraft => booking(99, ofAsset(CLIP), { ...WEEK, ...over });

/** Every slot of the demo loop held by one booking, `Pesanan 1` to `Pesanan 10`. */
export const fullLoop = (over: Partial<Booking> = {}): Booking[] =>
  policyOf().slots.map((_, n) => booking(n + 1, ofAsset(CLIP), { ...slot(n + 1), ...over }));

type Given = Partial<Parameters<typeof inputFor>[0]>;

function questionOf(given: Given) {
  const assets = [CLIP, LONG, THEIRS, ...OTHERS];
  const { from: _from, until: _until, ...question } = inputFor({ policy: policyOf(), assets, ...given }, 0, 1);
  return question;
}

export function ground(given: Given = {}, over: Partial<Ground> = {}): Ground {
  const question = questionOf(given);
  return {
    stages: [{ displayIds: [VT01.id], question }],
    elsewhere: () => [],
    besides: () => [],
    groupsOf: () => [],
    zone: question.station.zone,
    agreements: given.agreements ?? [],
    today: '2026-01-01',
    ...over,
  };
}

/** A display named `VT-02` and so on, with such bookings. */
export function displayAside(n: number, { bookings = [], ...given }: Given = {}): Elsewhere {
  const id = idFor('D', n);
  const there = bookings.map((each) => ({ ...each, where: { displayIds: [id], groupIds: [] } }));
  const question = questionOf({ ...given, bookings: there, display: { ...VT01, id } });
  return { stage: { displayIds: [id], question }, names: [`VT-0${n}`] };
}

export const check = (where: Ground, draft: BookingDraft) => atOnce(checkSteps(where, draft, null, PATIENT));
export const codes = ({ conflicts }: Checked) => conflicts.map(({ reason }) => reason.code);

/** Takes the first way out of the first conflict and checks again. */
export function afterWayOut(where: Ground, draft: BookingDraft, code: string) {
  const found = check(where, draft).conflicts.find(({ reason }) => reason.code === code);
  const [way] = found?.waysOut ?? [];
  if (!way) throw new Error(`no way out of ${code}`);
  return { way, found, after: check(where, changed(draft, way.change)) };
}
