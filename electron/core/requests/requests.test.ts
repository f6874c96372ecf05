import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import type { Caller } from '../../contract/api/handlers';
import { RegisterPage } from '../../contract/api/requests';
import type { Alert } from '../../contract/live';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { createAlerts } from '../control/alerts';
import { openStore, type Store } from '../store';
import { caller, operator, putAsset, quiet, sampleAsset, temporaryFolder } from '../store/samples';
import { createRequests, type RequestsRoom } from '.';

let now = 0;
const clock = { now: () => now };
/** Ten in the morning of a day, on the station's clock. */
const goTo = (day: string) => {
  now = Date.parse(`${day}T03:00:00Z`);
};
const head: Caller = { ...caller, role: 'head', actor: { ...operator, id: 'H1', name: 'Kepala Dinas' } };
const viewer: Caller = { ...caller, role: 'viewer' };
const seed = { command: 'tests.seed', actor: operator };
const FIELDS = {
  receivedOn: '2026-03-02',
  via: 'visit' as const,
  applicant: {
    ...{
      name: 'Sekar Wulan',
      kind: 'person' as const,
      address: 'Jl. Melati 5',
      phone: '0812-555',
      email: 'sekar@example.org',
    },
    identity: { kind: 'idCard' as const, ends: '0042' },
  },
  asked: 'Anggaran videotron 2025',
  purpose: 'Skripsi',
  wanted: 'soft' as const,
};
const ANSWER = { text: 'Terlampir.', ppid: 'anytime' as const, ground: '', explanation: '', assetIds: [] };

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: RequestsRoom;
let alerts: ReturnType<typeof createAlerts>;
let requests: RequestsRoom['handlers'];

beforeEach(async () => {
  goTo('2026-03-02');
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  alerts = createAlerts(clock);
  room = createRequests({ store, clock, log: quiet, alerts });
  requests = room.handlers;
});
afterEach(async () => {
  room.stop();
  await store.close();
  folder.remove();
});

const draft = ({ id, rev }: { id: string; rev: number }, part: Partial<typeof ANSWER> | object = {}) =>
  requests.draft({ id, rev, answer: { ...ANSWER, ...part } }, caller);
const decide = ({ id, rev }: { id: string; rev: number }, outcome: 'answered' | 'partly' | 'refused') =>
  requests.decide({ id, rev, outcome }, head);
const register = async (part: object = {}, by = caller) =>
  requests.list(RegisterPage.parse({ year: 2026, ...part }), by);
const textOf = (pdf: Buffer) => String(spawnSync('pdftotext', ['-', '-'], { input: pdf }).stdout);
const alertCodes = () => alerts.list().map(({ severity, reason }: Alert) => [severity, reason.code]);

describe('a request', () => {
  it('gets the next number of its year, and a last day in working days', async () => {
    const first = await requests.create(FIELDS, caller);
    expect(first).toMatchObject({
      number: '001/PPID/2026',
      dueOn: '2026-03-16',
      standing: { kind: 'running', left: 10 },
    });
    const old = await requests.create({ ...FIELDS, receivedOn: '2025-12-30' }, caller);
    expect(old.number).toBe('001/PPID/2025');
    expect((await requests.create(FIELDS, caller)).number).toBe('002/PPID/2026');
    expect(await reasonsOf(() => requests.create({ ...FIELDS, receivedOn: '2026-03-03' }, caller))).toEqual([
      'requests.future',
    ]);
    const { items, years } = await register();
    expect([items.map(({ number }) => number), years]).toEqual([
      ['002/PPID/2026', '001/PPID/2026'],
      [2026, 2025],
    ]);
  });

  it('has a number that is nobody else’s, whoever registers at once, after a clock set back, and after a start anew', async () => {
    const day = fc.constantFrom('2025-12-30', '2026-03-02', '2026-01-05');
    const step = fc.record({
      days: fc.array(day, { minLength: 1, maxLength: 5 }),
      back: fc.boolean(),
      anew: fc.boolean(),
    });
    const given: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const { days, back, anew } of steps) {
          if (anew) {
            await store.close();
            store = await openStore({ dir: folder.dir, clock, log: quiet });
            room = createRequests({ store, clock, log: quiet, alerts });
            requests = room.handlers;
          }
          goTo('2026-03-02');
          if (back) now -= 3_600_000;
          const made = await Promise.all(days.map((receivedOn) => requests.create({ ...FIELDS, receivedOn }, caller)));
          given.push(...made.map(({ number }) => number));
          // Nothing takes one back.
          await store.undo(caller.actor).catch(() => {});
        }
        for (const year of [2025, 2026]) {
          const ofYear = given.filter((number) => number.endsWith(`/${year}`));
          const inOrder = ofYear.map((_, at) => `${String(at + 1).padStart(3, '0')}/PPID/${year}`);
          expect(ofYear.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual(inOrder);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is found by page, by words and by how it stands', async () => {
    const old = { ...FIELDS, receivedOn: '2026-01-05', asked: 'Peta jalan' };
    for (const fields of [old, FIELDS, { ...FIELDS, asked: 'Peta banjir' }]) await requests.create(fields, caller);
    const numbers = async (part: object, by = caller) =>
      (await register(part, by)).items.map(({ number }) => Number.parseInt(number, 10));
    expect(await numbers({ limit: 2 })).toEqual([3, 2]);
    expect(await numbers({ limit: 2, offset: 2 })).toEqual([1]);
    expect(await numbers({ search: 'sekar PETA' })).toEqual([3, 1]);
    expect(await numbers({ search: 'sekar' }, viewer)).toEqual([]);
    expect(await numbers({ show: 'late' })).toEqual([1]);
    expect(await register({ search: 'banjir' })).toMatchObject({ found: 1, totals: { received: 3 } });
    const page = JSON.stringify(await register());
    expect(page).not.toMatch(/Melati|0812|Skripsi/);
  });

  it('follows the holidays of the settings while it is open', async () => {
    const { id } = await requests.create(FIELDS, caller);
    const office = { ...DEFAULT_SETTINGS.office, holidays: ['2026-03-16'] };
    await store.commit(seed, (tx) => tx.put('settings', { ...DEFAULT_SETTINGS, office }));
    expect((await requests.get({ id }, caller)).dueOn).toBe('2026-03-17');
  });

  it('is extended once, with a reason, before its last day has passed', async () => {
    const made = await requests.create(FIELDS, caller);
    const extended = await requests.extend({ id: made.id, rev: made.rev, why: 'Arsip di gudang' }, caller);
    expect(extended).toMatchObject({ state: 'extended', dueOn: '2026-03-25', extension: { days: 7 } });
    const again = { id: made.id, rev: extended.rev, why: 'Lagi' };
    expect(await reasonsOf(() => requests.extend(again, caller))).toEqual(['requests.extendedBefore']);
    const other = await requests.create(FIELDS, caller);
    goTo('2026-03-17');
    const late = { id: other.id, rev: other.rev, why: 'Terlambat' };
    expect(await reasonsOf(() => requests.extend(late, caller))).toEqual(['requests.tooLateToExtend']);
  });

  it('is refused only with the article, and answered only with an answer', async () => {
    const made = await requests.create(FIELDS, caller);
    expect(await reasonsOf(() => decide(made, 'refused'))).toEqual(['requests.noClass', 'requests.noGround']);
    expect(await reasonsOf(() => decide(made, 'answered'))).toEqual(['requests.noAnswer', 'requests.noClass']);
    const exempt = await draft(made, { ppid: 'exempt' });
    expect(await reasonsOf(() => decide(exempt, 'answered'))).toEqual(['requests.exemptGiven']);
    const ground = await draft(exempt, { ppid: 'exempt', ground: 'UU 14/2008 Pasal 17 huruf h' });
    goTo('2026-03-06');
    const done = await decide(ground, 'refused');
    expect(done).toMatchObject({ state: 'refused', closedOn: '2026-03-06', standing: { kind: 'closed' } });
    expect(done.decisions).toMatchObject([
      { outcome: 'refused', by: 'Kepala Dinas', on: '2026-03-06', took: 4, dueOn: '2026-03-16' },
    ]);
    expect(await reasonsOf(() => draft(done))).toEqual(['requests.closed']);
  });

  it('is objected to and decided anew; the register keeps how long the first took', async () => {
    const made = await draft(await requests.create(FIELDS, caller), { ground: 'Pasal 17 huruf b' });
    expect(
      await reasonsOf(() => requests.object({ id: made.id, rev: made.rev, why: 'x', on: '2026-03-02' }, caller)),
    ).toEqual(['requests.noObjection']);
    const done = await decide(made, 'refused');
    goTo('2026-03-10');
    const objected = await requests.object(
      { id: made.id, rev: done.rev, why: 'Bukan rahasia', on: '2026-03-09' },
      caller,
    );
    expect(objected).toMatchObject({ state: 'objection', closedOn: null, dueOn: '2026-04-20' });
    const granted = await decide(objected, 'answered');
    expect(granted.decisions.map(({ outcome, took }) => [outcome, took])).toEqual([
      ['refused', 0],
      ['answered', 1],
    ]);
    expect((await register()).totals).toMatchObject({ answered: 1, refused: 0, open: 0 });
  });

  it('never hands over what is exempt, unapproved, or gone', async () => {
    const open = sampleAsset({ name: 'Laporan terbuka' });
    const exempt = sampleAsset({ name: 'Rahasia', ppid: 'exempt', hash: 'e'.repeat(64) });
    const pending = sampleAsset({ name: 'Belum disetujui', approval: 'pending' });
    await store.commit(seed, (tx) => {
      for (const asset of [open, exempt, pending]) putAsset(tx, asset);
    });
    const made = await requests.create(FIELDS, caller);
    const withAll = () => draft(made, { assetIds: [open.id, exempt.id, pending.id] });
    expect(await reasonsOf(withAll)).toEqual(['judge.exempt', 'judge.notApproved']);
    const given = await draft(made, { assetIds: [open.id] });
    await store.commit(seed, (tx) => putAsset(tx, { ...open, ppid: 'exempt' }));
    expect(await reasonsOf(() => decide(given, 'answered'))).toEqual(['judge.exempt']);
    expect(await requests.givable({ assetIds: [open.id] }, caller)).toMatchObject([
      { refusals: [{ code: 'judge.exempt' }] },
    ]);
  });
});

describe('who asked', () => {
  it('is shown to those who answer alone', async () => {
    const { id } = await requests.create(FIELDS, caller);
    expect((await requests.get({ id }, caller)).applicant).toMatchObject({
      name: 'Sekar Wulan',
      contact: { phone: '0812-555' },
    });
    const seen = await requests.get({ id }, viewer);
    expect(seen.applicant).toEqual({ name: 'S. W.', kind: 'person', contact: null });
    expect(JSON.stringify(await register({}, viewer))).not.toMatch(/Sekar|0812|Melati|0042/);
  });

  it('is never in the history', async () => {
    const made = await requests.create(FIELDS, caller);
    await draft(made);
    const history = JSON.stringify(store.audit.list({ limit: 50 }));
    expect(history).toContain('Anggaran videotron');
    expect(history).not.toMatch(/Sekar|0812|Melati|0042/);
  });

  it('cannot be reached any more when its time is over', async () => {
    const made = await draft(await requests.create(FIELDS, caller));
    await decide(made, 'answered');
    goTo('2027-03-02');
    await room.lookAfter();
    expect((await requests.get({ id: made.id }, caller)).forgottenAt).toBeNull();
    goTo('2027-03-03');
    await room.lookAfter();
    expect(await requests.get({ id: made.id }, caller)).toMatchObject({
      ...{ forgottenAt: now, asked: 'Anggaran videotron 2025' },
      applicant: {
        name: 'Sekar Wulan',
        contact: { phone: '', email: '', address: '', identity: { kind: 'none', ends: '' } },
      },
    });
  });
});

it('warns before the last day, and louder after it, until it is decided', async () => {
  room.start();
  const made = await draft(await requests.create(FIELDS, caller));
  expect(alertCodes()).toEqual([]);
  goTo('2026-03-11');
  await room.lookAfter();
  expect(alertCodes()).toEqual([['warning', 'requests.soon']]);
  goTo('2026-03-17');
  await room.lookAfter();
  expect(alertCodes()).toEqual([['error', 'requests.late']]);
  await decide(made, 'answered');
  expect(alertCodes()).toEqual([]);
});

it('makes the register of a year as CSV, without who asked, and what it comes to', async () => {
  const made = await draft(await requests.create({ ...FIELDS, asked: '=SUM(A1)' }, caller), {
    ground: 'Pasal 17 huruf h',
  });
  goTo('2026-03-09');
  await decide(made, 'refused');
  await requests.create(FIELDS, caller);
  let text = '';
  for await (const piece of room.csv(2026, 'id')) text += piece;
  const lines = text.split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFNomor;Tanggal masuk;Melalui/);
  expect(lines[1]).toBe(
    "001/PPID/2026;2026-03-02;datang langsung;perorangan;'=SUM(A1);Skripsi;berkas elektronik;setiap saat;2026-03-16;;ditolak;2026-03-09;ditolak;5;Pasal 17 huruf h;0;",
  );
  expect(lines).toContain('Permohonan masuk;2');
  expect(lines).toContain('Ditolak;1');
  expect(text).not.toMatch(/Sekar|0812/);
});

it('writes the letter with what may still be given, and nothing else', { timeout: 30_000 }, async ({ skip }) => {
  if (spawnSync('pdftotext', ['-v']).error) skip('pdftotext is not here');
  const asset = sampleAsset({ name: 'Laporan terbuka' });
  await store.commit(seed, (tx) => tx.put('asset', asset));
  const made = await draft(await requests.create(FIELDS, caller), { assetIds: [asset.id] });
  await decide(made, 'answered');
  const { name, bytes } = await room.letter(made.id, { paper: 'F4', language: 'id' });
  expect(name).toBe('001-PPID-2026.pdf');
  const text = textOf(bytes);
  expect(text).toContain('PEMBERITAHUAN TERTULIS');
  expect(text).toContain('Laporan terbuka');
  await store.commit(seed, (tx) => putAsset(tx, { ...asset, ppid: 'exempt' }));
  expect(textOf((await room.letter(made.id, { paper: 'A4', language: 'id' })).bytes)).not.toContain('Laporan terbuka');
});

it('explains a refusal over as many pages as it takes, and not what is given in full', {
  timeout: 30_000,
}, async ({ skip }) => {
  const explanation = Array.from({ length: 600 }, (_, n) => `Alasan ke-${n + 1}.`).join(' ');
  const ground = 'Pasal 17 huruf h';
  const refusal = await draft(await requests.create(FIELDS, caller), { ppid: 'exempt', ground, explanation });
  const part = await draft(await requests.create(FIELDS, caller), { ground, explanation: 'Nama dihitamkan.' });
  const full = await draft(await requests.create(FIELDS, caller), { ground, explanation });
  expect((await decide(refusal, 'refused')).decisions).toMatchObject([{ answer: { text: '', ground, explanation } }]);
  await decide(part, 'partly');
  expect((await decide(full, 'answered')).decisions).toMatchObject([{ answer: { ground: '', explanation: '' } }]);
  if (spawnSync('pdftotext', ['-v']).error) skip('pdftotext is not here');
  const letter = async ({ id }: { id: string }) =>
    textOf((await room.letter(id, { paper: 'A4', language: 'id' })).bytes);
  const text = await letter(refusal);
  expect(text.indexOf('Pasal 17 huruf h')).toBeLessThan(text.indexOf('Alasan ke-1.'));
  expect(text).toContain('Alasan ke-600.');
  expect(text.split('\f').length - 1).toBeGreaterThan(1);
  expect(await letter(part)).toContain('Nama dihitamkan.');
  expect(await letter(full)).not.toContain('Alasan ke-1.');
});
