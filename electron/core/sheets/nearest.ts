/** Names that were perhaps meant by one that nobody has. Pure. */
import { plain } from './cell';

const MOST_NEAR = 2;
/** Below it two names merely share a few letters. */
const LEAST = 0.45;
/** Of the best: what is as near is named beside it. */
const BESIDE = 0.85;

/** The nearest first; none where none is near. */
export function nearest<T extends { name: string }>(wanted: string, all: Iterable<T>): T[] {
  const asked = pairsOf(wanted);
  const scored = [...all]
    .map((one) => ({ one, score: likeness(asked, pairsOf(one.name)) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= best * BESIDE)
    .slice(0, MOST_NEAR)
    .map(({ one }) => one);
}

/** A part of a longer name counts for a little less than the whole of one as long. */
const PART = 0.8;

/** 0 to 1: by the pairs of letters both have (Dice), or by how many of the shorter one's the longer has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  if (least < 2) return 0;
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return Math.max((2 * both) / (a.size + b.size), (PART * both) / least);
}

function pairsOf(name: string): Set<string> {
  const text = plain(name);
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
