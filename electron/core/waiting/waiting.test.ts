/** What waits for whom, in a store on disk. */
import { expect, it } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import type { Card, CardContent } from '../../contract/records/card';
import type { Contest, ContestEntry } from '../../contract/records/contest';
import type { HoaxCase } from '../../contract/records/hoax-case';
import type { InformationRequest } from '../../contract/records/information-request';
import { USUAL_INTAKE } from '../../contract/records/intake-rules';
import type { Role } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { SAMPLES } from '../../domain/cards/samples';
import { lockFields } from '../rules/samples';
import { type Store, settingsOf, type Tx } from '../store';
import { freshStore } from '../store/fresh-store';
import { caller, colleague, operator, putAsset, refused, sampleAsset, sampleSubmission } from '../store/samples';
import { createWaiting } from '.';

const NOW = Date.parse('2026-03-18T03:00:00Z');
const clock = { now: () => NOW };
let store: Store;
freshStore((fresh) => {
  store = fresh;
}, clock);

const seed = (work: (tx: Tx) => void) => store.commit({ command: 'tests.seed', actor: operator }, work);
const seenBy = (role: Role, actor: Caller['actor'] = operator) =>
  createWaiting({ store, clock }).handlers.mine(undefined, { ...caller, role, actor });
const kinds = async (role: Role, actor?: Caller['actor']) =>
  (await seenBy(role, actor)).map(({ kind, count }) => `${kind} ${count}`);

const HASH = 'a'.repeat(64);
const JUROR = { kind: 'user' as const, id: newId(NOW), name: 'Juri' };
const content: CardContent = {
  name: 'Klarifikasi',
  fields: SAMPLES.hoax,
  ...{ logoAssetId: null, agencyId: null, category: null, qr: '', feedId: null },
  look: { theme: 'dark', slideMs: 10_000 },
};
const drawing = {
  ...{ fields: SAMPLES.hoax, look: content.look, qr: '', logo: null, today: '2026-03-18', zone: 'Asia/Jakarta' },
  ...{ language: 'id' as const, asOf: null },
};
const card: Omit<Card, 'id'> = {
  ...{ rev: 0, ...content, assetId: null, hidden: null, createdAt: 1, createdBy: 'Petugas', updatedAt: 1 },
  published: { at: 1, content, drawing, slides: 1 },
};
const rumour: Omit<HoaxCase, 'id'> = {
  ...{ rev: 0, name: 'Kabar', reporter: '', channel: '', link: '', claim: 'Kabar', reportedAt: 1, state: 'reported' },
  ...{ checkedBy: null, checkingAt: null, clarification: null, clarifiedAt: null, clarifiedBy: null, cardId: null },
  ...{
    publishedAt: null,
    playlistIds: [],
    rundownIds: [],
    bookingIds: [],
    spokenId: null,
    told: null,
    closedWhy: '',
    createdAt: 1,
    createdBy: 'Petugas',
  },
};
const nobody = { kind: 'none' as const, ends: '' };
const request: Omit<InformationRequest, 'id'> = {
  ...{ rev: 0, year: 2026, serial: 1, number: '001/X/2026', receivedOn: '2026-03-02', via: 'visit' },
  applicant: { name: 'Sekar', kind: 'person', identity: nobody, address: '', phone: '', email: '' },
  ...{ asked: 'Anggaran', purpose: 'Skripsi', wanted: 'soft', state: 'received', days: 10, extension: null },
  ...{
    objection: null,
    answer: { text: '', ppid: null, ground: '', explanation: '', assetIds: [] },
    decisions: [],
    closedOn: null,
  },
  ...{ forgottenAt: null, steps: [], createdAt: 1 },
};
const contest: Omit<Contest, 'id'> = {
  criteria: [{ id: newId(NOW), name: 'Gagasan', weight: 1 }],
  ...{ rev: 0, title: 'Lomba ILM', theme: '', call: '', rules: '', statement: '', opensOn: '2026-03-01' },
  ...{ closesOn: '2026-03-10', categories: [], jurorIds: [], state: 'judging', decided: null, reopened: [] },
  createdAt: 1,
};
const entry: Omit<ContestEntry, 'id' | 'contestId'> = {
  ...{ rev: 0, title: 'Karya', category: null, assetId: null, confirmed: true, ownJurorIds: [], state: 'valid' },
  entrant: { name: 'SMA 1', from: '', phone: '', email: '' },
  ...{ why: '', rank: null, scores: [], forgottenAt: null, createdAt: 1 },
};
const signed = (kind: 'submit' | 'verify', by: Caller['actor'], at = NOW - HOUR_MS) => ({
  ...{ kind, by: { id: by.id, name: by.name, role: 'operator' }, at, reason: '', marks: [] },
  ...{ hash: HASH, version: 1 },
});

it('sends whoever verified a submission of four eyes to no approval of it, and everybody else', async () => {
  await seed((tx) => {
    const held = sampleSubmission({ assetId: newId(NOW), hash: HASH });
    const category = 'Tahapan pemilu';
    tx.put('intakeRules', { id: 'intake', rev: 0, ...USUAL_INTAKE, fourEyes: [category] });
    tx.put('submission', {
      ...{ ...held, id: newId(NOW), category, state: 'verified' },
      steps: [signed('submit', operator), signed('verify', operator)],
    });
    tx.put('submission', {
      ...{ ...held, id: newId(NOW), category, title: 'Baru', state: 'submitted', steps: [signed('submit', colleague)] },
    });
    tx.put('submission', { ...held, id: newId(NOW), state: 'draft', steps: [] });
  });
  expect(await kinds('administrator', operator)).toEqual(['verify 1']);
  expect(await kinds('administrator', colleague)).toEqual(['approve 1', 'verify 1']);
  expect(await kinds('operator', colleague)).toEqual(['verify 1']);
  expect(await kinds('producer', colleague)).toEqual([]);
});

it('tells the head of cards that wait, and not of those that air or lie in the bin', async () => {
  await seed((tx) => {
    const ids = (['pending', 'approved', 'pending'] as const).map((approval, at) => {
      const asset = sampleAsset({ approval, trashedAt: at === 2 ? NOW : null });
      tx.put('asset', asset);
      return asset.id;
    });
    for (const assetId of ids) tx.put('card', { ...card, id: newId(NOW), assetId });
  });
  expect(await kinds('head')).toEqual(['card 1']);
  expect(await kinds('operator')).toEqual([]);
});

it('tells the head of other material that waits, and not of what is handed in, entered, replaced, over, exempt or broken', async () => {
  const wait = (tx: Tx, part: Parameters<typeof sampleAsset>[0] = {}) => {
    const asset = sampleAsset({
      approval: 'pending',
      hash: newId()
        .padEnd(64, '0')
        .toLowerCase()
        .replace(/[^0-9a-f]/g, '0'),
      ...part,
    });
    tx.put('asset', asset);
    return asset.id;
  };
  await seed((tx) => {
    for (const part of [
      { name: 'Klip kantor', createdAt: 5 },
      ...[{ validTo: '2026-03-17' }, { archivedAt: 1 }, { recalledAt: 1 }, { approval: 'rejected' as const }],
    ])
      wait(tx, part);
    const [before, newest, open] = [wait(tx), wait(tx, { name: 'Diubah sesudah disetujui', createdAt: 9 }), wait(tx)];
    const first = sampleSubmission({ assetId: before, hash: HASH });
    const [version] = first.versions;
    if (!version) throw new Error('no version');
    const versions = [version, { ...version, n: 2, assetId: newest }];
    tx.put('submission', { ...first, id: newId(NOW), versions, state: 'approved' });
    tx.put('submission', { ...sampleSubmission({ assetId: open, hash: HASH }), id: newId(NOW), state: 'returned' });
    const contestId = newId(NOW);
    tx.put('contest', { ...contest, id: contestId, state: 'decided' });
    tx.put('contestEntry', { ...entry, id: newId(NOW), contestId, assetId: wait(tx) });
    tx.put('contestEntry', {
      ...entry,
      id: newId(NOW),
      contestId,
      assetId: wait(tx, { name: 'Juara', createdAt: 7 }),
      state: 'winner',
      rank: 1,
    });
    putAsset(tx, sampleAsset({ approval: 'pending', ppid: 'exempt', hash: 'e'.repeat(64) }));
  });
  const [told] = (await seenBy('head')).filter(({ kind }) => kind === 'material');
  expect(told?.first.map(({ name }) => name)).toEqual(['Klip kantor', 'Juara', 'Diubah sesudah disetujui']);
  expect(told?.count).toBe(3);
  expect(await kinds('operator')).toEqual([]);
});

it('sends whoever made material of four eyes, or named it while a lock is near, to no approval of it, and everybody else', async () => {
  const made = { createdBy: operator.name, createdById: operator.id, approval: 'pending' as const };
  const category = 'Tahapan pemilu';
  const asset = sampleAsset({ ...made, category });
  await seed((tx) => {
    tx.put('asset', asset);
    tx.put('card', { ...card, id: newId(NOW), assetId: asset.id });
    tx.put('asset', sampleAsset({ ...made, category, hash: 'b'.repeat(64) }));
  });
  const approve = (actor: Caller['actor']) =>
    store.commit({ command: 'library.classify', actor }, (tx) => {
      const held = tx.get('asset', asset.id);
      if (held) tx.put('asset', { ...held, approval: 'approved', approvedHash: held.hash });
    });
  const BOTH = ['card 1', 'material 1'];
  expect(await kinds('head')).toEqual(BOTH);
  await seed((tx) => tx.put('intakeRules', { id: 'intake', rev: 0, ...USUAL_INTAKE, fourEyes: [category] }));
  expect(await kinds('head')).toEqual([]);
  expect(await kinds('head', colleague)).toEqual(BOTH);
  await seed((tx) => {
    tx.put('intakeRules', { id: 'intake', rev: 0, ...USUAL_INTAKE, fourEyes: [] });
    const settings = settingsOf(tx);
    tx.put('settings', { ...settings, categories: [...settings.categories, category] });
  });
  await store.commit({ command: 'tests.seed', actor: colleague }, (tx) => {
    const time = { ...lockFields().time, from: '2026-03-21', to: '2026-03-23' };
    tx.put('rule', {
      ...lockFields({ time }),
      id: newId(NOW),
      rev: 0,
      version: 1,
      createdAt: NOW,
      createdBy: colleague.id,
    });
  });
  // As the command itself: who named it while the lock was near does not let it air alone.
  expect(await kinds('head')).toEqual([]);
  expect((await refused(() => approve(operator))).code).toBe('needsTwo');
  expect(await kinds('head', colleague)).toEqual(BOTH);
  await approve(colleague);
  expect(await kinds('head', colleague)).toEqual(['material 1']);
});

it('counts rumours near and past the target, names three, and leaves out those that are answered', async () => {
  await seed((tx) => {
    const report = (hoursAgo: number, part: object = {}) =>
      tx.put('hoaxCase', { ...rumour, id: newId(NOW), reportedAt: NOW - hoursAgo * HOUR_MS, ...part });
    for (const hours of [30, 40, 50, 60]) report(hours, { name: `Kabar ${hours}` });
    report(20);
    report(2);
    report(90, { state: 'dismissed' });
    report(90, { state: 'published', publishedAt: NOW - DAY_MS });
  });
  expect(await kinds('operator')).toEqual(['hoaxLate 4', 'hoaxSoon 1']);
  const [late] = await seenBy('operator');
  expect(late?.first.map(({ name }) => name)).toEqual(['Kabar 60', 'Kabar 50', 'Kabar 40']);
  expect(await kinds('viewer')).toEqual([]);
});

it('tells who answers requests of those near and past their last day', async () => {
  await seed((tx) => {
    const ask = (receivedOn: string, serial: number) =>
      tx.put('informationRequest', { ...request, id: newId(NOW), receivedOn, serial, number: `00${serial}/X/2026` });
    ask('2026-03-02', 1);
    ask('2026-03-05', 2);
    ask('2026-03-17', 3);
  });
  expect(await kinds('head')).toEqual(['requestLate 1', 'requestSoon 1']);
  expect((await seenBy('head'))[0]?.first).toMatchObject([{ name: '001/X/2026' }]);
  expect(await kinds('viewer')).toEqual([]);
});

it('counts for a juror the entries that are theirs to score, whatever their role', async () => {
  await seed((tx) => {
    const contestId = newId(NOW);
    tx.put('contest', { ...contest, id: contestId, jurorIds: [JUROR.id] });
    const enter = (part: object) => tx.put('contestEntry', { ...entry, id: newId(NOW), contestId, ...part });
    enter({});
    enter({});
    enter({ scores: [{ jurorId: JUROR.id, marks: {}, note: '', at: NOW }] });
    enter({ ownJurorIds: [JUROR.id] });
    enter({ state: 'disqualified' });
  });
  expect(await seenBy('viewer', JUROR)).toMatchObject([{ kind: 'score', count: 2, first: [{ name: 'Lomba ILM' }] }]);
  expect(await kinds('viewer', colleague)).toEqual([]);
});
