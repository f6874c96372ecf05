/** Where a takeover stands by the station's clock, and where it stands at each display. Pure. */
import type { TakeoverAt } from '../../../../electron/contract/api/takeovers';
import type { Takeover } from '../../../../electron/contract/records/takeover';

export type Stage = 'planned' | 'holds' | 'over';
export type Look = 'emergency' | 'notice' | 'test';
export type Arrival = 'fault' | 'shown' | 'ended' | 'received' | 'waiting' | 'unreachable' | 'missed';

type Times = Pick<Takeover, 'from' | 'until' | 'endedAt'>;

/** The instant at which it is over, epoch ms; null while nobody has said. */
export function endOf({ until, endedAt }: Times): number | null {
  if (endedAt === null || until === null) return endedAt ?? until;
  return Math.min(endedAt, until);
}

export function stageOf(takeover: Times, now: number): Stage {
  const end = endOf(takeover);
  if (end !== null && end <= now) return 'over';
  return takeover.from <= now ? 'holds' : 'planned';
}

/** Those that hold: emergencies before notices before drills, the newest first among equals. */
export function holding(takeovers: readonly Takeover[], now: number): Takeover[] {
  return takeovers
    .filter((takeover) => stageOf(takeover, now) === 'holds')
    .sort((a, b) => RANK[lookOf(a)] - RANK[lookOf(b)] || b.from - a.from);
}

const RANK: Record<Look, number> = { emergency: 0, notice: 1, test: 2 };

/** Red is for an emergency alone; a drill never looks like one. */
export function lookOf({ what, test }: Pick<Takeover, 'what' | 'test'>): Look {
  if (test) return 'test';
  return what.kind === 'text' ? what.tone : 'notice';
}

/** What became of it at one display, by what the display itself last told. */
export function arrivalOf({ receipt, connected }: TakeoverAt, stage: Stage): Arrival {
  if (receipt?.endedAt != null) return 'ended';
  if (receipt?.fault) return 'fault';
  if (receipt?.shownAt != null) return 'shown';
  if (receipt?.receivedAt != null) return stage === 'over' ? 'ended' : 'received';
  if (stage === 'over') return 'missed';
  return connected ? 'waiting' : 'unreachable';
}

/** How many displays have told that they show it, or have shown it, of how many. */
export function countShown(displays: readonly TakeoverAt[]): { shown: number; all: number } {
  return { shown: displays.filter(({ receipt }) => receipt?.shownAt != null).length, all: displays.length };
}
