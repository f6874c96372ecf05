/** Tells dead air and over-level from measurements. Pure: read `heard` first. Levels in dBFS, times in epoch ms. */

/** A tenth of a second of sound. */
export interface Measured {
  /** When it ended. */
  at: number;
  ms: number;
  /** Of the louder channel. */
  rmsDb: number;
  truePeakDb: number;
}

export interface Rules {
  /** Quieter than this is silence. */
  silenceDb: number;
  silenceMs: number;
  /** Sound is back when it is so much louder than silence, so that noise at the edge does not flutter, */
  hysteresisDb: number;
  /** for so long: a click in the line is no broadcast. */
  backMs: number;
  /** Above this it is too loud; EBU R128 allows no more than -1 dBTP. */
  overDb: number;
  /** So many times, */
  overTimes: number;
  /** within so long. */
  overWithinMs: number;
  /** Over when it was not too loud for so long. */
  calmMs: number;
}

export const USUAL_RULES: Rules = {
  ...{ silenceDb: -50, silenceMs: 10_000, hysteresisDb: 3, backMs: 500 },
  ...{ overDb: -1, overTimes: 3, overWithinMs: 10_000, calmMs: 5000 },
};

/** `until` null: it has begun; else the same one is over. */
export interface WatchEvent {
  kind: 'silence' | 'over';
  from: number;
  until: number | null;
}

export interface Heard {
  /** Since when it is silent; null while there is sound. */
  quietSince: number | null;
  /** Whether that was told. */
  silent: boolean;
  /** Since when there is sound again while silence is told. */
  soundSince: number | null;
  /** When it was too loud lately. */
  overs: readonly number[];
  /** Since when that is told. */
  overFrom: number | null;
  at: number | null;
}

export const NOTHING_HEARD: Heard = {
  ...{ quietSince: null, silent: false, soundSince: null, overs: [], overFrom: null, at: null },
};

/** Longer without a measurement, the machine slept: what was not heard was not silent. */
const GAP_MS = 2000;

export function heard(before: Heard, sound: Measured, rules: Rules): { state: Heard; events: WatchEvent[] } {
  const gap = before.at !== null && (sound.at - sound.ms - before.at > GAP_MS || sound.at < before.at);
  const known = gap && !before.silent ? { ...before, quietSince: null } : before;
  const quiet = silence(known, sound, rules);
  const loud = overLevel(quiet.state, sound, rules);
  return { state: { ...loud.state, at: sound.at }, events: [...quiet.events, ...loud.events] };
}

type Step = { state: Heard; events: WatchEvent[] };

function silence(state: Heard, { at, ms, rmsDb }: Measured, rules: Rules): Step {
  const began = at - ms;
  if (state.silent) return untilSound(state, { at, began, rmsDb }, rules);
  if (rmsDb >= rules.silenceDb) return { state: { ...state, quietSince: null }, events: [] };
  const since = state.quietSince ?? began;
  if (at - since < rules.silenceMs) return { state: { ...state, quietSince: since }, events: [] };
  const told = { ...state, quietSince: since, silent: true, soundSince: null };
  return { state: told, events: [{ kind: 'silence', from: since, until: null }] };
}

function untilSound(state: Heard, now: { at: number; began: number; rmsDb: number }, rules: Rules): Step {
  if (now.rmsDb < rules.silenceDb + rules.hysteresisDb) return { state: { ...state, soundSince: null }, events: [] };
  const since = state.soundSince ?? now.began;
  if (now.at - since < rules.backMs) return { state: { ...state, soundSince: since }, events: [] };
  const from = state.quietSince ?? since;
  const over = { ...state, quietSince: null, silent: false, soundSince: null };
  return { state: over, events: [{ kind: 'silence', from, until: Math.max(from, since) }] };
}

function overLevel(state: Heard, { at, truePeakDb }: Measured, rules: Rules): Step {
  const isOver = truePeakDb > rules.overDb;
  const overs = [...state.overs, ...(isOver ? [at] : [])].filter((each) => at - each < rules.overWithinMs);
  if (state.overFrom === null) {
    const [first] = overs;
    if (first === undefined || overs.length < rules.overTimes) return { state: { ...state, overs }, events: [] };
    return { state: { ...state, overs, overFrom: first }, events: [{ kind: 'over', from: first, until: null }] };
  }
  // Kept longer than they count, while it is told: the last one says when it was over.
  const last = overs.at(-1) ?? state.overs.at(-1) ?? state.overFrom;
  if (at - last < rules.calmMs) return { state: { ...state, overs: overs.length > 0 ? overs : [last] }, events: [] };
  const calm = { ...state, overs: [], overFrom: null };
  return { state: calm, events: [{ kind: 'over', from: state.overFrom, until: last }] };
}
