import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { codes } from '../../../../tests/fixtures/refusals';
import { ImportReport } from '../../../contract/api/exchange';
import { idFor, video } from '../../../domain/compile-fixtures';
import { policyOf } from '../../../domain/traffic/fixtures';
import { workbookOf } from '../../sheets/samples';
import { operator } from '../../store/samples';
import { LIST, putAsset } from '../samples';
import { ALL, type Desk, DRAFT, freshDesk, ONE, problems } from './fresh-desk';
import { MOST_ROWS } from './table';
import { WORDS } from './words';

let desk: Desk;
freshDesk((fresh) => {
  desk = fresh;
});

describe('an import', () => {
  it('tells first, then does it as one command that can be undone', async () => {
    await desk.put(1);
    const file = (await desk.exchange.exportBookings(ALL, 'csv')).toString();
    const [head, line] = file.split('\r\n');
    const changed = line?.replace('Pagi', 'Sore').replace('31', '30');
    const fresh = line?.replace('Pagi', 'Baru').replace(idFor('B', 1), '');
    const sheet = [
      head,
      changed,
      fresh,
      line?.replace(ONE, '').replace('VT-01', 'VT-99').replace(idFor('B', 1), ''),
    ].join('\r\n');
    const told = await desk.bring(sheet);
    expect(told.counts).toEqual({ create: 1, change: 1, same: 0, wrong: 1 });
    expect(told.rows[0]).toMatchObject({ row: 2, action: 'change', columns: ['name', 'to'], bookingId: idFor('B', 1) });
    expect(problems(told)[2]).toEqual(['displays sheet.noDisplay']);
    expect(desk.bench.store.all('booking')).toHaveLength(1);
    expect((await desk.bring(sheet, told.print)).applied).toBe(true);
    expect(
      desk.bench.store
        .all('booking')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Baru', 'Sore']);
    expect((await desk.bench.store.undo(operator)).command).toBe('bookings.import');
    expect(desk.bench.store.all('booking')).toMatchObject([{ name: 'Pagi', to: '2026-12-31' }]);
  });

  it('is carried out once, also where it is sent twice at once, until that is undone', async () => {
    const sheet = 'Booking,Plays,Displays,First day,Last day\nBaru,Daftar 1,VT-01,2026-03-01,2026-03-31';
    const { print } = await desk.bring(sheet);
    const both = await Promise.allSettled([desk.bring(sheet, print), desk.bring(sheet, print)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(desk.bench.store.all('booking')).toHaveLength(1);
    expect(await codes(() => desk.bring(sheet, print))).toEqual(['refused', 'sheet.already']);
    await desk.bench.store.undo(operator);
    await desk.bring(sheet, print);
    expect(desk.bench.store.all('booking')).toHaveLength(1);
  });

  it('is refused when the bookings have moved since it was read', async () => {
    await desk.put(1);
    const sheet = (await desk.exchange.exportBookings(ALL, 'csv')).toString().replace('Pagi', 'Sore');
    const { print } = await desk.bring(sheet);
    await desk.put(1, { name: 'Lain' });
    expect(await codes(() => desk.bring(sheet, print))).toEqual(['refused', 'sheet.moved']);
    expect(desk.bench.store.get('booking', idFor('B', 1))?.name).toBe('Lain');
  });

  const HEAD = 'Nama jadwal;Yang ditayangkan;Layar;Mulai tanggal;Sampai tanggal';

  it('needs few columns, and fills the rest as usual', async () => {
    const told = await desk.bring(`Rencana Maret\n\n${HEAD}\nPagi;${LIST.name};VT-01;1 Maret 2026;31/3/2026\n\n;;;;\n`);
    expect(told.rows).toMatchObject([{ row: 4, action: 'create' }]);
    expect(told.notes).toEqual([{ code: 'sheet.emptyRows', params: { count: 2 } }]);
    await desk.bring(`Rencana Maret\n\n${HEAD}\nPagi;${LIST.name};VT-01;1 Maret 2026;31/3/2026\n\n;;;;\n`, told.print);
    expect(desk.bench.store.all('booking')).toMatchObject([
      {
        from: '2026-03-01',
        to: '2026-03-31',
        dayparts: [{ start: '00:00:00', end: '24:00:00' }],
        how: { kind: 'rotation' },
      },
    ]);
  });

  it('says what is wrong in which column', async () => {
    await putAsset(desk.bench.store, video(8, 30_000, { name: 'Kembar' }));
    await putAsset(desk.bench.store, video(9, 30_000, { name: 'Kembar', hash: 'c'.repeat(64) }));
    const rows = [
      ';;;;',
      'A;Tiada;VT-01;besok;2026-03-01',
      `A;${LIST.name};;2026-03-02;2026-03-01`,
      `A;${LIST.name};VT-01;2026-03-02;2026-03-01`,
    ];
    const told = await desk.bring(`${HEAD};Entah\n${rows.join('\n')}\n`);
    expect(problems(told)).toEqual([
      ['material sheet.noPlaylist', 'from sheet.noDate'],
      ['displays sheet.nowhere'],
      ['to sheet.endsBeforeStart'],
    ]);
    expect(told.notes.map(({ code }) => code)).toEqual(['sheet.unknownColumn', 'sheet.emptyRows']);
    const more = `${HEAD};Jenis;Cara tayang;Slot;Prioritas;Aturan hari;Kode`;
    const good = 'VT-01;2026-03-01;2026-03-02';
    const lines = [
      `A;Kembar;${good};Materi;;;;;`,
      `A;${LIST.name};${good};;slot tetap;;;;`,
      `A;${LIST.name};${good};;Slot tetap;900;12;;`,
      `A;${LIST.name};${good};;;;;FREQ=SECONDLY;`,
      `A;${LIST.name};${good};;;;;;${idFor('B', 77)}`,
    ];
    expect(problems(await desk.bring([more, ...lines].join('\n')))).toEqual([
      ['material sheet.ambiguous'],
      ['slot sheet.empty'],
      ['slot sheet.outOfRange', 'priority sheet.outOfRange'],
      ['rule sheet.ruleForm'],
      ['id sheet.unknownId'],
    ]);
  });

  it('says of each row what the form would say of it, beside what is booked and beside the other rows, and saves those chosen', async () => {
    await desk.bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('loopPolicy', policyOf({ id: idFor('P', 900), where: { displayIds: [ONE], groupIds: [] } })),
    );
    const slot = (n: number) => ({ kind: 'slot' as const, slot: n, every: 1, first: 0 });
    const usual = { ...DRAFT, weekdays: [1, 2, 3, 4, 5, 6, 7], dayparts: [{ start: '06:00:00', end: '22:00:00' }] };
    await desk.put(1, { ...usual, name: 'Lama', how: slot(1) });
    const rows = [
      `Baik;${LIST.name};VT-01;Slot tetap;2;`,
      `Kedua;${LIST.name};VT-01;Slot tetap;2;`,
      `Ketiga;${LIST.name};VT-01;Slot tetap;1;`,
      `Tanpa putaran;${LIST.name};VT-01; VT-02;Slot tetap;3;`.replace('VT-01; VT-02', '"VT-01; VT-02"'),
      `Tiada;Hilang;VT-01;Bergiliran;;`,
      `Mendesak;${LIST.name};VT-01;Slot tetap;1;9`,
    ].map((line) => `${line};2026-03-02;2026-03-31`);
    const head = 'Nama jadwal;Yang ditayangkan;Layar;Cara tayang;Slot;Prioritas;Mulai tanggal;Sampai tanggal';
    const sheet = [head, ...rows].join('\n');
    const told = ImportReport.parse(await desk.bring(sheet));
    const said = told.rows.map(({ name, verdict, conflicts }) => [
      name,
      verdict,
      conflicts.map(({ column, severity, reason: { code, params } }) => [
        column,
        severity,
        code,
        params.by ?? params.booking,
      ]),
    ]);
    expect(said).toEqual([
      ['Baik', 'fine', []],
      ['Kedua', 'warned', [['slot', 'stops', 'plan.slotOversold', 'Baik']]],
      ['Ketiga', 'warned', [['slot', 'stops', 'plan.slotOversold', 'Mendesak']]],
      ['Tanpa putaran', 'warned', [['slot', 'stops', 'plan.noLoop', undefined]]],
      ['Tiada', 'wrong', []],
      ['Mendesak', 'warned', [['priority', 'costs', 'plan.costsOther', 'Lama']]],
    ]);
    expect(told.rows[3]?.conflicts[0]?.place).toEqual([{ code: 'plan.place.on', params: { displays: 'VT-02' } }]);
    expect(told.notes).toEqual([]);
    const done = await desk.bring(sheet, told.print, [3, 4]);
    expect(done.counts).toEqual({ create: 3, change: 0, same: 0, wrong: 1 });
    expect(desk.bench.store.all('booking').map(({ name }) => name)).toEqual([
      'Lama',
      'Baik',
      'Tanpa putaran',
      'Mendesak',
    ]);
  });

  it('says what is allowed in place of what is not', async () => {
    await putAsset(desk.bench.store, video(8, 30_000, { name: 'Cuci tangan pakai sabun' }));
    const head = `${HEAD};Jenis;Cara tayang;Slot;Mulai putaran ke;Prioritas;Hari;Peruntukan`;
    const rest = '2026-03-01;2026-03-02';
    const lines = [
      `A;Cuci tngan pakai sabun;VT01;${rest};Materi;;;;;;`,
      `A;Cuci tangan pakai sabun;VT-01;${rest};;;;;;;`,
      `A;${LIST.name};VT-01;${rest};Materi;;;;;;`,
      `A;Tiada sama sekali;XYZ;${rest};Film;selalu;;;;;umum`,
      `A;${LIST.name};VT-01;${rest};;Slot tetap;0;0;10;Sabtuu;`,
      `A;${LIST.name};VT-01;${rest};;Slot tetap;0;0;10;;`,
      `A;${LIST.name};VT-01;${rest};;Slot tetap;1,5;1;9;;`,
    ];
    const { rows } = await desk.bring([head, ...lines].join('\n'));
    const said = rows.map((row) =>
      row.problems.map(({ column, reason: { code, params } }) =>
        [column, code, params.context ?? '', params.near ?? params.most ?? params.least ?? ''].join(' ').trim(),
      ),
    );
    expect(said).toEqual([
      ['material sheet.noAsset near “Cuci tangan pakai sabun”', 'displays sheet.noDisplay near “VT-01”'],
      ['material sheet.noPlaylist other'],
      ['material sheet.noAsset other'],
      [
        ...['kind sheet.noWord kinds', 'material sheet.noPlaylist', 'displays sheet.noDisplay'],
        ...['how sheet.noWord hows', 'purpose sheet.noWord purposes'],
      ],
      ['weekdays sheet.noWeekday'],
      ['slot sheet.outOfRange least 1', 'first sheet.outOfRange least 1', 'priority sheet.outOfRange most 9'],
      ['slot sheet.outOfRange whole'],
    ]);
  });

  it('names every word that is allowed in the column', () => {
    for (const language of ['id', 'en']) {
      const { sheet } = JSON.parse(readFileSync(`resources/locales/${language}/reasons.json`, 'utf8'));
      for (const vocabulary of ['kinds', 'hows', 'pers', 'whenTaken', 'purposes', 'zones', 'flags'] as const) {
        const named = [...sheet[`noWord_${vocabulary}`].matchAll(/\$t\(bookingSheet:(\w+\.\w+)\)/g)];
        const words = Object.keys(WORDS.id[vocabulary]).map((word) => `${vocabulary}.${word}`);
        expect(named.map(([, key]) => key)).toEqual(words);
      }
    }
  });

  it('refuses what is no sheet, what has no headings and what is too long, in words', async () => {
    expect(await codes(() => desk.bring(''))).toEqual(['invalidInput', 'sheet.emptyFile']);
    expect(await codes(() => desk.bring('PK nothing'))).toEqual(['invalidInput', 'sheet.unreadable']);
    expect(await codes(() => desk.bring('\0\0\0'))).toEqual(['invalidInput', 'sheet.unreadable']);
    expect(await codes(() => desk.bring('a;b\n1;2'))).toEqual(['invalidInput', 'sheet.noHeadings']);
    const long = `${HEAD}\n${'A;B;C;D;E\n'.repeat(50_000)}`;
    expect(await codes(() => desk.bring(long))).toEqual(['invalidInput', 'sheet.tooLong']);
    const wide = Array.from({ length: MOST_ROWS + 40 }, () => ['A']);
    const xlsx = await writeExcel([HEAD.split(';'), ...wide]).toBuffer();
    expect(await codes(() => desk.bring(xlsx))).toEqual(['invalidInput', 'sheet.tooLong']);
  });

  it('takes the last value of a formula and says so, and refuses merged cells', async () => {
    const heads = HEAD.split(';');
    const row = (name: object) => [
      name,
      { value: LIST.name },
      { value: 'VT-01' },
      { value: new Date('2026-03-01'), format: 'dd/mm/yyyy' },
      { value: '1/4/2026' },
    ];
    const file = await writeExcel([
      heads.map((value) => ({ value })),
      row({ value: 'Pagi' }),
      row({ value: 'Satu', rowSpan: 2 }),
      row(null as unknown as object),
      row({ value: '"Ru"&"mus"', type: 'Formula' }),
    ]).toBuffer();
    const told = await desk.bring(file);
    expect(told.rows.map(({ action }) => action)).toEqual(['create', 'create', 'wrong', 'wrong']);
    expect(problems(told)[2]).toEqual(['name sheet.merged']);
    // This writer keeps no value beside a formula: it is empty, and that is said too.
    expect(problems(told)[3]).toEqual(['name sheet.empty']);
    expect(told.rows[3]?.notes.map(({ reason }) => reason.code)).toEqual(['sheet.formula']);
  });

  it('reads workbooks of other programs: last values of formulas, gaps between rows, rows beyond all measure', async () => {
    const cell = (at: string, text: string, formula = '') =>
      `<c r="${at}" t="str">${formula ? `<f>${formula}</f>` : ''}<v>${text}</v></c>`;
    const row = (n: number, texts: string[], formula = '') =>
      `<row r="${n}">${texts.map((text, index) => cell(`${'ABCDE'[index]}${n}`, text, index === 0 ? formula : '')).join('')}</row>`;
    const good = [LIST.name, 'VT-01', '2026-03-01', '2026-03-31'];
    const rows = row(1, HEAD.split(';')) + row(4, ['Rumus', ...good], 'CONCAT(1)');
    const told = await desk.bring(workbookOf(rows));
    expect(told.rows).toMatchObject([
      { row: 4, name: 'Rumus', action: 'create', notes: [{ column: 'name', reason: { params: { value: 'Rumus' } } }] },
    ]);
    // As wide and as long as a sheet can be, again and again: looking at each cell would take minutes.
    const areas = '<mergeCell ref="A4:XFD1048576"/>'.repeat(5000);
    const { rows: merged } = await desk.bring(workbookOf(rows, `<mergeCells>${areas}</mergeCells>`));
    const columns = merged[0]?.problems.map(({ column, reason }) => [column, reason.code]) ?? [];
    expect(columns.filter(([, code]) => code === 'sheet.merged').map(([column]) => column)).toEqual([
      'material',
      'displays',
      'from',
      'to',
    ]);
    const far = row(1, HEAD.split(';')) + row(1_048_576, ['A', ...good]);
    expect(await codes(() => desk.bring(workbookOf(far)))).toEqual(['invalidInput', 'sheet.tooLong']);
    expect(await codes(() => desk.bring(workbookOf('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')))).toEqual([
      'invalidInput',
      'sheet.unreadable',
    ]);
  });
});
