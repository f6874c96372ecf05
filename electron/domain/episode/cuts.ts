/**
 * Which stretches of which recordings an episode is cut out of. Pure. Read `cutsOf` first. Instants are epoch ms of the station's
 * clock; the sound of a recording begins at its `startedAt`.
 */

/** An item as it was on air. */
export interface Span {
  from: number;
  until: number;
}

export interface Source {
  id: string;
  startedAt: number;
  /** Sound in it, as decoded. */
  soundMs: number;
  /** Checked, and as long as it should be. */
  whole: boolean;
  /** Recorded for this show. */
  ofShow: boolean;
}

/** Sound of one recording. */
export interface Part extends Span {
  sourceId: string;
}

export interface Covered {
  /** In order; none overlaps another. */
  parts: Part[];
  /** What nothing was recorded of, in order. */
  gaps: Span[];
}

/** The next one of an hour begins before the last ends, so a whole recording is taken wherever there is one. */
const worth = ({ whole, ofShow }: Source): number => (whole ? 2 : 0) + (ofShow ? 1 : 0);
const endOf = ({ startedAt, soundMs }: Source): number => startedAt + soundMs;

/** What of a span was recorded, and where that is. */
export function coverage({ from, until }: Span, sources: readonly Source[]): Covered {
  const covered: Covered = { parts: [], gaps: [] };
  for (let at = from; at < until; ) {
    const source = bestAt(at, sources);
    const rest = sources.filter((each) => each.startedAt > at && (!source || worth(each) > worth(source)));
    const next = Math.min(until, source ? endOf(source) : until, ...rest.map(({ startedAt }) => startedAt));
    if (source) covered.parts.push({ sourceId: source.id, from: at, until: next });
    else covered.gaps.push({ from: at, until: next });
    at = next;
  }
  return { parts: joined(covered.parts), gaps: merged(covered.gaps) };
}

/** Of those that hold this instant the best, and of two alike the one that goes on longer. */
function bestAt(at: number, sources: readonly Source[]): Source | null {
  let best: Source | null = null;
  for (const source of sources) {
    if (source.startedAt > at || endOf(source) <= at) continue;
    const better = best === null ? 1 : worth(source) - worth(best) || endOf(source) - endOf(best);
    if (better > 0) best = source;
  }
  return best;
}

/** A recording that was only looked away from, in vain, is one part. */
function joined(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && last.sourceId === part.sourceId && last.until === part.from) last.until = part.until;
    else out.push({ ...part });
  }
  return out;
}

/** Spans in order, those that touch or overlap as one. */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else out.push({ from, until });
  }
  return out;
}

export interface Cuts {
  /** What is heard in one go: between two of them something was left out. None is empty. */
  runs: Part[][];
  /** Of each item, in the order given, where it begins in the episode, ms. */
  startsMs: number[];
  durationMs: number;
}

/** Items end where the next begins, so what stood side by side on air is not cut apart. */
export function cutsOf(spans: readonly Span[], sources: readonly Source[]): Cuts {
  const parts = merged(spans).map((span) => coverage(span, sources).parts);
  const all = parts.flat();
  return {
    runs: parts.filter((run) => run.length > 0),
    startsMs: spans.map(({ from }) => lengthOf(all.map((part) => ({ ...part, until: Math.min(part.until, from) })))),
    durationMs: lengthOf(all),
  };
}

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0);
