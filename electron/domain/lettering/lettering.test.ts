import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf } from './bidi';
import { type Coverage, letter, type Run } from './runs';

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const HAS: Coverage = {
  paper: new Set([...span(0x20, 0x7e), ...span(0xa0, 0x17f)]),
  arabic: new Set([0x20, ...span(0x600, 0x6ff)]),
  emoji: new Set([
    0x200d,
    0xfe0f,
    0x20e3,
    0x27a1,
    0x2714,
    ...span(0x30, 0x39),
    ...span(0x1f1e6, 0x1f1ff),
    ...span(0x1f300, 0x1faff),
  ]),
};
const runs = (text: string) => letter([text], HAS).pieces.flat();
const short = (all: readonly Run[]) => all.map(({ text, face, level }) => [text, face, level]);

describe('directionOf', () => {
  it('leaves an Indonesian sentence as it is, with Arabic in it or before it', () => {
    expect(directionOf('ab اب, cd').levels).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0]);
    expect(directionOf('السلام selamat pagi semua').rtl).toBe(false);
  });
  it('sets Arabic from the right, its numbers and what is Latin from the left', () => {
    const { rtl, levels } = directionOf('اب 09:30 cd (ا)');
    expect(rtl).toBe(true);
    expect(levels).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 1, 2, 2, 1, 1, 1, 1]);
    expect(directionOf('ا ١٢٫٥ ا').levels).toEqual([1, 1, 2, 2, 2, 2, 1, 1]);
  });
});

describe('letter', () => {
  it('cuts by typeface and keeps emoji of many parts whole', () => {
    expect(short(runs('Pagi 🎉👩‍👩‍👧👍🏽🇮🇩1️⃣ سلام'))).toEqual([
      ['Pagi ', 'paper', 0],
      ...['🎉', '👩‍👩‍👧', '👍🏽', '🇮🇩', '1️⃣'].map((one) => [one, 'emoji', 0]),
      [' ', 'paper', 0],
      ['سلام', 'arabic', 1],
    ]);
  });
  it('mirrors brackets that are read from the right, and leaves numbers in their order', () => {
    expect(short(runs('ا (ب) ١٢'))).toEqual([
      ['ا ', 'arabic', 1],
      [')', 'paper', 1],
      ['ب', 'arabic', 1],
      ['(', 'paper', 1],
      [' ', 'arabic', 1],
      ['١', 'arabic', 2],
      ['٢', 'arabic', 2],
    ]);
  });
  it('writes what is alike for what is lacking, else a mark that is counted', () => {
    expect(runs('→ 𝗔').map(({ text }) => text)).toEqual(['➡', ' A']);
    const { missing, pieces } = letter(['a\u200b漢', 'ꦱ'], HAS);
    expect(missing).toBe(2);
    expect(runs('s\u0323').map(({ text }) => text)).toEqual(['s', '?']);
    expect(pieces.map((piece) => piece.map(({ text }) => text))).toEqual([['a', '?'], ['?']]);
  });
  it('keeps every letter that a typeface has, in order, and draws nothing that its typeface lacks', () => {
    const sign = fc.constantFrom(...'abc 12(),.-\n', 'ا', 'ب', 'ّ', '٣', '،', '🎉', '👩‍👩‍👧', '漢', 'א', '\u200f');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), fc.nat(40), (signs, cut) => {
        const pieces = [signs.slice(0, cut).join(''), signs.slice(cut).join('')];
        const made = letter(pieces, HAS);
        const all = made.pieces.flat();
        for (const { text, face } of all)
          for (const one of text) expect(one === '\n' || HAS[face].has(one.codePointAt(0) ?? 0)).toBe(true);
        expect(made.missing).toBe(all.filter(({ missing }) => missing).length);
        const kept = (text: string) => text.replace(/[^a-c12اب٣🎉\n]/gu, '');
        expect(kept(all.map(({ text }) => text).join(''))).toBe(kept(pieces.join('')));
      }),
    );
  });
});
