import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PaperColumn, type PaperFormat, type PaperKind, PaperQuery } from '../../../contract/api/rundown-files';
import { RADIO_CHANNEL_ID } from '../../../contract/records/play';
import type { Show, Step } from '../../../contract/records/show';
import { idFor } from '../../../domain/compile-fixtures';
import { items, partId } from '../../../domain/rundown/samples';
import { operator, refused, sampleAsset, samplePlay } from '../../store/samples';
import { openShow, RUNDOWN_ID, type ShowBench, sampleGuest, showItems } from '../samples';
import { createPapers } from '.';
import { insides } from './insides';

let bench: ShowBench;
beforeEach(async () => {
  bench = await openShow();
});
afterEach(() => bench.close());

const paper = async (kind: PaperKind, format: PaperFormat, query: Record<string, string> = {}) =>
  (
    await createPapers(bench.store, bench.clock).paper({
      ...{ rundownId: RUNDOWN_ID, kind, format },
      query: PaperQuery.parse(query),
    })
  ).bytes;
const docx = async (bytes: Buffer) => (await mammoth.extractRawText({ buffer: bytes })).value;

/** Width and height in points of each page, and the fonts in the file. */
function look(bytes: Buffer) {
  const whole = insides(bytes);
  return {
    pages: [...whole.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [Number(w), Number(h)]),
    fonts: [...new Set([...whole.matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(([, name]) => name))].sort(),
    embedded: /\/FontFile2/.test(whole),
  };
}

describe('a PDF', () => {
  it('has the size asked for and its fonts in it', async () => {
    const a4 = look(await paper('rundown', 'pdf'));
    expect(a4.pages.map((page) => page.map(Math.round))).toEqual([[595, 842]]);
    expect(a4.fonts).toEqual(['Roboto-Italic', 'Roboto-Medium', 'Roboto-Regular']);
    expect(a4.embedded).toBe(true);
    const f4 = look(await paper('rundown', 'pdf', { paper: 'F4', language: 'en' }));
    expect(f4.pages.map((page) => page.map(Math.round))).toEqual([[609, 935]]);
  });

  it('is turned where many columns are asked for, and passes over those it does not have', async () => {
    const all: PaperColumn[] = [
      'number',
      'start',
      'end',
      'backTime',
      'duration',
      'title',
      'kind',
      'person',
      'notes',
      'phone',
    ];
    const { pages } = look(await paper('rundown', 'pdf', { columns: all.join(',') }));
    expect(pages[0]?.map(Math.round)).toEqual([842, 595]);
  });

  it('is made of 2,000 items too, as are the others', { timeout: 60_000 }, async () => {
    await bench.close();
    const many = items(...Array.from({ length: 2000 }, (_, n) => ({ title: `Materi ${n}`, durationMs: 30_000 })));
    bench = await openShow(many);
    await paper('guests', 'pdf');
    for (const format of ['pdf', 'docx', 'xlsx'] as const) {
      const bytes = await paper('rundown', format);
      if (format === 'pdf') expect(look(bytes).pages.length).toBeGreaterThan(30);
      expect(bytes.length).toBeGreaterThan(20_000);
    }
  });
});

describe('a DOCX', () => {
  it('holds the letterhead, every item and who signs', async () => {
    const text = await docx(await paper('rundown', 'docx', { paper: 'F4' }));
    for (const part of ['LPPL RADIO SUARA TIRTARAYA', 'RUNDOWN SIARAN', 'Kamis, 14 November 2024', '09:34:25', 'NIP.'])
      expect(text).toContain(part);
    expect(text).toContain('Segmen 3 Telepon & WA');
    expect(text).toContain('60:00');
  });

  it('lists what a break plays, with how much it is short of its length', async () => {
    const sound = {
      kind: 'audio' as const,
      container: 'wav',
      durationMs: 20_000,
      bitRate: null,
      video: null,
      audio: [],
    };
    const asset = {
      ...{ ...sampleAsset({ name: 'Spot Satu' }), state: 'ready' as const, renditions: [] },
      probe: { ...sound, loudness: null, fragmentedPerTrack: false, findings: [] },
      pictures: { thumbnail: null, filmstrip: null, waveform: null },
    };
    const [, , , , , held] = showItems();
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('asset', asset);
      const spots = [1, 2].map((n) => ({ key: idFor('K', n), assetId: asset.id, bookingId: null }));
      if (held) tx.put('rundownItem', { ...held, rev: 1, spots });
    });
    const text = await docx(await paper('rundown', 'docx'));
    expect(text.match(/Spot Satu\s+/g)).toHaveLength(2);
    expect(text).toContain('Spot kurang 1:50');
  });

  it('keeps who speaks beside what is said, and other scripts than Latin', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await paper('script', 'docx') });
    expect(value).toMatch(/Penyiar 1<\/strong><\/p><\/td><td><p>Selamat pagi, Sobat Tirtaraya/);
    expect(value).toContain('[ka-pe-pe-es]');
    expect(value).toContain('(jeda 1,5 dtk)');
    expect(value).toContain('[Narasumber masuk, mikrofon 2]');
    expect(value).toContain('(Bunyi: Tune Ruang Pemilih');
    expect(value).toContain('ā é 👍 مرحبا');
  });
});

describe('an XLSX', () => {
  it('has real times', async () => {
    const [sheet] = await readExcel(await paper('rundown', 'xlsx'));
    const row = sheet?.data.find((cells) => cells.includes('Segmen 1 Tahapan')) ?? [];
    expect(row.slice(0, 2)).toEqual(['4', new Date('1899-12-30T09:03:45.000Z')]);
    expect(row[2]).toEqual(new Date('1899-12-30T00:12:00.000Z'));
  });
});

describe('guests', () => {
  it('are told with how to reach them until their data is to be forgotten', async () => {
    expect(await docx(await paper('guests', 'docx'))).toContain('0812-0000-0001');
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('guest', sampleGuest({ rev: 1, keepUntil: '2024-11-12' })),
    );
    const later = await docx(await paper('guests', 'docx'));
    expect(later).toContain('KPU Kabupaten Tirtaraya');
    expect(later).not.toContain('0812');
  });
});

describe('the log', () => {
  const START = Date.parse('2024-11-14T02:00:00Z');
  const show: Show = {
    ...{ id: idFor('H', 1), rev: 0, rundownId: RUNDOWN_ID, rundownName: 'Ruang Pemilih', rehearsal: false, shiftMs: 0 },
    ...{ state: 'signed', mode: 'hand', plannedStart: START, plannedEnd: null, startedAt: START + 3000 },
    ...{ endedAt: START + 60_000, current: null, skipped: [], lengths: {}, turn: 2 },
    signature: { name: 'Penyiar 1', position: 'Penyiar madya', at: START + 90_000, note: 'Lancar.' },
  };
  const step = (n: number, part: Partial<Step>): Step => ({
    ...{
      id: partId(n),
      rev: 0,
      showId: show.id,
      rundownId: RUNDOWN_ID,
      itemId: partId(n),
      kind: 'free',
      title: `M${n}`,
    },
    ...{
      plannedStart: START,
      plannedMs: 30_000,
      agreedMs: null,
      startedAt: START + 3000,
      endedAt: START + 45_000,
      heldMs: 0,
    },
    ...{ outcome: 'aired', why: '', source: 'hand', by: 'Penyiar 1', ...part },
  });

  it('sets what was on air beside what was planned, and names who signed', async () => {
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('show', show);
      tx.put('step', step(1, { why: 'Narasumber terlambat' }));
      tx.put('step', step(2, { outcome: 'skipped', startedAt: START + 45_000, endedAt: START + 45_000 }));
    });
    const text = await docx(await paper('log', 'docx'));
    const parts = [
      '09:00:03',
      '0:42',
      '+0:12',
      'Narasumber terlambat',
      'dilewati',
      'Jabatan: Penyiar madya',
      'Lancar.',
    ];
    for (const part of parts) expect(text).toContain(part);
  });

  it('has each spot under its item, and says which the play log does not know', async () => {
    const assetId = (n: number) => idFor('A', n);
    const [held] = showItems();
    const spots = [1, 2].map((n) => ({ key: idFor('K', n), assetId: assetId(n), bookingId: null }));
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('show', show);
      tx.put('step', step(1, { agreedMs: 40_000 }));
      if (held) tx.put('rundownItem', { ...held, rev: 1, spots });
    });
    const played = { displayId: RADIO_CHANNEL_ID, assetId: assetId(1), assetName: 'Spot Satu' };
    const when = { startedAt: START + 5000, endedAt: START + 35_000 };
    bench.store.plays.add([samplePlay({ ...played, ...when })]);
    const text = await docx(await paper('log', 'docx'));
    for (const part of ['Spot Satu', '09:00:05', assetId(2), 'tidak diputar', 'Tidak ada di catatan putar'])
      expect(text).toContain(part);
    for (const part of ['tayang sebagian', 'disepakati 0:40', '0:30', '+0:12']) expect(text).toContain(part);
  });

  it('is refused where there was no show', async () => {
    expect((await refused(() => paper('log', 'pdf'))).code).toBe('notFound');
  });
});

it('long notes and a long script wrap over pages, and an empty rundown is still a paper', {
  timeout: 60_000,
}, async () => {
  const words = 'Pemilih memeriksa nama di daftar. '.repeat(1500).trim();
  const long = { title: 'J'.repeat(300), notes: words.slice(0, 5000), person: 'P'.repeat(200), durationMs: 1000 };
  await bench.close();
  bench = await openShow(items(long, {}, {}));
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    const said = {
      type: 'line' as const,
      attrs: { speaker: 'S'.repeat(100) },
      content: [{ type: 'text' as const, text: words }],
    };
    const doc = { type: 'doc' as const, content: [said, said] };
    tx.put('script', { id: partId(1), rev: 0, rundownId: RUNDOWN_ID, doc, updatedAt: 1, updatedBy: 'x' });
  });
  expect(look(await paper('rundown', 'pdf')).pages.length).toBeGreaterThan(1);
  expect(look(await paper('script', 'pdf')).pages.length).toBeGreaterThan(20);
  await bench.close();
  bench = await openShow([]);
  for (const format of ['pdf', 'docx', 'xlsx'] as const)
    expect((await paper('rundown', format)).length).toBeGreaterThan(1000);
  expect(await docx(await paper('rundown', 'docx'))).toContain('Belum ada isi.');
  expect(look(await paper('script', 'pdf')).pages).toHaveLength(1);
});
