import { describe, expect, it } from 'vitest';
import { CardFields } from '../../contract/records/card';
import { contentOf } from './content';
import { SAMPLES, sampleDrawing } from './samples';
import { dateWords, typeset } from './typography';

const visible = (text: string) => text.replaceAll('\u00a0', '_');
const words = (fields: CardFields, part = {}) =>
  contentOf(sampleDrawing(fields, part)).blocks.map(({ text }) => visible(text));

describe('typeset', () => {
  it.each([
    ['katanya "ditunda", bukan', 'katanya “ditunda”, bukan'],
    ["'benar'", '‘benar’'],
    ['Rp 10.000 untuk 5 kg', 'Rp_10.000 untuk 5_kg'],
    ['pukul 19.30 WIB', 'pukul_19.30_WIB'],
    ['24 November 2026', '24_November 2026'],
    ['tunggu...  di sana - ya', 'tunggu… di sana – ya'],
    ['pada a itu', 'pada a_itu'],
  ])('%s', (from, to) => expect(visible(typeset(from))).toBe(to));

  it('writes a day as an office does', () =>
    expect(visible(dateWords('2026-11-24', 'id'))).toBe('Selasa, 24_November 2026'));
});

describe('contentOf', () => {
  it('counts down to the day, from the day it is drawn for', () => {
    const first = (today: string) => words(SAMPLES.countdown, { today })[0];
    expect(first('2026-11-23')).toBe('2_hari lagi');
    expect(first('2026-11-24')).toBe('1_hari lagi');
    expect(first('2026-11-25')).toBe('Hari ini');
    expect(first('2026-11-26')).toBe('Sudah berlangsung');
  });

  it('shows what is still to come of an agenda, each day once', () => {
    expect(words(SAMPLES.agenda, { today: '2026-11-24' })).toEqual([
      'Agenda pekan ini',
      'Selasa, 24_November 2026',
      'Simulasi pemungutan suara, pukul_09.00_WIB, Alun-alun',
      'Ruang Pemilih, pukul_19.30_WIB, Radio Suara Tirtaraya',
      'Kamis, 26_November 2026',
      'Pasar murah, Kecamatan Tirta Hulu',
    ]);
    expect(words(SAMPLES.agenda, { today: '2026-11-27' })).toEqual(['Agenda pekan ini', 'Belum ada agenda.']);
  });

  it('says of a result who fixed it and by which letter, and takes none without', () => {
    expect(words(SAMPLES.result).at(-1)).toBe(
      'Ditetapkan KPU Kabupaten Tirtaraya, nomor_211/PL.02.7-Kpt/2026, Rabu, 16_Desember 2026',
    );
    for (const lacking of ['approvedBy', 'letterNumber', 'letterDate'])
      expect(CardFields.safeParse({ ...SAMPLES.result, [lacking]: '' }).success).toBe(false);
  });

  it('leaves out what nobody has written yet', () => {
    const result = { ...SAMPLES.result, title: '', rows: [{ name: '', value: '' }], approvedBy: '', letterNumber: '' };
    expect(words(result)).toEqual([]);
    expect(words({ ...result, rows: [{ name: 'Suara sah', value: '' }], letterNumber: '7' })).toEqual([
      'Suara sah',
      'nomor_7, Rabu, 16_Desember 2026',
    ]);
    expect(words({ ...SAMPLES.hoax, claim: '', answer: '', source: '' })).toEqual([]);
    expect(words({ ...SAMPLES.quote, words: '', speaker: '', position: '' })).toEqual([]);
  });

  it('says how old its data is', () => {
    const asOf = { date: '2026-11-22', time: '08:05' };
    expect(words(SAMPLES.agenda, { asOf }).at(-1)).toBe('Data per Minggu, 22_November 2026 pukul_08.05_WIB');
  });

  it('sets text on its ground with a contrast of 4.5 at least, in both themes', () => {
    for (const fields of Object.values(SAMPLES))
      for (const theme of ['dark', 'light'] as const)
        for (const label of ['hoax', 'fact', 'disinformation', 'hateSpeech'] as const) {
          const shown = fields.template === 'hoax' ? { ...fields, label } : fields;
          const { colours } = contentOf(sampleDrawing(shown, { look: { theme, slideMs: 10_000 } }));
          expect(contrast(colours.ink, colours.ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(colours.soft, colours.ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(colours.onLabel, colours.label)).toBeGreaterThanOrEqual(4.5);
        }
  });
});

/** WCAG 2. */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
