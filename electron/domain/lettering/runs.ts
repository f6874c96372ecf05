/** Text cut into runs that each print in one typeface and in one direction. */
import { directionOf } from './bidi';

export type Face = 'paper' | 'arabic' | 'emoji';
/** Which characters (code points) each typeface can draw. */
export type Coverage = Readonly<Record<Face, ReadonlySet<number>>>;

export interface Run {
  text: string;
  face: Face;
  /** As in `bidi.ts`; a run of an odd level that is not Arabic is a single character, already mirrored. */
  level: number;
  /** Stands for a character that no typeface has. */
  missing: boolean;
}

export interface Lettering {
  /** For each piece its runs, in the order of reading. */
  pieces: Run[][];
  /** The first paragraph is set from the right. */
  rtl: boolean;
  /** How many characters, as a reader counts them, are not drawn. */
  missing: number;
}

/** In place of what cannot be drawn. */
const MARK = '?';
const CLUSTERS = new Intl.Segmenter('id', { granularity: 'grapheme' });
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\p{M}*\ufe0f|\u20e3|\p{Regional_Indicator}/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Written together from right to left by the typeface itself. */
const CURSIVE = /^(?:[\p{L}\p{M}\u200c\u200d]+|[ \u00a0])$/u;
const MIRRORED = new Map(
  [...'()[]{}<>«»‹›'].map((sign, at, all) => [sign, all[at % 2 === 0 ? at + 1 : at - 1] ?? sign]),
);
/** Arrows and ticks that no typeface here has, by the emoji that say the same. */
const ALIKE = new Map(
  [...'→➡←⬅↑⬆↓⬇✓✔✗✖✘✖'].flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1] ?? sign]] : [])),
);

/** Of text that is read as one, in pieces that look different. Line breaks divide it into paragraphs. */
export function letter(pieces: readonly string[], has: Coverage): Lettering {
  const paragraphs = pieces.join('').split('\n').map(directionOf);
  // A line break has the direction of what it ends.
  const levels = paragraphs.flatMap(({ levels: own, rtl }) => [...own, rtl ? 2 : 0]);
  let at = 0;
  const made = pieces.map((piece) => {
    const runs: Run[] = [];
    for (const { segment } of CLUSTERS.segment(piece)) {
      for (const run of runsOf(segment, levels[at] ?? 0, has)) add(runs, run);
      at += [...segment].length;
    }
    return runs;
  });
  const missing = made.flat().filter((run) => run.missing).length;
  return { pieces: made, rtl: paragraphs[0]?.rtl ?? false, missing };
}

/** Most text is: then nothing of this is needed. */
export function isPlain(text: string, has: Coverage): boolean {
  for (const sign of text) if (sign !== '\n' && !has.paper.has(sign.codePointAt(0) ?? 0)) return false;
  return true;
}

function add(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const alike = last && last.face === run.face && last.level === run.level && !last.missing && !run.missing;
  if (alike && joins(run) && joins(last)) last.text += run.text;
  else runs.push(run);
}

/**
 * An emoji stays by itself, so that nothing breaks it at the end of a line; so does an Arabic digit, since fontkit would write a number
 * backwards as if it were a word.
 */
function joins({ face, level, text }: Run): boolean {
  if (face === 'paper') return level % 2 === 0;
  return face === 'arabic' && level % 2 === 1 && [...text].every((sign) => CURSIVE.test(sign));
}

function runsOf(cluster: string, level: number, has: Coverage): Run[] {
  const whole = runOf(cluster, level, has);
  if (whole) return [whole];
  const [base = '', ...marks] = cluster;
  // A letter under a mark that nothing draws is still read.
  const alone = marks.length > 0 ? runOf(base, level, has) : null;
  const rest = alone ? marks : [base, ...marks];
  if (rest.every((sign) => INVISIBLE.test(sign))) return alone ? [alone] : [];
  const mark: Run = { text: MARK, face: 'paper', level, missing: true };
  return alone ? [alone, mark] : [mark];
}

/** Null where no typeface has all of it, nor what is alike. */
function runOf(cluster: string, level: number, has: Coverage): Run | null {
  if (/^[\n\t]$/.test(cluster)) return { text: cluster, face: 'paper', level, missing: false };
  const shown = level % 2 === 1 ? (MIRRORED.get(cluster) ?? cluster) : cluster;
  const ways = [shown, shown.normalize('NFC'), shown.normalize('NFKC'), ALIKE.get(cluster) ?? '', space(cluster)];
  for (const text of ways) {
    const face = facesFor(text, level).find((one) => covers(has[one], text));
    if (face) return { text: drawn(text, face, has), face, level, missing: false };
  }
  return null;
}

const space = (cluster: string): string => (/^\p{Zs}$/u.test(cluster) ? ' ' : '');

function facesFor(cluster: string, level: number): readonly Face[] {
  if (EMOJI.test(cluster) && !cluster.includes('\ufe0e')) return ['emoji', 'paper', 'arabic'];
  return level % 2 === 1 ? ['arabic', 'paper', 'emoji'] : ['paper', 'arabic', 'emoji'];
}

/** What is never seen need not be drawn; but something must be. */
function covers(face: ReadonlySet<number>, cluster: string): boolean {
  const signs = [...cluster].filter((sign) => !INVISIBLE.test(sign));
  return signs.length > 0 && signs.every((sign) => face.has(sign.codePointAt(0) ?? 0));
}

/** Joiners and selectors say how emoji are put together; another typeface would draw a box for what it lacks. */
const drawn = (cluster: string, face: Face, has: Coverage): string =>
  [...cluster].filter((sign) => has[face].has(sign.codePointAt(0) ?? 0)).join('');
