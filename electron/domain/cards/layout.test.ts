/** No text runs over its box or the panel, whatever is written and wherever it is shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardFields } from '../../contract/records/card';
import { contentOf } from './content';
import { layout } from './layout';
import type { Measure } from './lines';
import type { Deck, TextOrder } from './orders';
import { type CardPanel, smallestOn } from './panel';
import { PANELS, SAMPLES, sampleDrawing } from './samples';

/** Broad letters are broad: near enough to a typeface to find what does not fit. */
const measure: Measure = (text, weight) =>
  [...text].reduce((sum, sign) => sum + (/[mwMW@—]/.test(sign) ? 95 : /[ilj.,: ]/.test(sign) ? 30 : 62), 0) *
  (weight > 600 ? 1.06 : 1);

const lay = (fields: CardFields, panel: CardPanel, qr = '') =>
  layout(contentOf(sampleDrawing(fields, { qr })), panel, measure);
const texts = (deck: Deck): TextOrder[] => deck.pages.flat().flatMap((order) => (order.kind === 'text' ? [order] : []));

function faultsOf(deck: Deck): string[] {
  const outside = deck.pages
    .flat()
    .filter(
      ({ x, y, width, height }) =>
        x < 0 || y < -0.01 || x + width > deck.width + 0.01 || y + height > deck.height + 0.01,
    )
    .map((order) => `outside ${JSON.stringify(order)}`);
  const over = texts(deck)
    .filter(
      ({ text, size, weight, width }) => [...text].length > 1 && (measure(text, weight) * size) / 100 > width + 0.01,
    )
    .map(({ text, width }) => `${text} is wider than ${width}`);
  return [...outside, ...over, ...deck.pages.flatMap(overlaps)];
}

/** Rows of text that cover each other. */
function overlaps(page: Deck['pages'][number]): string[] {
  const rows = page.flatMap((order) => (order.kind === 'text' ? [order] : [])).toSorted((a, b) => a.y - b.y);
  return rows.flatMap((row, at) => {
    const next = rows[at + 1];
    const clash =
      next && next.y < row.y + row.height - 0.01 && next.x < row.x + row.width && row.x < next.x + next.width;
    return clash ? [`${row.text} and ${next.text} overlap`] : [];
  });
}

const WORDS =
  'pemungutan suara ditunda banjir Rp 10.000 masyarakat Kabupaten Tirtaraya di ke TPS 24 November 2026 mempertanggungjawabkan penyelenggaraan “saring” pukul 19.30 WIB a https://kpu.example/klarifikasi/2026/11'.split(
    ' ',
  );
const sentence = (most: number) =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ minLength: 1, maxLength: 30 })), {
      minLength: 1,
      maxLength: most,
    })
    .map((words) => words.join(' ').trim().slice(0, 600) || 'a');
const side = fc.integer({ min: 32, max: 2200 });
const anyPanel = fc.oneof(
  fc.constantFrom(...PANELS),
  fc.record({
    ...{ width: side, height: side },
    pitchMm: fc.option(fc.double({ min: 1, max: 20, noNaN: true })),
    viewingM: fc.option(fc.double({ min: 2, max: 120, noNaN: true })),
  }),
);

describe('a laid card', () => {
  it('keeps every run inside its box and the panel, and loses no word', () => {
    const qr = fc.constantFrom('', 'https://kpu.example/klarifikasi/2026');
    fc.assert(
      fc.property(sentence(12), sentence(90), anyPanel, qr, (claim, answer, panel, code) => {
        const deck = lay({ ...SAMPLES.hoax, claim, answer }, panel, code);
        expect(faultsOf(deck)).toEqual([]);
        // Without what stands on each page: the label, and which page it is.
        const shown = texts(deck)
          .filter(({ weight, text }) => weight !== 800 && !(weight === 600 && /^\d+\/\d+$/.test(text)))
          .map(({ text }) => text)
          .join('')
          .replace(/[\s\u00a0-]/g, '');
        const last = claim.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
        expect(shown.replace(/[^\p{L}\p{N}]/gu, '')).toContain(last);
        for (const { size } of texts(deck))
          expect(size).toBeGreaterThanOrEqual(Math.min(deck.smallest, deck.height / 4) - 0.01);
      }),
      { numRuns: 300 },
    );
  });

  it.each(PANELS)('has each template whole on $width x $height, seen from $viewingM m', (panel) => {
    for (const fields of Object.values(SAMPLES))
      expect(faultsOf(lay(fields, panel, 'https://kpu.example'))).toEqual([]);
  });

  it('goes on to further pages, numbered, rather than below what is legible', () => {
    const long = { ...SAMPLES.hoax, answer: `${SAMPLES.hoax.answer} `.repeat(8) };
    const near = lay(long, { width: 800, height: 400, pitchMm: 10, viewingM: 20 });
    const far = lay(long, { width: 800, height: 400, pitchMm: 10, viewingM: 70 });
    expect(far.pages.length).toBeGreaterThan(near.pages.length);
    // 70 m / 250 = 280 mm, 28 pixels of capital letter.
    for (const { size } of texts(far)) expect(size * 0.727).toBeGreaterThanOrEqual(28);
    expect(far.pages[1]?.some((order) => order.kind === 'text' && order.text === `2/${far.pages.length}`)).toBe(true);
  });

  it('says the day again where an agenda goes on to another page, and leaves no day alone at the foot of one', () => {
    const entries = Array.from({ length: 9 }, (_, at) => ({
      ...{
        date: at < 5 ? '2026-11-24' : '2026-11-25',
        time: '09:00',
        title: `Simulasi pemungutan suara ke-${at + 1}`,
        place: '',
      },
    }));
    const deck = lay({ ...SAMPLES.agenda, entries }, { width: 800, height: 400, pitchMm: null, viewingM: null });
    expect(deck.pages.length).toBeGreaterThan(2);
    for (const page of deck.pages.slice(1)) {
      const words = page.flatMap((order) =>
        order.kind === 'text' && order.weight !== 800 && order.weight !== 600 ? [order.text] : [],
      );
      expect(words[0]).toMatch(/^(?:Selasa|Rabu), 2[45]/);
      expect(words.at(-1)).not.toMatch(/^(?:Selasa|Rabu), 2[45]/);
    }
  });

  it('draws a code a camera can read, and says so where there is no room for one', () => {
    const wide = lay(SAMPLES.hoax, { width: 800, height: 400, pitchMm: null, viewingM: null }, 'https://kpu.example');
    expect(wide.left).toEqual([]);
    expect(wide.pages[0]?.find(({ kind }) => kind === 'modules')).toMatchObject({
      module: expect.toSatisfy((px) => px >= 2),
    });
    expect(
      lay(SAMPLES.hoax, { width: 128, height: 64, pitchMm: null, viewingM: null }, 'https://kpu.example').left,
    ).toEqual(['qr']);
  });

  it('never asks a panel for fewer than three lines, and says that it is not read from there', () => {
    expect(smallestOn({ width: 128, height: 64, pitchMm: 10, viewingM: 100 })).toEqual({ size: 18, legible: false });
    expect(smallestOn({ width: 800, height: 400, pitchMm: 10, viewingM: 50 })).toEqual({ size: 28, legible: true });
    expect(smallestOn({ width: 800, height: 400, pitchMm: null, viewingM: null })).toEqual({ size: 30, legible: true });
  });
});
