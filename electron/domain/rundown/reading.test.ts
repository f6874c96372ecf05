/** Reading times, reckoned by hand. */
import { describe, expect, it } from 'vitest';
import type { ScriptDoc, ScriptInline } from '../../contract/records/script';
import { countWords, rateOf, readingMs, spokenOf } from './reading';

const text = (
  value: string,
  ...marks: NonNullable<Extract<ScriptInline, { type: 'text' }>['marks']>
): ScriptInline => ({
  type: 'text',
  text: value,
  marks,
});
const says = (say: string) => ({ type: 'phonetic' as const, attrs: { say } });
const strong = { type: 'emphasis' as const };
const pause = (ms: number): ScriptInline => ({ type: 'pause', attrs: { ms } });
const said = (speaker: string, ...content: ScriptInline[]) => ({ type: 'line' as const, attrs: { speaker }, content });
const doc = (...content: ScriptDoc['content']): ScriptDoc => ({ type: 'doc', content });

describe('what is read of a script', () => {
  it.each([
    ['nothing', doc(), {}, 0],
    ['a line without content', doc({ type: 'line', attrs: { speaker: 'A' } }), {}, 0],
    [
      'two lines of one and one of another',
      doc(said('A', text('satu dua')), said('B', text('tiga')), said('A', text('empat'))),
      { A: 3, B: 1 },
      0,
    ],
    ['a word half in emphasis is one', doc(said('', text('pem'), text('ilu', strong), text(' raya'))), { '': 2 }, 0],
    ['pauses, which part words', doc(said('', text('satu'), pause(500), text('dua'), pause(1500))), { '': 2 }, 2000],
    ['only pauses', doc(said('A', pause(700))), {}, 700],
    [
      'nothing for the studio',
      doc({ type: 'cue', content: [text('angkat telepon'), pause(900)] }, { type: 'sound', content: [text('jingle')] }),
      {},
      0,
    ],
    [
      'how it is spoken',
      doc(said('', text('petugas '), text('KPPS', says('ka pe pe es')), text(' hadir'))),
      { '': 6 },
      0,
    ],
    [
      'as it is written where nothing is said of it',
      doc(said('', text('KPPS', says(' ')), text(' hadir'))),
      { '': 2 },
      0,
    ],
    [
      'once, where half of it is in emphasis',
      doc(said('', text('KP', says('ka pe pe es')), text('PS', strong, says('ka pe pe es')))),
      { '': 4 },
      0,
    ],
    [
      'twice, where it stands twice',
      doc(said('', text('TPS', says('te pe es')), text(' '), text('TPS', says('te pe es')))),
      { '': 6 },
      0,
    ],
    [
      'of a speaker with an odd name',
      doc(said('constructor', text('satu')), said('__proto__', text('dua tiga'))),
      Object.fromEntries([
        ['constructor', 1],
        ['__proto__', 2],
      ]),
      0,
    ],
  ])('%s', (_title, script, words, pausesMs) => {
    const spoken = spokenOf(script);
    expect(Object.entries(spoken.words)).toEqual(Object.entries(words));
    expect(spoken.pausesMs).toBe(pausesMs);
  });

  it.each([
    ['', 0],
    ['  \n\t ', 0],
    ['satu', 1],
    ['satu — dua', 2],
    ['"Mari," katanya.', 2],
    ['tanggal 27 November', 3],
    ['50 % suara & lebih', 5],
    ['Rp 2.500.000,00', 2],
    ['anak-anak', 1],
    ['… - ***', 0],
  ])('%j has %i words', (value, words) => expect(countWords(value)).toBe(words));
});

describe('how fast it is read', () => {
  const learnt = (words: number, ms: number) => ({ wpm: null, learnt: { words, ms } });
  it.each([
    ['nobody: the usual', undefined, 130],
    ['nothing learnt: the usual', learnt(0, 0), 130],
    ['a millisecond less than five minutes: the usual', learnt(800, 299_999), 130],
    ['800 words in 5 min', learnt(800, 300_000), 160],
    ['1001 words in 7 min are 143', learnt(1001, 420_000), 143],
    ['one word in an hour is a faulty log: the slowest', learnt(1, 3_600_000), 60],
    ['9000 words in 5 min: the fastest', learnt(9000, 300_000), 300],
    ['as set, whatever was learnt', { wpm: 110, learnt: { words: 800, ms: 300_000 } }, 110],
  ])('%s', (_title, presenter, wpm) => expect(rateOf(presenter)).toBe(wpm));

  it.each([
    ['130 words at the usual 130: a minute', { words: { '': 130 }, pausesMs: 0 }, 60_000],
    ['with 2.5 s of pauses', { words: { '': 130 }, pausesMs: 2500 }, 62_500],
    ['100 of A at 200 and 65 of B at the usual: half a minute each', { words: { A: 100, B: 65 }, pausesMs: 0 }, 60_000],
    ['1 word at the usual: 461.5 ms, rounded', { words: { B: 1 }, pausesMs: 0 }, 462],
    ['nothing', { words: {}, pausesMs: 0 }, 0],
  ])('%s', (_title, spoken, ms) => expect(readingMs(spoken, new Map([['A', 200]]))).toBe(ms));

  it('takes another usual rate for whom no rate is given', () => {
    expect(readingMs({ words: { A: 100, B: 100 }, pausesMs: 0 }, new Map([['A', 200]]), 100)).toBe(90_000);
  });
});
