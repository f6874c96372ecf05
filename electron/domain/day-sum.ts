/** A stretch of a timeline in sums: who has how much of each part of it, and how often. Pure. */
import type { Plan } from '../contract/records/timeline';
import type { Reason } from '../contract/scalars';
import type { Steps } from './steps';

/** A booking without windows is no part of a day's fingerprint, so days alike may differ in these. */
const NOT_COUNTED = ['why.paused', 'why.notAgreed'];

export interface DaySum {
  from: number;
  until: number;
  /** Length of a part, ms; the last may be shorter. */
  partMs: number;
  /** Ids of bookings, or `filler`, or `slate`. */
  owners: readonly string[];
  /** By part, then owner: ms, and plays begun in it. */
  ms: Uint32Array;
  plays: Uint32Array;
  /** By part: time that is not dark, ms. */
  openMs: Uint32Array;
  /** Of what should have aired and cannot; a paused booking should not. */
  skipped: number;
  /** Bookings of which something should have aired and nothing does, each with why. */
  silent: readonly Silent[];
}

export interface Silent {
  bookingId: string;
  because: Reason;
}

type Summed = Pick<Plan, 'clips' | 'entries' | 'skipped'>;

const DARK = -1;
/** Entries summed between two pauses. */
const STEP = 2000;

/** Sums [from, until) by parts of `partMs`. Entries outside are passed over, those that reach in are cut. */
export function* sumDay(plan: Summed, from: number, until: number, partMs: number): Steps<DaySum> {
  const owners = [...new Set(plan.clips.map(ownerOf).filter((owner) => owner !== null))];
  const places = plan.clips.map((clip) => {
    const owner = ownerOf(clip);
    return owner === null ? DARK : owners.indexOf(owner);
  });
  const sum = emptySum(owners, from, until, partMs);
  const counted = plan.skipped.filter(({ because }) => !NOT_COUNTED.includes(because.code));
  sum.skipped = counted.length;
  for (const [index, [clip, start, ms]] of plan.entries.entries()) {
    add(sum, places[clip] ?? DARK, start, start + ms);
    if (index % STEP === STEP - 1) yield;
  }
  sum.silent = silentOf(counted, sum);
  return sum;
}

/** To be asked once all entries are in. Of several reasons the first is told. */
function silentOf(skipped: Summed['skipped'], { owners, ms }: DaySum): Silent[] {
  const airs = new Set(owners.filter((_, owner) => ms.some((each, at) => each > 0 && at % owners.length === owner)));
  const first = new Map<string, Reason>();
  for (const { bookingId, because } of skipped)
    if (bookingId !== null && !airs.has(bookingId) && !first.has(bookingId)) first.set(bookingId, because);
  return [...first].map(([bookingId, because]) => ({ bookingId, because }));
}

function ownerOf(clip: Plan['clips'][number]): string | null {
  if (clip.kind === 'slate') return clip.dark ? null : 'slate';
  return clip.bookingId ?? 'filler';
}

function emptySum(owners: readonly string[], from: number, until: number, partMs: number): DaySum {
  const parts = Math.max(1, Math.ceil((until - from) / partMs));
  const openMs = new Uint32Array(parts);
  for (let part = 0; part < parts; part++) openMs[part] = Math.min(partMs, until - from - part * partMs);
  const size = parts * owners.length;
  return {
    from,
    until,
    partMs,
    owners,
    ms: new Uint32Array(size),
    plays: new Uint32Array(size),
    openMs,
    skipped: 0,
    silent: [],
  };
}

function add(sum: DaySum, owner: number, start: number, end: number): void {
  const last = Math.min(end, sum.until);
  for (let at = Math.max(start, sum.from); at < last; ) {
    const part = Math.floor((at - sum.from) / sum.partMs);
    const until = Math.min(last, sum.from + (part + 1) * sum.partMs);
    const place = part * sum.owners.length + owner;
    if (owner === DARK) sum.openMs[part] = (sum.openMs[part] ?? 0) - (until - at);
    else sum.ms[place] = (sum.ms[place] ?? 0) + until - at;
    if (owner !== DARK && at === start) sum.plays[place] = (sum.plays[place] ?? 0) + 1;
    at = until;
  }
}
