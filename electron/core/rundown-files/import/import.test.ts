import { crc32, deflateRawSync } from 'node:zlib';
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { PaperQuery, RundownImportQuery, RundownImportReport } from '../../../contract/api/rundown-files';
import { planOf } from '../../../domain/rundown/plan';
import { workbookOf } from '../../sheets/samples';
import { operator, refused } from '../../store/samples';
import { createPapers } from '../papers';
import { openShow, RUNDOWN_ID, type ShowBench } from '../samples';
import { createRundownImport, type RundownImport } from '.';

let bench: ShowBench;
let room: RundownImport;
beforeEach(async () => {
  bench = await openShow();
  room = createRundownImport(bench.store, bench.clock);
});
afterEach(() => bench.close());

const bring = async (file: Buffer | string, query: Record<string, string> = {}) =>
  RundownImportReport.parse(
    await room.importRundown(
      Buffer.from(file),
      RundownImportQuery.parse({ date: '2024-11-21', name: 'Ruang Pemilih', ...query }),
      operator,
    ),
  );
const twice = async (file: Buffer | string, query: Record<string, string> = {}) => {
  const { print } = await bring(file, query);
  return bring(file, { ...query, print });
};
const itemsOf = (rundownId: string | null) => {
  const id = rundownId ?? '';
  const rundown = bench.store.get('rundown', id);
  if (!rundown) throw new Error('no rundown');
  return planOf(rundown, bench.store.rundownParts.of('rundownItem', id)).rows;
};
const outline = (rundownId: string | null) =>
  itemsOf(rundownId).map(({ depth, item }) => [depth, item.kind, item.title]);
const why = async (run: () => unknown) => (await refused(run)).data.details[0]?.code;

const SHEET = `\uFEFFPEMERINTAH KABUPATEN TIRTARAYA;;;;
Rundown Ruang Pemilih;;;;

No;Jam;Materi;Durasi;Keterangan;Naskah
1;09:00:00;Tanda waktu + jingle;0:30;;
2;09.00.30;Pembuka;3 menit;Salam;"PENYIAR 1: Selamat pagi.
[Musik turun]
Kita mulai."
3;;Jeda 1;2'30";;
4;;Segmen 1 Tahapan;12:00;;
5;;Kesimpulan;-1:00;;
6;;Penutup;lama;;
;;Jumlah;18:00;;
;;Penyiar;;;
`;

describe('a CSV', () => {
  it('is read, guessed, and carried out once as one command', async () => {
    const report = await bring(SHEET);
    expect(report.columns.map(({ field }) => field)).toEqual([
      'ignored',
      'start',
      'title',
      'duration',
      'notes',
      'script',
    ]);
    expect(report.columns[2]?.samples).toEqual(['Tanda waktu + jingle', 'Pembuka', 'Jeda 1']);
    expect(report.counts).toEqual({ items: 4, segments: 0, warned: 0, wrong: 2 });
    expect(report.totalMs).toBe((30 + 180 + 150 + 720) * 1000);
    expect(report.rows.flatMap(({ row, problems }) => problems.map(({ reason }) => [row, reason.code]))).toEqual([
      [9, 'rundownFile.negativeSpan'],
      [10, 'rundownFile.noSpan'],
    ]);
    expect(report.notes.map(({ code }) => code)).toEqual(['rundownFile.sums']);

    const { rundownId } = await bring(SHEET, { print: report.print });
    expect(outline(rundownId)).toEqual([
      [0, 'timeSignal', 'Tanda waktu + jingle'],
      [0, 'script', 'Pembuka'],
      [0, 'spotBreak', 'Jeda 1'],
      [0, 'free', 'Segmen 1 Tahapan'],
    ]);
    expect(bench.store.get('rundown', rundownId ?? '')).toMatchObject({ date: '2024-11-21', startsAt: '09:00:00' });
    const [script] = bench.store.rundownParts.of('script', rundownId ?? '');
    expect(script?.doc.content).toMatchObject([
      { type: 'line', attrs: { speaker: 'PENYIAR 1' }, content: [{ text: 'Selamat pagi.' }] },
      { type: 'cue' },
      { type: 'line', attrs: { speaker: '' } },
    ]);
    expect(await why(() => bring(SHEET, { print: report.print }))).toBe('rundownFile.already');
    expect((await bench.store.undo(operator)).command).toBe('rundowns.import');
    expect(bench.store.get('rundown', rundownId ?? '')).toBeUndefined();
    expect(bench.store.rundownParts.of('rundownItem', rundownId ?? '')).toEqual([]);
    await bring(SHEET, { print: report.print });
  });

  it('goes by the columns a person chose, and by no print of another reading', async () => {
    const mapping = 'ignored,hard,title,duration,person,ignored';
    const report = await bring(SHEET, { mapping });
    expect(report.rows[0]?.fields?.start).toEqual({ kind: 'hard', at: '09:00:00', takesItself: false });
    expect(report.rows[1]?.fields?.person).toBe('Salam');
    expect(await why(() => bring(SHEET, { print: report.print }))).toBe('rundownFile.moved');
    const untitled = await bring(SHEET, { mapping: 'ignored,ignored' });
    expect(untitled.notes.map(({ code }) => code)).toContain('rundownFile.noTitleColumn');
    expect(await why(() => bring(SHEET, { mapping: 'ignored', print: untitled.print }))).toBe('rundownFile.nothing');
  });

  it('holds 2,000 items at most, with those that were there; also where others came meanwhile', async () => {
    const held = itemsOf(RUNDOWN_ID).length;
    const lines = (count: number) =>
      `Judul;Durasi\n${Array.from({ length: count }, (_, at) => `M${at};0:01`).join('\n')}`;
    const into = { into: RUNDOWN_ID };
    expect(await why(() => twice(lines(2001 - held), into))).toBe('rundownFile.tooMany');
    expect(itemsOf(RUNDOWN_ID)).toHaveLength(held);
    const [first, second] = [lines(2000 - held), lines(1999 - held)];
    const prints = [(await bring(first, into)).print, (await bring(second, into)).print];
    const answers = await Promise.allSettled([
      bring(first, { ...into, print: prints[0] ?? '' }),
      bring(second, { ...into, print: prints[1] ?? '' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(itemsOf(RUNDOWN_ID).length).toBeLessThanOrEqual(2000);
    await bench.store.undo(operator);
    expect(itemsOf(RUNDOWN_ID)).toHaveLength(held);
    await bench.store.redo(operator);
    expect(itemsOf(RUNDOWN_ID).length).toBeGreaterThan(1990);
  });

  it('goes to the end of a rundown that is there', async () => {
    const { rundownId } = await twice('Judul;Durasi\nTambahan;1:00\n', { into: RUNDOWN_ID });
    expect(rundownId).toBe(RUNDOWN_ID);
    expect(outline(RUNDOWN_ID).at(-1)).toEqual([0, 'free', 'Tambahan']);
    expect(await why(() => bring('Judul\nA', { into: RUNDOWN_ID.replace(/.$/, 'Z') }))).toBeUndefined();
  });

  it('in Windows-1252, with lengths only in its starts, and segments by name', async () => {
    const text = 'Segmen,Judul,Mulai\nPembuka,Caf\u00e9,23:58\nPembuka,Dua,23:59\nInti,Tiga,00:01\n,Empat,00:02\n';
    const report = await bring(Buffer.from(text, 'latin1'));
    expect(report.rows.filter(({ made }) => !made).map(({ fields }) => fields?.durationMs)).toEqual([
      60_000, 120_000, 60_000, 0,
    ]);
    const { rundownId } = await bring(Buffer.from(text, 'latin1'), { print: report.print });
    expect(outline(rundownId)).toEqual([
      [0, 'segment', 'Pembuka'],
      [1, 'free', 'Caf\u00e9'],
      [1, 'free', 'Dua'],
      [0, 'segment', 'Inti'],
      [1, 'free', 'Tiga'],
      [0, 'free', 'Empat'],
    ]);
  });

  it('takes a segment without a length for the head of what follows', async () => {
    const { rundownId } = await twice('Jenis,Judul,Durasi\n,Awal,1:00\nsegmen,Satu,\nspot,A,0:30\nkelinci,B,0:30\n');
    expect(outline(rundownId)).toEqual([
      [0, 'free', 'Awal'],
      [0, 'segment', 'Satu'],
      [1, 'spotBreak', 'A'],
      [1, 'free', 'B'],
    ]);
  });
});

describe('an XLSX', () => {
  it('has times as parts of a day', async () => {
    const time = (ms: number) => ({ value: ms / 86_400_000, format: '[m]:ss', type: Number });
    const head = ['Materi', 'Durasi'].map((value) => ({ value }));
    const file = await writeExcel([
      head,
      [{ value: 'A' }, time(150_000)],
      [{ value: 'B' }, time(9_000_000)],
    ]).toBuffer();
    const { rows } = await bring(file);
    expect(rows.map(({ fields }) => fields?.durationMs)).toEqual([150_000, 9_000_000]);
    expect(rows[1]?.warnings.map(({ reason }) => reason.code)).toEqual(['rundownFile.hours']);
  });

  it('says where a formula stood, and knows how many sheets it has', async () => {
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const head = `<row r="1">${text('A1', 'Judul')}${text('B1', 'Durasi')}</row>`;
    const file = workbookOf(`${head}<row r="2">${text('A2', 'A')}<c r="B2"><f>1+149</f><v>150</v></c></row>`);
    const { rows } = await bring(file);
    expect(rows[0]?.fields?.durationMs).toBe(150_000);
    expect(rows[0]?.warnings).toMatchObject([{ field: 'duration', reason: { code: 'rundownFile.formula' } }]);
    expect(await why(() => bring(file, { sheet: '2' }))).toBe('sheet.noSheet');
  });

  it('comes back as the paper of a rundown was', async () => {
    const { bytes } = await createPapers(bench.store, bench.clock).paper({
      ...{ rundownId: RUNDOWN_ID, kind: 'rundown', format: 'xlsx' },
      query: PaperQuery.parse({}),
    });
    const report = await bring(bytes);
    expect(report.rows.map(({ fields }) => fields?.durationMs)).toEqual(itemsOf(RUNDOWN_ID).map(({ ms }) => ms));
  });
});

describe('a DOCX', () => {
  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const made = (children: (Paragraph | Table)[]) => Packer.toBuffer(new Document({ sections: [{ children }] }));
  const table = (rows: string[][]) =>
    new Table({
      rows: rows.map(
        (row) =>
          new TableRow({
            children: row.map(
              (text) => new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) }),
            ),
          }),
      ),
    });

  it('is read from its table, without its pictures', async () => {
    const heavy = Buffer.concat([PIXEL, Buffer.alloc(1024 * 1024, 7)]);
    const picture = new Paragraph({
      children: [new ImageRun({ type: 'png', data: heavy, transformation: { width: 1, height: 1 } })],
    });
    const file = await made([
      picture,
      table([
        ['No', 'Materi', 'Durasi', 'Ket.'],
        ['1', 'Pembuka & salam', '3:00', 'a\nb'],
        ['2', 'ILM', '1:00', ''],
      ]),
    ]);
    const { source, rows } = await bring(file);
    expect(source).toBe('docx');
    expect(rows.map(({ fields }) => [fields?.kind, fields?.title, fields?.durationMs, fields?.notes])).toEqual([
      ['script', 'Pembuka & salam', 180_000, 'a\nb'],
      ['ilm', 'ILM', 60_000, ''],
    ]);
  });

  it('without a table says so', async () => {
    expect(await why(async () => bring(await made([new Paragraph('Rundown')])))).toBe('rundownFile.noTable');
  });
});

describe('an Ontime project', () => {
  const event = (id: string, part: object) => ({
    id,
    type: 'event',
    title: id,
    note: '',
    cue: id,
    duration: 60_000,
    timeStart: 0,
    linkStart: true,
    skip: false,
    colour: '',
    ...part,
  });
  const H9 = 9 * 3_600_000;

  it('of version 4 keeps groups, hard starts and what is skipped', async () => {
    const entries = {
      a: event('a', { timeStart: H9, linkStart: false, note: 'Catatan', custom: { Naskah: 'Selamat pagi' } }),
      g: { id: 'g', type: 'group', title: 'Segmen 1', entries: ['b', 'c'], note: '' },
      b: event('b', { timeStart: H9 + 60_000, parent: 'g' }),
      c: event('c', { timeStart: H9 + 600_000, linkStart: false, parent: 'g', duration: 90_000 }),
      d: { id: 'd', type: 'delay', duration: 5000 },
      e: event('e', { skip: true, title: 'Cadangan' }),
      m: { id: 'm', type: 'milestone', title: 'Tonggak', cue: '9', note: '' },
    };
    const project = {
      rundowns: {
        default: {
          id: 'default',
          title: 'Hari ini',
          order: ['a', 'g', 'd', 'e', 'm'],
          flatOrder: [],
          entries,
          revision: 1,
        },
      },
    };
    const { rundownId } = await twice(JSON.stringify(project));
    expect(outline(rundownId).map(([depth, kind, title]) => `${depth} ${kind} ${title}`)).toEqual([
      '0 free a',
      '0 segment Segmen 1',
      '1 free b',
      '1 free c',
      '0 free Cadangan',
      '0 free Tonggak',
    ]);
    const rows = itemsOf(rundownId);
    expect(rows[3]?.item.start).toMatchObject({ kind: 'hard', at: '09:10:00' });
    expect(rows.map(({ item }) => item.floating)).toEqual([false, false, false, false, true, true]);
    expect(bench.store.rundownParts.of('script', rundownId ?? '')).toHaveLength(1);
    expect(bench.store.get('rundown', rundownId ?? '')?.startsAt).toBe('09:00:00');
  });

  it('of version 3 is a list', async () => {
    const rundown = [event('x', {}), { id: 'q', type: 'block', title: 'Blok' }, event('y', { linkStart: 'x' })];
    const { rundownId } = await twice(JSON.stringify({ rundown }));
    expect(outline(rundownId)).toEqual([
      [0, 'free', 'x'],
      [0, 'segment', 'Blok'],
      [1, 'free', 'y'],
    ]);
  });

  it('is told from other JSON', async () => {
    expect(await why(() => bring('{"a":1}'))).toBe('rundownFile.notOntime');
    expect(await why(() => bring('[{'))).toBe('rundownFile.notOntime');
  });
});

describe('a file that is none', () => {
  /** A zip file of one part that says of itself what it is told to. */
  function zip(path: string, text: Buffer, says: number): Buffer {
    const [name, body] = [Buffer.from(path), deflateRawSync(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(says, 18);
    common.writeUInt16LE(name.length, 22);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(30 + name.length + body.length, 16);
    return Buffer.concat([
      Buffer.from('PK\x03\x04'),
      common,
      name,
      body,
      Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
      common,
      Buffer.alloc(14),
      name,
      end,
    ]);
  }

  it('is refused in a sentence', async () => {
    expect(await why(() => bring(''))).toBe('sheet.emptyFile');
    expect(await why(() => bring(' \n '))).toBe('sheet.emptyFile');
    expect(await why(() => bring(Buffer.from('MZ\x90\x00\x03\x00')))).toBe('rundownFile.unreadable');
    expect(await why(() => bring(Buffer.from('PK not a zip')))).toBe('sheet.unreadable');
    expect(await why(() => bring(zip('a.txt', Buffer.from('a'), 1)))).toBe('rundownFile.unreadable');
    expect(await why(() => bring(zip('word/document.xml', Buffer.from('<a/>'), 4)))).toBe('rundownFile.unreadable');
  });

  it('that unfolds beyond all measure is refused, whatever it says of itself', async () => {
    const bomb = Buffer.alloc(70 * 1024 * 1024, 32);
    for (const path of ['word/document.xml', 'xl/workbook.xml']) {
      expect((await refused(() => bring(zip(path, bomb, 10)))).code).toBe('tooLarge');
      expect((await refused(() => bring(zip(path, Buffer.from('a'), 2 ** 31)))).code).toBe('tooLarge');
    }
  });

  it('that has more lines than a rundown is refused', async () => {
    const lines = Array.from({ length: 2200 }, (_, n) => `Materi ${n};0:30`);
    expect(await why(() => bring(['Judul;Durasi', ...lines].join('\n')))).toBe('sheet.tooLong');
  });
});

it('2,000 lines become one rundown', { timeout: 60_000 }, async () => {
  const lines = Array.from({ length: 2000 }, (_, n) => `Materi ${n};0:30;Naskah ${n}`);
  const { rundownId, counts } = await twice(['Judul;Durasi;Naskah', ...lines].join('\n'));
  expect(counts).toEqual({ items: 2000, segments: 0, warned: 0, wrong: 0 });
  expect(itemsOf(rundownId).map(({ item }) => item.title)).toEqual(lines.map((line) => line.split(';')[0]));
});
