/** How a benchmark speaks: one JSON line per metric on standard output, everything else on standard error. */

export interface Metric {
  bench: string;
  metric: string;
  value: number;
  unit: 'ratio' | 'ms' | 's' | 'MB' | 'kB' | 'count' | '%' | '1/s';
  /** What the bare tool took in the same run; null where there is none. */
  reference: number | null;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Prints one metric. `ratio` is value/reference where both are of one unit, or the value itself where it is a ratio. */
export function report({ bench, metric, value, unit, reference }: Metric): void {
  const ratio = unit === 'ratio' ? value : reference ? value / reference : null;
  const line = { bench, metric, value: round(value), unit, reference: reference === null ? null : round(reference) };
  process.stdout.write(`${JSON.stringify({ ...line, ratio: ratio === null ? null : round(ratio) })}\n`);
}

/** A line for the person who watches. */
export function note(line: string): void {
  process.stderr.write(`  ${line}\n`);
}

/** The value below which a share `p` (0..1) of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
