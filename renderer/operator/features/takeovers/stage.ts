/** Where a takeover stands by the station's clock, and where it stands at each display. Pure. */
import type { TakeoverAt } from '../../../../electron/contract/api/takeovers';
import type { Takeover } from '../../../../electron/contract/records/takeover';
import { byPrecedence, holds, isOver, endOf as knownEnd } from '../../../../electron/domain/takeover';

export type Stage = 'planned' | 'holds' | 'over';
export type Look = 'emergency' | 'notice' | 'test';
export type Arrival =
  | 'fault'
  | 'shown'
  | 'ended'
  | 'received'
  | 'waiting'
  | 'unreachable'
  | 'missed'
  | 'covered'
  | 'unseen';

type Times = Pick<Takeover, 'from' | 'until' | 'endedAt'>;

/** The instant at which it is over, epoch ms; null while nobody has said. */
export function endOf(times: Times): number | null {
  const end = knownEnd(times);
  return Number.isFinite(end) ? end : null;
}

export function stageOf(times: Times, now: number): Stage {
  if (isOver(times, now)) return 'over';
  return holds(times, now) ? 'holds' : 'planned';
}

/** Those that hold, the one that is to be seen first. */
export function holding(takeovers: readonly Takeover[], now: number): Takeover[] {
  return takeovers.filter((takeover) => holds(takeover, now)).sort(byPrecedence);
}

/** What somebody said a text or a page is about; null where nobody did, and of material, which says so itself. */
export const categoryOf = ({ what }: Pick<Takeover, 'what'>): string | null =>
  what.kind === 'asset' ? null : (what.category ?? null);

/** Red is for an emergency alone; a drill never looks like one. */
export function lookOf({ what, test }: Pick<Takeover, 'what' | 'test'>): Look {
  if (test) return 'test';
  return what.kind === 'text' ? what.tone : 'notice';
}

/** What became of it at one display, by what the display itself last told. */
export function arrivalOf({ receipt, connected, coveredBy }: TakeoverAt, stage: Stage): Arrival {
  const shown = receipt?.shownAt != null;
  if (receipt?.fault && !shown) return 'fault';
  if (receipt?.endedAt != null) return shown ? 'ended' : 'unseen';
  if (receipt && coveredBy && stage === 'holds') return 'covered';
  if (receipt?.fault) return 'fault';
  if (shown) return 'shown';
  if (receipt?.receivedAt != null) return stage === 'over' ? 'unseen' : 'received';
  if (stage === 'over') return 'missed';
  return connected ? 'waiting' : 'unreachable';
}

/** How many displays have told that they show it, or have shown it, of how many; not those where another lies above it. */
export function countShown(displays: readonly TakeoverAt[]): { shown: number; all: number } {
  const shown = displays.filter(({ receipt, coveredBy }) => receipt?.shownAt != null && !coveredBy).length;
  return { shown, all: displays.length };
}
