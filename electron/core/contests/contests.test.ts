import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { EntryPage } from '../../contract/api/contests';
import type { Caller } from '../../contract/api/handlers';
import { newId } from '../../contract/ulid';
import { booking, idFor, ofAsset } from '../../domain/compile-fixtures';
import { usageOf } from '../library/usage';
import { openStore, type Store } from '../store';
import { caller, operator, putAsset, quiet, sampleAsset, sampleUser, temporaryFolder } from '../store/samples';
import { type ContestsRoom, createContests } from '.';

let now = 0;
const clock = { now: () => now };
const goTo = (day: string) => {
  now = Date.parse(`${day}T03:00:00Z`);
};
const seed = { command: 'tests.seed', actor: operator };
const as = (id: string, role: Caller['role'] = 'viewer'): Caller => ({
  ...caller,
  role,
  actor: { kind: 'user', id, name: id },
});
const head: Caller = { ...caller, role: 'head', actor: { ...operator, id: 'H1', name: 'Kepala Dinas' } };
const [IDEA, CRAFT] = [idFor('K', 1), idFor('K', 2)];
const [ANI, BUDI] = [newId(), newId()];
const FIELDS = {
  ...{
    title: 'Sayembara Video Ayo ke TPS',
    theme: 'Pemilih muda',
    call: 'Kirim karyamu',
    rules: 'Asli',
    statement: 'Hak siar pada Diskominfo',
  },
  ...{ opensOn: '2026-03-01', closesOn: '2026-03-31', categories: [], jurorIds: [ANI, BUDI] },
  criteria: [
    { id: IDEA, name: 'Gagasan', weight: 3 },
    { id: CRAFT, name: 'Teknik', weight: 1 },
  ],
};
const ENTRY = {
  ...{ title: 'Jari Ungu', category: null, confirmed: true, ownJurorIds: [] as string[] },
  entrant: { name: 'Sekar Wulan', from: 'Desa Sumber Bening', phone: '0812-555', email: 'sekar@example.org' },
};

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: ContestsRoom;
let contests: ContestsRoom['handlers'];

beforeEach(async () => {
  goTo('2026-03-10');
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  room = createContests({ store, clock, log: quiet, usesOf: (id) => usageOf(store, id, now) });
  contests = room.handlers;
  await store.commit(seed, (tx) => {
    tx.put('user', sampleUser({ id: ANI, name: 'Ani', signInName: 'ani', role: 'viewer' }));
    tx.put('user', sampleUser({ id: BUDI, name: 'Budi', signInName: 'budi', role: 'producer' }));
  });
});
afterEach(async () => {
  room.stop();
  await store.close();
  folder.remove();
});

const contest = (id: string) => store.get('contest', id) ?? { id, rev: 0 };
const entry = (id: string) => store.get('contestEntry', id);
const move = (id: string, to: 'draft' | 'open' | 'judging') => contests.move({ id, rev: contest(id).rev, to }, caller);
const check = (id: string, to: 'valid' | 'disqualified', why = '') =>
  contests.checkEntry({ id, rev: entry(id)?.rev ?? 0, to, why }, caller);
const score = (id: string, by: string, idea: number, craft: number) =>
  contests.score({ id, marks: { [IDEA]: idea, [CRAFT]: craft }, note: `catatan ${by}` }, as(by));
const seen = async (contestId: string, id: string, by: Caller) =>
  (await contests.entries(EntryPage.parse({ contestId }), by)).items.find((each) => each.id === id);

async function opened(part: Partial<typeof FIELDS> = {}): Promise<string> {
  const { id } = await contests.create({ ...FIELDS, ...part }, caller);
  await move(id, 'open');
  return id;
}
async function added(contestId: string, title: string, part: Partial<typeof ENTRY> = {}) {
  // Each its own content: what is classed exempt is so with all that holds the same bytes.
  const asset = sampleAsset({ name: title, hash: createHash('sha256').update(title).digest('hex') });
  await store.commit(seed, (tx) => tx.put('asset', asset));
  const { id } = await contests.addEntry(
    { contestId, fields: { ...ENTRY, title, assetId: asset.id, ...part } },
    caller,
  );
  return { id, assetId: asset.id };
}
/** Two valid entries before the jury. */
async function judging(part: Partial<typeof ENTRY> = {}) {
  const id = await opened();
  const [first, second] = [await added(id, 'Jari Ungu'), await added(id, 'Satu Suara', part)];
  await check(first.id, 'valid');
  await check(second.id, 'valid');
  await move(id, 'judging');
  return { id, first, second };
}

it('tells entries by pages, found by words and state, the best first where scores are open', async () => {
  const { id, first, second } = await judging();
  const titles = async (asked: object) =>
    (await contests.entries(EntryPage.parse({ contestId: id, ...asked }), caller)).items.map(({ title }) => title);
  expect(await titles({ limit: 1 })).toEqual(['Jari Ungu']);
  expect(await titles({ limit: 1, offset: 1 })).toEqual(['Satu Suara']);
  expect(await titles({ search: 'BENING satu' })).toEqual(['Satu Suara']);
  expect(await titles({ state: 'received' })).toEqual([]);
  for (const juror of [ANI, BUDI]) {
    await score(first.id, juror, 50, 50);
    await score(second.id, juror, 90, 90);
  }
  expect(await titles({ order: 'best' })).toEqual(['Satu Suara', 'Jari Ungu']);
  // How to reach somebody finds nobody.
  expect(await titles({ search: '0812' })).toEqual([]);
});

describe('entries', () => {
  it('are not of material that is on its way to air: it would leave it without a word', async () => {
    const id = await opened();
    const asset = sampleAsset({ id: idFor('A', 7) });
    await store.commit(seed, (tx) => {
      tx.put('asset', asset);
      tx.put('booking', booking(1, ofAsset(asset)));
    });
    const fields = { ...ENTRY, assetId: asset.id };
    expect(await reasonsOf(() => contests.addEntry({ contestId: id, fields }, caller))).toEqual([
      'library.leavesAir',
      'where.booking',
    ]);
    expect(store.get('asset', asset.id)?.approval).toBe('notNeeded');
  });

  it('are taken while the contest is open, within its days, and their material waits for approval', async () => {
    const { id: draftId } = await contests.create({ ...FIELDS, title: 'Lain' }, caller);
    const fields = { ...ENTRY, assetId: null };
    expect(await reasonsOf(() => contests.addEntry({ contestId: draftId, fields }, caller))).toEqual([
      'contests.notNow',
    ]);
    const id = await opened();
    const { assetId } = await added(id, 'Jari Ungu');
    expect(store.get('asset', assetId)?.approval).toBe('pending');
    const handed = await room.handIn(id, { ...ENTRY, assetId: null }, operator);
    expect(entry(handed.id)).toMatchObject({ state: 'received', ownJurorIds: [] });
    goTo('2026-04-01');
    expect(await reasonsOf(() => contests.addEntry({ contestId: id, fields }, caller))).toEqual(['contests.closed']);
    expect(await reasonsOf(() => contests.remove({ id }, caller))).toEqual(['contests.hasEntries']);
    await expect(store.undo(operator)).rejects.toMatchObject({ data: { code: 'undoConflict' } });
  });

  it('have their material marked in the library while no statement of rights is signed', async () => {
    const id = await opened();
    const { id: entryId, assetId } = await added(id, 'Tanpa hak', { confirmed: false });
    expect(store.get('asset', assetId)?.tags).toEqual(['tanpa pernyataan hak']);
    await check(entryId, 'disqualified', 'Pernyataan tidak ditandatangani');
    expect(store.get('asset', assetId)?.tags).toEqual(['tanpa pernyataan hak']);
    const fields = { ...ENTRY, title: 'Tanpa hak', assetId };
    await contests.updateEntry({ id: entryId, rev: entry(entryId)?.rev ?? 0, fields }, caller);
    expect(store.get('asset', assetId)?.tags).toEqual([]);
  });

  it('are valid with a signed statement and a file, and fall out with a reason', async () => {
    const id = await opened();
    const { id: unsigned } = await added(id, 'Tanpa hak', { confirmed: false });
    expect(await reasonsOf(() => check(unsigned, 'valid'))).toEqual(['contests.notConfirmed']);
    expect(await reasonsOf(() => check(unsigned, 'disqualified'))).toEqual(['contests.noWhy']);
    expect(await reasonsOf(() => move(id, 'judging'))).toEqual(['contests.unchecked']);
    await check(unsigned, 'disqualified', 'Pernyataan tidak ditandatangani');
    expect(await reasonsOf(() => move(id, 'judging'))).toEqual(['contests.nothingToJudge']);
  });

  it('show how to reach who entered to those who keep the contest alone, and the history never', async () => {
    const id = await opened();
    const { id: entryId } = await added(id, 'Jari Ungu');
    expect((await seen(id, entryId, caller))?.entrant.contact).toMatchObject({ phone: '0812-555' });
    expect((await seen(id, entryId, as(ANI)))?.entrant).toEqual({
      name: 'Sekar Wulan',
      from: 'Desa Sumber Bening',
      contact: null,
    });
    expect(JSON.stringify(store.audit.list({ limit: 50 }))).not.toMatch(/Sekar|0812/);
    goTo('2027-04-02');
    expect(await room.forget()).toBe(1);
    expect(entry(entryId)).toMatchObject({ forgottenAt: now, entrant: { name: 'Sekar Wulan', phone: '', email: '' } });
    expect(await room.forget()).toBe(0);
  });
});

describe('the jury', () => {
  it('scores whole, of the jury, and never an own entry', async () => {
    const { first, second } = await judging({ ownJurorIds: [BUDI] });
    expect(await reasonsOf(() => score(first.id, newId(), 1, 1))).toEqual(['contests.notOfTheJury']);
    expect(await reasonsOf(() => score(second.id, BUDI, 100, 100))).toEqual(['contests.ownEntry']);
    const half = () => contests.score({ id: first.id, marks: { [IDEA]: 90 }, note: '' }, as(ANI));
    expect(await reasonsOf(half)).toEqual(['contests.scoreNotWhole']);
    expect(entry(first.id)?.scores).toEqual([]);
  });

  it('sees nobody else’s score until all are given, and then none is changed; the history never tells', async () => {
    const { id, first, second } = await judging();
    await score(first.id, ANI, 80, 60);
    await score(second.id, ANI, 40, 40);
    await score(first.id, BUDI, 60, 60);
    for (const who of [caller, head, as(BUDI)]) {
      const view = await seen(id, first.id, who);
      expect(view?.scores.map(({ juror }) => juror)).toEqual(who.actor.id === BUDI ? ['Budi'] : []);
      expect(view).toMatchObject({ standing: null, progress: { scored: 2, of: 2 } });
    }
    expect(JSON.stringify(store.audit.list({ limit: 50 }))).not.toContain('catatan');
    await score(second.id, BUDI, 50, 50);
    expect((await seen(id, first.id, as(BUDI)))?.scores.map(({ juror }) => juror).sort()).toEqual(['Ani', 'Budi']);
    expect((await seen(id, first.id, caller))?.standing).toMatchObject({
      mean: 67.5,
      lowest: 60,
      highest: 75,
      rank: 1,
    });
    expect(await reasonsOf(() => score(second.id, BUDI, 100, 100))).toEqual(['contests.scoresOpened']);
    const fields = { ...ENTRY, title: 'Satu Suara', assetId: second.assetId, ownJurorIds: [BUDI] };
    await contests.updateEntry({ id: second.id, rev: entry(second.id)?.rev ?? 0, fields }, caller);
    const back = { id: second.id, rev: entry(second.id)?.rev ?? 0, fields: { ...fields, ownJurorIds: [] } };
    expect(await reasonsOf(() => contests.updateEntry(back, caller))).toEqual(['contests.scored']);
  });

  it('stays, and so do its criteria, once scores have begun', async () => {
    const { id, first } = await judging();
    await score(first.id, ANI, 80, 60);
    const update = (part: object) =>
      contests.update({ id, rev: contest(id).rev, fields: { ...FIELDS, ...part } }, caller);
    expect(await reasonsOf(() => update({ jurorIds: [ANI] }))).toEqual(['contests.scoresBegun']);
    expect(await reasonsOf(() => update({ criteria: FIELDS.criteria.slice(1) }))).toEqual(['contests.scoresBegun']);
    expect(await reasonsOf(() => move(id, 'open'))).toEqual(['contests.scoresBegun']);
    expect(await update({ theme: 'Lain' })).toMatchObject({ theme: 'Lain' });
  });
});

describe('winners', () => {
  const shortlist = (id: string, entryIds: string[]) =>
    contests.shortlist({ id, rev: contest(id).rev, entryIds }, head);
  const ranked = (id: string, winners: [string, number][]) => ({
    ...{ id, rev: contest(id).rev },
    winners: winners.map(([entryId, rank]) => ({ entryId, rank })),
  });
  const WHY = 'Juri kedua sakit dan tidak tergantikan';
  const decide = (id: string, ...winners: [string, number][]) =>
    contests.decide({ ...ranked(id, winners), incomplete: WHY }, head);
  const reopen = (id: string) =>
    contests.reopen({ id, rev: contest(id).rev, reason: 'Peringkat tertukar saat dibacakan' }, head);
  const paperText = async (id: string) => {
    const { bytes } = await room.announcement(id, { paper: 'A4', language: 'id' });
    return String(spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).stdout).replace(/\s+/g, ' ');
  };

  it('come from the shortlist, go into the library marked, and are still to be approved', async () => {
    const { id, first, second } = await judging();
    await score(first.id, ANI, 80, 60);
    await shortlist(id, [first.id]);
    expect(await reasonsOf(() => score(first.id, BUDI, 1, 1))).toEqual(['contests.notNow']);
    expect(await seen(id, first.id, as(ANI))).toMatchObject({ standing: { mean: 75, missing: ['Budi'] } });
    expect(await reasonsOf(() => decide(id, [second.id, 1]))).toEqual(['contests.notShortlisted']);
    expect(await decide(id, [first.id, 1])).toMatchObject({
      state: 'decided',
      decided: { by: 'Kepala Dinas', on: '2026-03-10' },
    });
    const asset = store.get('asset', first.assetId);
    expect(asset).toMatchObject({ approval: 'pending', tags: ['sayembara', FIELDS.title] });
    expect(asset?.notes).toContain(
      'juara 1, Jari Ungu, karya Sekar Wulan (Desa Sumber Bening). Pernyataan hak: Hak siar',
    );
    expect(asset?.notes).not.toContain('0812');
  });

  it('are decided without all scores for a reason alone, which the minutes give', { timeout: 30_000 }, async ({
    skip,
  }) => {
    const { id, first, second } = await judging();
    await shortlist(id, [first.id, second.id]);
    const at = () => ranked(id, [[first.id, 1]]);
    expect(await reasonsOf(() => contests.decide(at(), head))).toEqual(['contests.scoresMissing']);
    expect(await decide(id, [first.id, 1])).toMatchObject({ decided: { incomplete: WHY } });
    expect(room.csv(id, 'id').name).toBe('Sayembara Video Ayo ke TPS.csv');
    if (spawnSync('pdftotext', ['-v']).error) skip('pdftotext is not here');
    const text = await paperText(id);
    expect(text).toContain('tanpa nilai juri');
    expect(text).toContain('0 dari 4');
    expect(text).toContain(WHY);
    expect(text).not.toContain('rata-rata');
  });

  it('say nothing of missing scores where all are in', async () => {
    const { id, first, second } = await judging();
    for (const one of [first.id, second.id]) for (const by of [ANI, BUDI]) await score(one, by, 80, 60);
    await shortlist(id, [first.id]);
    expect((await decide(id, [first.id, 1])).decided).toEqual({ by: 'Kepala Dinas', on: '2026-03-10' });
  });

  it('are none any more once the head reopens, with a reason, before their material is approved or used', async () => {
    const { id, first, second } = await judging();
    await score(first.id, ANI, 80, 60);
    await store.commit(seed, (tx) => {
      const asset = tx.get('asset', first.assetId);
      if (asset) tx.put('asset', { ...asset, notes: 'Direkam di balai desa', tags: ['TPS'] });
    });
    await shortlist(id, [first.id, second.id]);
    await decide(id, [first.id, 1]);
    expect(store.get('asset', first.assetId)?.tags).toContain('sayembara');
    expect(await reopen(id)).toMatchObject({
      state: 'shortlisted',
      decided: null,
      reopened: [{ from: 'decided', by: 'Kepala Dinas', reason: 'Peringkat tertukar saat dibacakan' }],
    });
    expect(entry(first.id)).toMatchObject({ state: 'shortlisted', rank: null });
    expect(store.get('asset', first.assetId)).toMatchObject({ notes: 'Direkam di balai desa', tags: ['TPS'] });
    expect(await reasonsOf(() => reopen(id))).toEqual(['contests.scoresSeen']);
    await decide(id, [second.id, 1]);
    await store.commit(seed, (tx) => {
      const asset = tx.get('asset', second.assetId);
      if (asset) tx.put('asset', { ...asset, approval: 'approved', approvedHash: asset.hash });
    });
    expect(await reasonsOf(() => reopen(id))).toEqual(['contests.winnerTaken']);
  });

  it('are judged again after a shortlist that nobody had scored for', async () => {
    const { id, first } = await judging();
    await shortlist(id, [first.id]);
    expect(await reopen(id)).toMatchObject({ state: 'judging' });
    await score(first.id, ANI, 80, 60);
    expect(entry(first.id)).toMatchObject({ state: 'valid', scores: [{ jurorId: ANI }] });
  });

  it('are none of material that is exempt, and a list never names such', { timeout: 30_000 }, async ({ skip }) => {
    const { id, first, second } = await judging();
    await shortlist(id, [first.id, second.id]);
    const exempt = (assetId: string, ppid: 'exempt' | 'anytime') =>
      store.commit(seed, (tx) => {
        const asset = tx.get('asset', assetId);
        if (!asset) return;
        // Out of that class there is one way, signed.
        const held = tx.get('exemption', asset.hash);
        const signed = { at: 1, by: { id: 'U9', name: 'Kepala' }, reason: 'Uji konsekuensi menyatakan terbuka' };
        if (held) tx.put('exemption', { ...held, declassified: signed });
        putAsset(tx, { ...asset, ppid });
      });
    await exempt(second.assetId, 'exempt');
    expect(await reasonsOf(() => decide(id, [first.id, 1], [second.id, 2]))).toEqual(['judge.exempt']);
    await exempt(second.assetId, 'anytime');
    await expect(room.announcement(id, { paper: 'A4', language: 'id' })).rejects.toMatchObject({
      data: { code: 'refused' },
    });
    await decide(id, [first.id, 1], [second.id, 2]);
    const csv = async () => {
      let text = '';
      for await (const piece of room.csv(id, 'id').rows) text += piece;
      return text;
    };
    expect(await csv()).toContain('2;;Satu Suara;Sekar Wulan;Desa Sumber Bening;');
    await exempt(second.assetId, 'exempt');
    expect(await csv()).not.toContain('Satu Suara');
    if (spawnSync('pdftotext', ['-v']).error) skip('pdftotext is not here');
    const { name, bytes } = await room.announcement(id, { paper: 'A4', language: 'id' });
    const text = String(spawnSync('pdftotext', ['-', '-'], { input: bytes }).stdout);
    expect(name).toBe('Sayembara Video Ayo ke TPS.pdf');
    expect(text).toContain('Jari Ungu');
    expect(text).not.toMatch(/Satu Suara|0812/);
  });
});
