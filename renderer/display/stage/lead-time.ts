/**
 * How long before its instant a waiting video must be told to play, so that it moves in time. With sound every player starts
 * some 80 ms late, alike; each machine learns its own figure.
 */
export interface LeadTime {
  ms(): number;
  /** `who` started `ageMs` ago and is `behindMs` behind. Each start teaches once. */
  learn(who: object, behindMs: number, ageMs: number): void;
}

const FIRST_MS = 80;
const MAX_MS = 400;
const LEARN_WITHIN_MS = 1500;

export function createLeadTime(): LeadTime {
  let lead = FIRST_MS;
  const taught = new WeakSet<object>();
  return {
    ms: () => lead,
    learn(who, behindMs, ageMs) {
      if (taught.has(who)) return;
      taught.add(who);
      if (ageMs < LEARN_WITHIN_MS && Math.abs(behindMs) < 400)
        lead = Math.max(0, Math.min(MAX_MS, lead + behindMs / 2));
    },
  };
}
