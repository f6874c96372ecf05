/**
 * One command of a show at a time. Whoever presses while one is under way, or before its outcome is on the screen, has not seen what
 * they would press for; and a pedal that bounces is one press. Pure but for the clock handed in.
 */
export interface AirGuard {
  /** Whether a command may be given now; if so it is under way from here on. */
  begin(what: string, now: number): boolean;
  /** Its answer names this turn, or it failed. */
  end(turn: number | null, seen: number): void;
  /** The screen shows the show at this turn. */
  saw(turn: number): void;
  busy(now: number): boolean;
}

/** Nobody means to press the same within this. */
const BOUNCE_MS = 220;
/** Should the feed not tell of it, the next press is let through. */
const PATIENCE_MS = 1500;

export function makeAirGuard(): AirGuard {
  let underWay = false;
  let awaited: { turn: number; since: number } | null = null;
  let last = { what: '', at: Number.NEGATIVE_INFINITY };
  const busy = (now: number) => underWay || (awaited !== null && now - awaited.since < PATIENCE_MS);
  return {
    begin(what, now) {
      if (busy(now) || (what === last.what && now - last.at < BOUNCE_MS)) return false;
      last = { what, at: now };
      underWay = true;
      awaited = null;
      return true;
    },
    end(turn, seen) {
      underWay = false;
      awaited = turn !== null && turn > seen ? { turn, since: last.at } : null;
    },
    saw(turn) {
      if (awaited && turn >= awaited.turn) awaited = null;
    },
    busy,
  };
}
