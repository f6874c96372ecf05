/** Fingerprints of a timeline, one for each quarter of an hour: whether two of them show the same, without keeping either. */
import { createHash } from 'node:crypto';
import { PRINT_CHARS, PRINT_MS, type StoredTimeline } from '../../contract/records/timeline';
import type { Compiled } from '../../domain/compile';
import type { Steps } from '../../domain/steps';
import { createPrint } from './print';

export type Printed = Pick<StoredTimeline, 'from' | 'until' | 'prints'>;

/** Quarters printed between two pauses: half a millisecond's work of short clips. */
const STEP = 24;
/** Clips between two pauses: as much. */
const CLIPS_STEP = 100;

/** Prints the quarters that lie wholly inside the timeline. */
export function* printTimeline(timeline: Compiled): Steps<Printed> {
  const from = Math.ceil(timeline.from / PRINT_MS) * PRINT_MS;
  const codes = yield* clipCodes(timeline);
  const prints: string[] = [];
  let first = 0;
  for (let start = from; start + PRINT_MS <= timeline.until; start += PRINT_MS) {
    const { entries } = timeline;
    while (endOf(entries[first]) <= start) first += 1;
    prints.push(printQuarter(timeline, codes, first, start));
    if (prints.length % STEP === 0) yield;
  }
  return { from, until: timeline.until, prints: prints.join('') };
}

/** Hundreds of bookings make thousands of clips: 5 us each. */
function* clipCodes({ fit, clips }: Compiled): Steps<number[]> {
  const codes: number[] = [];
  for (const clip of clips) {
    codes.push(clipCode(JSON.stringify([fit, clip])));
    if (codes.length % CLIPS_STEP === 0) yield;
  }
  return codes;
}

/** Whether `next` shows what `known` did from the start of `next` on, as far as both reach. */
export function samePrints(known: Printed, next: Printed): boolean {
  if (known.from > next.from) return false;
  const ends = [known, next].map(({ from, prints }) => from + (prints.length / PRINT_CHARS) * PRINT_MS);
  const until = Math.min(...ends);
  return until > next.from && cut(known, next.from, until) === cut(next, next.from, until);
}

function cut({ from, prints }: Printed, start: number, end: number): string {
  const place = (instant: number) => ((instant - from) / PRINT_MS) * PRINT_CHARS;
  return prints.slice(place(start), place(end));
}

type Entry = Compiled['entries'][number];

function endOf(entry: Entry | undefined): number {
  return entry ? entry[1] + entry[2] : Number.POSITIVE_INFINITY;
}

/**
 * What is shown and until when: each begins where the one before ends. A slate is cut to the quarter, since compile cuts it
 * wherever it was asked to begin and end.
 */
function printQuarter({ clips, entries }: Compiled, codes: readonly number[], first: number, start: number): string {
  const print = createPrint();
  for (let index = first; index < entries.length; index++) {
    const [clip, from, ms] = entries[index] as Entry;
    if (from >= start + PRINT_MS) break;
    const slate = clips[clip]?.kind === 'slate';
    const end = from + ms;
    if (index === first) print.add(slate ? Math.max(from, start) : from);
    print.add(codes[clip] ?? 0);
    print.add(slate ? Math.min(end, start + PRINT_MS) : end);
  }
  return print.text();
}

function clipCode(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}
