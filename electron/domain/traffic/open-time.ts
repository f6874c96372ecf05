/**
 * Who is given a piece of open time: frequencies that are due, then shares with a play coming to them, then rotation. Among
 * frequencies and among shares the more urgent booking goes first, then the one pressed harder; of rotation only the most
 * urgent take turns.
 */
import type { SlotPurpose } from '../../contract/records/loop-policy';
import { mayAir } from '../material';
import type { Window } from '../occurrences';
import type { Part } from '../sheet';
import { byPriority, type Claim, type ClaimOf, isOf, mayHold, takeItem, windowAt } from './claims';
import { createDealer, type Dealer } from './dealer';
import { duesOf, type FrequencyClaim, pressure, type ShareClaim } from './quota';

export interface OpenTime {
  /** The first start or end of any window after `at`; infinite when there is none. Asked with instants in order only. */
  edgeAfter(at: number): number;
  /** What is to start at `at` and must be over by `end`; null when nobody may. */
  give(at: number, end: number, purpose: SlotPurpose, allows: (part: Part, at: number) => boolean): Part | null;
  /** Frequencies with the plays that were never given. */
  owed(): { claim: FrequencyClaim; plays: number }[];
}

export function createOpenTime(claims: readonly Claim[]): OpenTime {
  const frequencies = claims
    .filter(isOf('frequency'))
    .map((claim): FrequencyClaim => ({ ...claim, dues: duesOf(claim), given: 0 }));
  const shares = claims.filter(isOf('share')).map((claim): ShareClaim => ({ ...claim, givenMs: 0, leftMs: null }));
  const rotation = claims.filter(isOf('rotation'));
  const edges = edgesOf(claims);
  const place: Place = { at: 0, end: 0, allows: () => true };
  let passed = 0;
  let active = { frequencies, shares, rotation: [] as ClaimOf<'rotation'>[] };
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
    active = { frequencies: frequencies.filter(isOn), shares: shares.filter(isOn), rotation: urgent };
    const all = [...active.frequencies, ...active.shares, ...active.rotation];
    shortest = Math.min(...all.flatMap(({ parts }) => parts.map(({ ms }) => ms)));
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
      place.allows = allows;
      return (
        giveDue(active.frequencies, place, purpose) ??
        giveShare(active.shares, place, purpose) ??
        dealer.take(({ claim, part }) => mayHold(purpose, claim.bill) && fitsIn(claim, place)(part))?.part ??
        null
      );
    },
    owed: () =>
      frequencies.map((claim) => ({ claim, plays: claim.dues.length - claim.given })).filter(({ plays }) => plays > 0),
  };
}

/** Where something is to be given. One object for all of a block: a week of a network is given ten million times. */
interface Place {
  at: number;
  end: number;
  allows(part: Part, at: number): boolean;
}

function fitsIn(claim: Claim, { at, end, allows }: Place): (part: Part) => boolean {
  const last = Math.min(end, windowAt(claim, at)?.end ?? at);
  return (part) => at + part.ms <= last && mayAir(part.piece, at, at + part.ms) && allows(part, at);
}

function giveDue(claims: readonly FrequencyClaim[], place: Place, purpose: SlotPurpose): Part | null {
  const { at } = place;
  if (!claims.some((claim) => (claim.dues[claim.given] ?? at + 1) <= at)) return null;
  const due = claims.filter((claim) => (claim.dues[claim.given] ?? at + 1) <= at && mayHold(purpose, claim.bill));
  if (due.length > 1)
    due.sort((a, b) => rank(a, b) || (a.dues[a.given] ?? 0) - (b.dues[b.given] ?? 0) || byPriority(a, b));
  for (const claim of due) {
    const part = takeItem(claim, fitsIn(claim, place));
    if (!part) continue;
    claim.given += 1;
    return part;
  }
  return null;
}

/** The one pressed hardest first; those that have nothing that fits are asked once. */
function giveShare(claims: readonly ShareClaim[], place: Place, purpose: SlotPurpose): Part | null {
  const { at } = place;
  let waiting = 0;
  for (const claim of claims) {
    const leftMs = mayHold(purpose, claim.bill) ? pressure(claim, at, claim.parts[claim.next]?.ms ?? 0) : null;
    claim.leftMs = leftMs;
    if (leftMs !== null) waiting += 1;
  }
  for (; waiting > 0; waiting--) {
    const claim = hardest(claims);
    if (!claim) return null;
    const part = takeItem(claim, fitsIn(claim, place));
    claim.leftMs = null;
    if (!part) continue;
    claim.givenMs += part.ms;
    return part;
  }
  return null;
}

function hardest(claims: readonly ShareClaim[]): ShareClaim | null {
  let first: ShareClaim | null = null;
  for (const claim of claims) {
    if (claim.leftMs === null) continue;
    if (!first || presses(claim, first) < 0) first = claim;
  }
  return first;
}

const presses = (a: ShareClaim, b: ShareClaim) => rank(a, b) || (a.leftMs ?? 0) - (b.leftMs ?? 0) || byPriority(a, b);
const rank = (a: Claim, b: Claim) => b.bill.booking.priority - a.bill.booking.priority;

interface Owned {
  claim: ClaimOf<'rotation'>;
  part: Part;
  ms: number;
}

function handOf(claim: ClaimOf<'rotation'>) {
  const { sumMs, longestMs } = claim.bill.hand();
  return { pieces: claim.parts.map((part): Owned => ({ claim, part, ms: part.ms })), sumMs, longestMs };
}

function edgesOf(claims: readonly Claim[]): number[] {
  const edges = new Set(
    claims.flatMap(({ windows }: { windows: readonly Window[] }) => windows.flatMap(({ start, end }) => [start, end])),
  );
  return [...edges].sort((a, b) => a - b);
}
