/** Which typefaces draw the text of a paper, and what none of them can. */
import { type Coverage, isPlain, type Lettering, letter } from '../../../domain/lettering/runs';
import type { Steps } from '../../../domain/steps';
import ranges from './coverage.json';
import type { Paper } from './paper';

/** By the pieces of a text joined with U+0000, only where plain text will not do. */
export type PaperLettering = Map<string, Lettering>;

/** `20-7e a0 ...`, in hexadecimal. */
function setOf(text: string): ReadonlySet<number> {
  const all = new Set<number>();
  for (const range of text.split(' ')) {
    const [from = 0, to = from] = range.split('-').map((end) => Number.parseInt(end, 16));
    for (let sign = from; sign <= to; sign++) all.add(sign);
  }
  return all;
}

/** As the files in resources/fonts and pdfmake's Roboto have it; a test holds it against them. */
export const COVERAGE: Coverage = {
  paper: setOf(ranges.paper),
  arabic: setOf(ranges.arabic),
  emoji: setOf(ranges.emoji),
};

/** `missing` counts each time that a character stands on the paper and is not drawn. */
export function* letteringOf(paper: Paper): Steps<{ lettering: PaperLettering; missing: number }> {
  const lettering: PaperLettering = new Map();
  let missing = 0;
  for (const pieces of textsOf(paper)) {
    if (!pieces.every((piece) => isPlain(piece, COVERAGE))) {
      const key = pieces.join('\0');
      const made = lettering.get(key) ?? letter(pieces, COVERAGE);
      lettering.set(key, made);
      missing += made.missing;
    }
    yield;
  }
  return { lettering, missing };
}

/** Everything that a PDF of it says, each text in the pieces in which it is drawn. */
function* textsOf(paper: Paper): Generator<string[]> {
  const { letterhead, facts, totals, remarks, signatures } = paper;
  const short = [
    ...[paper.title.toUpperCase(), paper.subtitle, paper.signedOn, paper.printed, paper.noRows],
    ...[...letterhead.lines, letterhead.address, ...facts.flat(), ...totals.flat(), ...remarks],
    ...signatures.flatMap(({ role, name, below }) => [role, name, ...below]),
    ...paper.columns.map(({ heading }) => heading),
  ];
  for (const text of short) yield [text];
  for (const { texts } of paper.rows) for (const text of texts) yield [text];
  for (const { title, lines } of paper.stills ?? []) for (const text of [title, ...lines]) yield [text];
  for (const { start, title, duration, lines } of paper.script ?? []) {
    for (const text of [start, title, duration]) yield [text];
    for (const { speaker, pieces } of lines) {
      yield [speaker];
      yield pieces.map(({ text }) => text);
    }
  }
}
