/**
 * Who is given a piece of open time: frequencies that are due, then shares with a play coming to them, then rotation. Among
 * frequencies and among shares the more urgent booking goes first, then the one pressed harder; of rotation only the most
 * urgent take turns.
 */
import type { SlotPurpose } from '../../contract/records/loop-policy';
import { mayAir } from '../material';
import type { Window } from '../occurrences';
import type { Part } from '../sheet';
import type { Steps } from '../steps';
import { byPriority, type Claim, type ClaimOf, isOf, mayHold, windowAt } from './claims';
import { createDealer, type Dealer } from './dealer';
import {
  type DueList,
  dueList,
  dueOf,
  duesOf,
  elapsed,
  type FrequencyClaim,
  owedNext,
  pressure,
  type ShareClaim,
} from './quota';
import { createSpare } from './spare';

export interface OpenTime {
  /** The first start or end of any window after `at`; infinite when there is none. Asked with instants in order only. */
  edgeAfter(at: number): number;
  /** What is to start at `at` and must be over by `end`; null when nobody may. */
  give(at: number, end: number, purpose: SlotPurpose, allows: (part: Part, at: number) => boolean): Part | null;
  /** After nobody was given anything at `at`: when to ask again, at most `end`. Where there is no filler nothing else would end. */
  wakeAt(at: number, end: number): number;
  /** Up to when filler may last that begins at `at`, at most `end`. */
  spareUntil(at: number, end: number): number;
  /** Frequencies with the plays that were never given. */
  owed(): { claim: FrequencyClaim; plays: number }[];
  /** Shares that were left more than one play behind, with the percent they were given, rounded down. */
  behind(): { claim: ShareClaim; percent: number }[];
  /** Rotation that had no turn at all. */
  turnless(): Claim[];
}

/** Somebody who is due may be kept waiting by what stands too near, or by a validity; asked again so often, ms. */
const ASK_AGAIN_MS = 10_000;

/** Frequencies counted out between two pauses: some have thousands of plays a day. */
const STEP = 32;

export function* createOpenTime(claims: readonly Claim[]): Steps<OpenTime> {
  const frequencies: FrequencyClaim[] = [];
  for (const claim of claims.filter(isOf('frequency'))) {
    if (frequencies.length % STEP === STEP - 1) yield;
    frequencies.push({ ...claim, dues: duesOf(claim), given: 0 });
  }
  const shares = claims.filter(isOf('share')).map((claim): ShareClaim => ({ ...claim, givenMs: 0, goneMs: 0 }));
  const rotation = claims.filter(isOf('rotation')).map((claim): RotationClaim => ({ ...claim, hadTurn: false }));
  const edges = edgesOf(claims);
  const place: Place = { at: 0, end: 0, purpose: 'any', allows: () => true };
  const isNext = ({ claim, part }: Owned) => mayHold(place.purpose, claim.bill) && fits(part, claim, place);
  let passed = 0;
  let active = { due: dueList([], waited), shares, rotation: [] as RotationClaim[] };
  let spare = createSpare(0, [], []);
  let dealer: Dealer<Owned> = createDealer<Owned>([]);
  let shortest = Number.POSITIVE_INFINITY;
  let activeUntil = Number.NEGATIVE_INFINITY;

  /** Between two edges the same claims are active: they are looked up once. */
  function activate(at: number): void {
    if (at < activeUntil) return;
    activeUntil = edgeAfter(at);
    const isOn = (claim: Claim) => claim.parts.length > 0 && windowAt(claim, at) !== null;
    const turns = rotation.filter(isOn);
    const most = turns.reduce((top, { bill }) => Math.max(top, bill.booking.priority), 0);
    const urgent = turns.filter(({ bill }) => bill.booking.priority === most);
    if (urgent.length !== active.rotation.length || urgent.some((claim, n) => claim !== active.rotation[n])) {
      dealer = createDealer(urgent.map(handOf));
    }
    const counted = frequencies.filter(isOn);
    active = { due: dueList(counted, waited), shares: shares.filter(isOn), rotation: urgent };
    for (const share of active.shares) share.goneMs = elapsed(share.windows, at) - at;
    spare = createSpare(at, active.shares, counted);
    shortest = Number.POSITIVE_INFINITY;
    for (const claims of [counted, active.shares, active.rotation]) {
      for (const { bill } of claims) shortest = Math.min(shortest, bill.hand().shortestMs);
    }
  }

  function edgeAfter(at: number): number {
    while ((edges[passed] ?? Number.POSITIVE_INFINITY) <= at) passed += 1;
    return edges[passed] ?? Number.POSITIVE_INFINITY;
  }

  return {
    edgeAfter,
    give(at, end, purpose, allows) {
      activate(at);
      if (shortest > end - at) return null;
      place.at = at;
      place.end = end;
      place.purpose = purpose;
      place.allows = allows;
      const given = giveDue(active.due, place) ?? giveShare(active.shares, place);
      if (given || active.rotation.length === 0) return given;
      place.end = spare.until(at, end);
      const turn = dealer.take(isNext);
      if (turn) turn.claim.hadTurn = true;
      return turn?.part ?? null;
    },
    spareUntil(at, end) {
      activate(at);
      return spare.until(at, end);
    },
    wakeAt(at, end) {
      if (shortest > end - at) return end;
      const { due, shares: owed, rotation: turns } = active;
      let wake = due.waiting.length + turns.length > 0 ? Math.min(end, at + ASK_AGAIN_MS) : end;
      wake = Math.min(wake, due.nextAt());
      for (const share of owed) {
        const next = Math.ceil(owedNext(share));
        wake = Math.min(wake, next > at ? next : at + ASK_AGAIN_MS);
      }
      return wake;
    },
    owed: () =>
      frequencies.map((claim) => ({ claim, plays: claim.dues.length - claim.given })).filter(({ plays }) => plays > 0),
    behind: () =>
      shares.flatMap((claim) => {
        const whole = elapsed(claim.windows, Number.POSITIVE_INFINITY);
        const missing = (claim.how.percent / 100) * whole - claim.givenMs;
        const { longestMs } = claim.bill.hand();
        return longestMs > 0 && missing > longestMs
          ? { claim, percent: Math.floor((100 * claim.givenMs) / whole) }
          : [];
      }),
    turnless: () => rotation.filter(({ hadTurn, parts }) => !hadTurn && parts.length > 0),
  };
}

/** Where something is to be given. One object for all of a block: a week of a network is given ten million times. */
interface Place {
  at: number;
  end: number;
  purpose: SlotPurpose;
  allows(part: Part, at: number): boolean;
}

function fits(part: Part, claim: Claim, { at, end, allows }: Place): boolean {
  const over = at + part.ms;
  return over <= end && over <= claim.until && mayAir(part.piece, at, over) && allows(part, at);
}

/** The place in its list of the first item, from the next one on, that fits; -1 when none does. */
function fitting(claim: Claim, place: Place): number {
  const count = claim.parts.length;
  for (let step = 0, index = claim.next; step < count; step++, index++) {
    if (index >= count) index -= count;
    if (fits(claim.parts[index] as Part, claim, place)) return index;
  }
  return -1;
}

function take(claim: Claim, index: number): Part | null {
  claim.next = (index + 1) % claim.parts.length;
  return claim.parts[index] ?? null;
}

/** Of those that are due and have an item that fits, the one that has waited longest. */
function giveDue(list: DueList, place: Place): Part | null {
  list.lookAt(place.at);
  // Asked ten million times for a week of a network: no pairs are made of it.
  for (let index = 0; index < list.waiting.length; index++) {
    const claim = list.waiting[index] as FrequencyClaim;
    if (!mayHold(place.purpose, claim.bill)) continue;
    const item = fitting(claim, place);
    if (item < 0) continue;
    list.give(index, place.at);
    return take(claim, item);
  }
  return null;
}

/** Of those with a play coming to them and an item that fits, the one pressed hardest. */
function giveShare(claims: readonly ShareClaim[], place: Place): Part | null {
  let first: ShareClaim | null = null;
  let item = -1;
  let least = 0;
  for (const claim of claims) {
    const leftMs = pressure(claim, place.at);
    if (leftMs === null || !mayHold(place.purpose, claim.bill)) continue;
    if (first && (rank(claim, first) || leftMs - least || byPriority(claim, first)) > 0) continue;
    const index = fitting(claim, place);
    if (index < 0) continue;
    first = claim;
    item = index;
    least = leftMs;
  }
  const part = first && take(first, item);
  if (first && part) first.givenMs += part.ms;
  return part;
}

const waited = (a: FrequencyClaim, b: FrequencyClaim) => rank(a, b) || dueOf(a) - dueOf(b) || byPriority(a, b);
const rank = (a: Claim, b: Claim) => b.bill.booking.priority - a.bill.booking.priority;

type RotationClaim = ClaimOf<'rotation'> & { hadTurn: boolean };

interface Owned {
  claim: RotationClaim;
  part: Part;
  ms: number;
}

function handOf(claim: RotationClaim) {
  return { ...claim.bill.hand(), pieces: claim.parts.map((part): Owned => ({ claim, part, ms: part.ms })) };
}

function edgesOf(claims: readonly Claim[]): number[] {
  const edges = new Set(
    claims.flatMap(({ windows }: { windows: readonly Window[] }) => windows.flatMap(({ start, end }) => [start, end])),
  );
  return [...edges].sort((a, b) => a - b);
}
