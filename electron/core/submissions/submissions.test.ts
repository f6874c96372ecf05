/** The room over a real store: who may do what, what an approval writes, links that are used once, and agencies that never meet. */
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import { portalApi } from '../../contract/api/submissions';
import type { FinishedUpload } from '../../contract/handover';
import { type Asset, NO_ORIGIN, type ProbedAsset } from '../../contract/records/asset';
import { SubmissionFields } from '../../contract/records/submission';
import type { Role } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { booking, hashFor, idFor, ofAsset, playlist, video } from '../../domain/compile-fixtures';
import { items, RUNDOWN_ID, rundown } from '../../domain/rundown/samples';
import { sha256 } from '../secret';
import { openStore, type Store } from '../store';
import {
  caller,
  operator,
  quiet,
  refused,
  sampleAgency,
  samplePlay,
  sampleUser,
  temporaryFolder,
} from '../store/samples';
import { createSubmissions, type Submissions } from '.';
import { createFolders } from './folders';
import { createRoom } from './room';

let now = Date.parse('2026-03-02T03:00:00Z');
const clock = { now: () => now };
const seed = { command: 'tests.seed', actor: operator };
const [KPU, DINKES] = [sampleAgency({ name: 'KPU Tirtaraya' }), sampleAgency({ name: 'Dinkes Tirtaraya' })];

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: Submissions;
let wrong: string[];
let made: number;
/** Out of the bin. */
let taken: string[];

beforeEach(async () => {
  now = Date.parse('2026-03-02T03:00:00Z');
  [wrong, made, taken] = [[], 10, []];
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  await store.commit(seed, (tx) => {
    for (const agency of [KPU, DINKES]) tx.put('agency', agency);
  });
  room = createSubmissions(need());
});
afterEach(async () => {
  await room.stop();
  await store.close();
  folder.remove();
});

const need = () => ({
  ...{ store, clock, log: quiet, dataDir: folder.dir, finishUpload, admitFile: async () => {} },
  attempts: {
    begin: ([key = '']: readonly string[]) => {
      wrong.push(key);
      return () => void wrong.pop();
    },
  },
  alerts: { raise: () => {}, settle: () => {} },
  usesOf: (assetId: string) =>
    store
      .all('booking')
      .filter(({ what }) => what.kind === 'asset' && what.assetId === assetId)
      .map(({ id, name }) => ({ kind: 'booking' as const, id, name })),
});

/** As the library takes a file in, and at once looks into it. */
async function finishUpload({ hash, agencyId }: FinishedUpload) {
  const known = store.assets.byHash(hash ?? '')[0];
  if (known?.trashedAt !== null && known) taken.push(known.id);
  if (known) return { assetId: known.id, duplicate: true };
  const base = video(made++, 30_000, { hash: hash ?? '' });
  const asset: ProbedAsset = { ...base, ...(agencyId ? { agencyId, approval: 'pending' as const } : {}) };
  await store.commit(seed, (tx) => tx.put('asset', asset));
  return { assetId: asset.id, duplicate: false };
}

const as = (role: Role, id = newId()): Caller => ({ ...caller, role, actor: { kind: 'user', id, name: role } });
const [VERIFIER, HEAD] = [as('operator'), as('head')];

async function partnerOf(agencyId: string): Promise<Caller> {
  const user = sampleUser({ role: 'partner', agencyId, signInName: `mitra-${newId().slice(-6).toLowerCase()}` });
  await store.commit(seed, (tx) => tx.put('user', user));
  return as('partner', user.id);
}

const FIELDS = SubmissionFields.parse({
  ...{ title: 'Ayo ke TPS', letterNumber: '12/KPU/2026', responsible: 'Ketua KPU', category: 'Pemilu' },
  ...{ validFrom: '2026-03-01', validTo: '2026-03-31', rights: { text: 'Milik KPU', confirmed: true } },
});

const send = (submissionId: string, who: Caller, content: number, name = 'ayo.mp4') =>
  room.takeUpload({
    ...{ submissionId, path: '', originalName: name, hash: hashFor(content), bytes: 5, actor: who.actor },
  });
const codes = async (run: () => unknown) => {
  const { code, data } = await refused(run);
  return [code, ...data.details.map((each) => each.code)];
};
const at = (id: string) => {
  const { submission } = view(id);
  return { id, rev: submission.rev, hash: submission.versions.at(-1)?.hash ?? '', reason: '' };
};
const desk = () => room.handlers.submissions;
const view = (id: string) => {
  const found = store.get('submission', id);
  if (!found) throw new Error('none');
  return { submission: found };
};
const assetOf = (id: string): Asset => {
  const found = store.get('asset', view(id).submission.versions.at(-1)?.assetId ?? '');
  if (!found) throw new Error('none');
  return found;
};

async function handedIn(who: Caller, content = 1): Promise<string> {
  const { id } = await room.handlers.portal.create({ fields: FIELDS }, who);
  await send(id, who, content);
  await room.handlers.portal.submit({ id, rev: at(id).rev }, who);
  return id;
}

async function answerAll(id: string): Promise<void> {
  const { checklist } = await desk().get({ id }, VERIFIER);
  for (const { item, answer } of checklist)
    if (answer === null) await desk().answer({ ...at(id), itemId: item.id, answer: 'yes' }, VERIFIER);
}

describe('the course of something handed in', () => {
  it('is pending from birth, and an approval binds its content and writes what was asked for', async () => {
    const who = await partnerOf(KPU.id);
    const id = await handedIn(who);
    expect(assetOf(id)).toMatchObject({ approval: 'pending', agencyId: KPU.id, approvedHash: null });
    expect(await codes(() => desk().verify(at(id), VERIFIER))).toEqual(['refused', 'submission.checklistOpen']);
    await answerAll(id);
    await desk().verify(at(id), VERIFIER);
    await desk().approve({ ...at(id), ppid: 'periodic', ppidReviewBy: null }, HEAD);
    const asset = assetOf(id);
    expect(asset).toMatchObject({ approval: 'approved', approvedHash: asset.hash, category: 'Pemilu' });
    expect(asset).toMatchObject({ validTo: '2026-03-31', ppid: 'periodic', ppidReviewBy: '2026-09-02' });
    expect(view(id).submission.steps.map(({ kind, by }) => `${kind} ${by.role}`)).toEqual([
      'submit partner',
      'verify operator',
      'approve head',
    ]);
  });

  it('asks for a second person where the category does, and for a person always', async () => {
    const id = await handedIn(await partnerOf(KPU.id));
    await answerAll(id);
    const program: Caller = { ...HEAD, actor: { kind: 'token', id: 'admin-token', name: 'admin-token' } };
    expect(await codes(() => desk().verify(at(id), program))).toEqual(['refused', 'submission.needsPerson']);
    await desk().verify(at(id), HEAD);
    const alone = () => desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, HEAD);
    expect(await codes(alone)).toEqual(['refused', 'submission.fourEyes']);
    const rules = await desk().rules(undefined, HEAD);
    const fewer = () => desk().setRules({ rev: rules.rev, values: { ...rules, fourEyes: [] } }, HEAD);
    expect(await codes(fewer)).toEqual(['refused', 'submission.eyesWaited']);
    await desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, as('head'));
    // Nothing waits for it: from now on one person is enough.
    await fewer();
    const other = await handedIn(await partnerOf(KPU.id), 2);
    await answerAll(other);
    await desk().verify(at(other), HEAD);
    const one = await desk().approve({ ...at(other), ppid: 'anytime', ppidReviewBy: null }, HEAD);
    expect(one.state).toBe('approved');
  });

  it('goes back with a reason, and another version starts again with the difference told', async () => {
    const who = await partnerOf(KPU.id);
    const id = await handedIn(who);
    await answerAll(id);
    await desk().verify(at(id), VERIFIER);
    const marks = [{ atMs: 4_000, text: 'Logo peserta pemilu' }];
    await desk().return({ ...at(id), reason: 'Ada atribut kampanye', marks, stopAiring: false }, VERIFIER);
    expect(assetOf(id).approval).toBe('rejected');
    const read = await room.handlers.portal.get({ id }, who);
    expect(read.steps.at(-1)).toMatchObject({ kind: 'return', reason: 'Ada atribut kampanye', marks });
    await room.handlers.portal.update({ ...at(id), fields: { ...FIELDS, letterNumber: '13/KPU/2026' } }, who);
    await send(id, who, 2);
    expect(view(id).submission).toMatchObject({ state: 'draft', answers: [] });
    await room.handlers.portal.submit(at(id), who);
    const stale = { ...at(id), hash: hashFor(1) };
    expect(await codes(() => desk().verify(stale, VERIFIER))).toEqual(['refused', 'submission.otherVersion']);
    const { versions } = await desk().get({ id }, VERIFIER);
    expect(versions.map(({ difference }) => difference)).toEqual([null, { file: ['hash'], fields: ['letterNumber'] }]);
  });

  it('takes the approval off what its partner withdraws', async () => {
    const who = await partnerOf(KPU.id);
    const id = await handedIn(who);
    await answerAll(id);
    await desk().verify(at(id), VERIFIER);
    await desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, HEAD);
    await room.handlers.portal.withdraw({ ...at(id), reason: 'Materi keliru' }, who);
    expect(assetOf(id)).toMatchObject({ approval: 'rejected', approvedHash: null });
  });

  it('is airing while a booking shows it and ended when its days are over', async () => {
    const who = await partnerOf(KPU.id);
    const id = await handedIn(who);
    await answerAll(id);
    await desk().verify(at(id), VERIFIER);
    await desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, HEAD);
    const standing = async () => (await desk().get({ id }, VERIFIER)).standing;
    expect(await standing()).toBe('approved');
    const days = { from: '2026-03-01', to: '2026-03-31' };
    await store.commit(seed, (tx) => tx.put('booking', booking(1, ofAsset(assetOf(id)), days)));
    expect(await standing()).toBe('airing');
    now += 40 * DAY_MS;
    expect(await standing()).toBe('ended');
    expect(await codes(() => send(id, who, 3))).toEqual(['refused', 'submission.isEnded']);
  });

  it('is recalled while a recall holds its newest version back, and says why to its agency', async () => {
    const who = await partnerOf(KPU.id);
    const id = await handedIn(who);
    await answerAll(id);
    await desk().verify(at(id), VERIFIER);
    await desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, HEAD);
    const asset = assetOf(id);
    await store.commit(seed, (tx) =>
      tx.put('booking', booking(1, ofAsset(asset), { from: '2026-03-01', to: '2026-03-31' })),
    );
    const why = { at: now, reason: 'Jam buka TPS di dalamnya keliru.', letterNumber: '001/TARIK-ILM/III/2026' };
    const recall = await store.commit(seed, (tx) =>
      tx.put('recall', {
        ...{ id: newId(), rev: 0, assetId: asset.id, name: asset.name, hashes: [asset.hash], pictures: [] },
        ...{ ...why, letterDate: '2026-03-02', agencyId: KPU.id, by: { id: 'U1', name: 'Kepala' }, lifted: null },
      }),
    );
    const { portal } = room.handlers;
    expect(await portal.get({ id }, who)).toMatchObject({ standing: 'recalled', recall: why });
    const { counts } = await portal.list({ search: '', offset: 0, limit: 100 }, who);
    expect(counts).toEqual({ recalled: 1 });
    // Its successor is looked at anew; the one taken back is its past.
    await send(id, who, 2);
    expect(await portal.get({ id }, who)).toMatchObject({ standing: 'submitted', recall: null });
    const other = await handedIn(who, 3);
    expect(await portal.get({ id: other }, who)).toMatchObject({ standing: 'submitted', recall: null });
    const lifted = { at: now, by: { id: 'U1', name: 'Kepala' }, reason: 'Angkanya ternyata benar.' };
    await store.commit(seed, (tx) => tx.put('recall', { ...recall, lifted }));
    expect((await portal.list({ search: '', offset: 0, limit: 100 }, who)).counts).toEqual({ submitted: 2 });
  });

  it('does not make the office’s own material, or another agency’s, its own', async () => {
    const [who, other] = [await partnerOf(KPU.id), await partnerOf(DINKES.id)];
    await store.commit(seed, (tx) => tx.put('asset', video(1, 30_000, { ...NO_ORIGIN, hash: hashFor(70) })));
    const { id } = await room.handlers.portal.create({ fields: FIELDS }, who);
    expect(await codes(() => send(id, who, 70))).toEqual(['refused', 'submission.fileKnown']);
    // Not even out of its bin does it come by an outsider's hand.
    await store.commit(seed, (tx) =>
      tx.put('asset', video(2, 30_000, { ...NO_ORIGIN, hash: hashFor(72), trashedAt: now })),
    );
    const asked = made;
    expect(await codes(() => send(id, who, 72))).toEqual(['refused', 'submission.fileKnown']);
    expect([made, taken]).toEqual([asked, []]);
    const theirs = await handedIn(other, 71);
    expect(await codes(() => send(id, who, 71))).toEqual(['refused', 'submission.fileKnown']);
    expect(assetOf(theirs).agencyId).toBe(DINKES.id);
  });

  it('is numbered by the year of the station, also in the first hours of it', async () => {
    now = Date.parse('2025-12-31T18:00:00Z');
    const id = await handedIn(await partnerOf(KPU.id));
    expect(view(id).submission.receipt).toBe('ILM-2026-0001');
  });

  it('lists ten thousand without holding the station up', async () => {
    await store.commit(seed, (tx) => {
      for (let n = 0; n < 10_000; n++)
        tx.put('submission', {
          ...{ id: newId(now + n), rev: 0, receipt: `ILM-2026-${n}`, agencyId: KPU.id, ...FIELDS, title: `ILM ${n}` },
          ...{ answers: [], versions: [], state: 'draft', steps: [], via: 'operator', createdAt: n, createdBy: 'U1' },
        });
    });
    const times = [];
    for (const search of ['', 'ilm-2026-7777', 'kpu']) {
      const since = performance.now();
      const { total, items } = await desk().list({ search, offset: 5_000, limit: 100 }, VERIFIER);
      times.push(Math.round(performance.now() - since));
      expect([total, items.length]).toEqual(search.startsWith('ilm') ? [1, 0] : [10_000, 100]);
    }
    console.log(`list of 10,000 submissions: ${times.join(', ')} ms`);
    expect(Math.max(...times)).toBeLessThan(400);
  }, 60_000);
});

describe('a new version of what airs', () => {
  const approvedBy = async (id: string) => {
    await answerAll(id);
    await desk().verify(at(id), VERIFIER);
    await desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, HEAD);
  };
  const approvals = (...ids: string[]) => ids.map((id) => store.get('asset', id)?.approval);
  let who: Caller;
  let [id, old] = ['', ''];

  /** Booked, in a playlist, and in the break of a broadcast to come and of one that runs. */
  beforeEach(async () => {
    who = await partnerOf(KPU.id);
    id = await handedIn(who);
    await approvedBy(id);
    const first = assetOf(id);
    old = first.id;
    const RUNNING = idFor('R', 2);
    const spots = [{ key: idFor('K', 1), assetId: old, bookingId: null }];
    await store.commit(seed, (tx) => {
      tx.put('asset', video(90, 30_000));
      tx.put('booking', booking(1, ofAsset(first)));
      tx.put('playlist', playlist(1, [first, video(90, 30_000)]));
      tx.put('rundown', rundown({ date: '2026-03-02', startsAt: '20:00:00' }));
      tx.put('rundown', rundown({ id: RUNNING, date: '2026-03-02', startsAt: '10:00:00' }));
      for (const line of items({ spots })) tx.put('rundownItem', line);
      for (const line of items({ spots }))
        tx.put('rundownItem', { ...line, id: `${RUNNING}:${idFor('S', 1)}`, rundownId: RUNNING });
    });
    await send(id, who, 2);
  });

  const named = () => ({
    booking: store.all('booking')[0]?.what,
    playlist: store.all('playlist')[0]?.items[0]?.assetId,
    line: store.rundownParts.of('rundownItem', RUNDOWN_ID)[0]?.spots[0]?.assetId,
  });

  it('leaves the old one on the air until it is approved, and takes its place in one press that is taken back', async () => {
    const next = assetOf(id).id;
    expect(approvals(old, next)).toEqual(['approved', 'pending']);
    const seen = await desk().get({ id }, VERIFIER);
    expect(seen.onAirBefore).toMatchObject({ n: 1, assetId: old, uses: [{ kind: 'booking' }] });
    const early = await codes(() => desk().replaceBefore({ id }, VERIFIER));
    expect(early).toEqual(['refused', 'submission.notApprovedYet']);
    await approvedBy(id);
    expect(approvals(old, next)).toEqual(['approved', 'approved']);
    await desk().replaceBefore({ id }, VERIFIER);
    expect(named()).toEqual({ booking: { kind: 'asset', assetId: next }, playlist: next, line: next });
    expect(approvals(old, next)).toEqual(['pending', 'approved']);
    expect((await desk().get({ id }, VERIFIER)).onAirBefore).toBeNull();
    expect(await codes(() => desk().replaceBefore({ id }, VERIFIER))).toEqual(['refused', 'submission.nothingBefore']);
    await store.undo(VERIFIER.actor);
    expect(named()).toEqual({ booking: { kind: 'asset', assetId: old }, playlist: old, line: old });
    expect(approvals(old)).toEqual(['approved']);
  });

  it('takes nothing out of a broadcast that runs, nor the approval of what airs in it', async () => {
    await approvedBy(id);
    const RUNNING = idFor('R', 2);
    await store.commit(seed, (tx) =>
      tx.put('show', {
        ...{ id: newId(), rev: 0, rundownId: RUNNING, rundownName: 'Siang', rehearsal: false, shiftMs: 0 },
        ...{ state: 'onAir', mode: 'hand', plannedStart: now, plannedEnd: null, startedAt: now, endedAt: null },
        ...{ current: null, skipped: [], lengths: {}, turn: 0, signature: null },
      }),
    );
    await desk().replaceBefore({ id }, VERIFIER);
    expect(named().line).toBe(assetOf(id).id);
    expect(store.rundownParts.of('rundownItem', RUNNING)[0]?.spots[0]?.assetId).toBe(old);
    expect(approvals(old)).toEqual(['approved']);
  });

  it('is returned without touching the old one, unless the head stops that too', async () => {
    const back = { reason: 'Logo', marks: [] };
    const stop = { ...back, stopAiring: true };
    expect((await codes(() => desk().return({ ...at(id), ...stop }, VERIFIER)))[0]).toBe('notAllowed');
    const next = assetOf(id).id;
    await desk().return({ ...at(id), ...back, stopAiring: false }, VERIFIER);
    expect(approvals(old, next)).toEqual(['approved', 'rejected']);
    await room.handlers.portal.submit({ id, rev: at(id).rev }, who);
    await desk().return({ ...at(id), ...stop }, HEAD);
    expect(approvals(old, next)).toEqual(['rejected', 'rejected']);
  });
});

describe('an agency', () => {
  it('never sees or moves anything of another, by whatever procedure', async () => {
    const [who, other] = [await partnerOf(KPU.id), await partnerOf(DINKES.id)];
    const id = await handedIn(other);
    await store.commit(seed, (tx) =>
      tx.put('agreement', {
        ...{ id: newId(), rev: 0, agencyId: DINKES.id, number: 'PKS/DINKES', from: '2026-01-01', to: '2026-12-31' },
        ...{ lent: { slots: null, dayMs: null, channels: [], displayIds: [], groupIds: [] } },
        ...{ fileId: null, overrides: [], createdAt: 1 },
      }),
    );
    store.plays.add([samplePlay({ assetId: assetOf(id).id })]);
    const { portal } = room.handlers;
    const tried: Record<keyof typeof portalApi, () => unknown> = {
      me: async () => expect(await portal.me(undefined, who)).toMatchObject({ agency: { id: KPU.id }, agreements: [] }),
      list: async () =>
        expect(await portal.list({ search: '', offset: 0, limit: 100 }, who)).toMatchObject({ total: 0 }),
      create: async () =>
        expect(view((await portal.create({ fields: FIELDS }, who)).id).submission.agencyId).toBe(KPU.id),
      get: async () => expect(await codes(() => portal.get({ id }, who))).toEqual(['notFound']),
      update: async () =>
        expect(await codes(() => portal.update({ ...at(id), fields: FIELDS }, who))).toEqual(['notFound']),
      submit: async () => expect(await codes(() => portal.submit(at(id), who))).toEqual(['notFound']),
      withdraw: async () => expect(await codes(() => portal.withdraw(at(id), who))).toEqual(['notFound']),
      airings: async () => expect(await codes(() => portal.airings({ id, limit: 10 }, who))).toEqual(['notFound']),
    };
    expect(Object.keys(tried).sort()).toEqual(Object.keys(portalApi).sort());
    for (const name of ['list', 'me', 'get', 'update', 'submit', 'withdraw', 'airings', 'create'] as const)
      await tried[name]();
    expect(await codes(() => send(id, who, 5))).toEqual(['notFound']);
    expect(
      await codes(() => room.admit({ submissionId: id, bytes: 1, originalName: 'a', actor: who.actor, inside: false })),
    ).toEqual(['notFound']);
    expect(
      await codes(() =>
        room.admit({ submissionId: null, bytes: 1, originalName: 'a', actor: who.actor, inside: false }),
      ),
    ).toEqual(['notAllowed']);
    expect(room.mayFetch(who.actor, assetOf(id).hash)).toBe(false);
    expect(room.mayFetch(other.actor, assetOf(id).hash)).toBe(true);
    expect(await portal.airings({ id, limit: 10 }, other)).toMatchObject({ plays: 1 });
    expect(view(id).submission).toMatchObject({ state: 'submitted', agencyId: DINKES.id });
  });

  it('is nobody’s once its account is another agency’s, and nothing at all for the office’s people', async () => {
    const who = await partnerOf(KPU.id);
    const id = await handedIn(who);
    const user = store.get('user', who.actor.id);
    if (user) await store.commit(seed, (tx) => tx.put('user', { ...user, agencyId: DINKES.id }));
    expect(await codes(() => room.handlers.portal.get({ id }, who))).toEqual(['notFound']);
    expect(await codes(() => room.handlers.portal.me(undefined, VERIFIER))).toEqual(['notAllowed']);
  });
});

describe('a link', () => {
  const visitor = { ...caller, actor: { kind: 'user' as const, id: 'nobody', name: '' }, role: 'viewer' as const };
  const linked = () => desk().makeLink({ agencyId: KPU.id, title: 'Debat publik', days: 7 }, VERIFIER);

  it('is used once, and only for its own submission', async () => {
    const { code, link } = await linked();
    expect(JSON.stringify(store.all('uploadLink'))).not.toContain(code);
    expect(store.all('uploadLink')[0]?.codeHash).toBe(sha256(code));
    const { handIn } = room.handlers;
    expect(await handIn.look({ code }, visitor)).toMatchObject({ agencyName: KPU.name, files: 0 });
    const { submissionId } = await handIn.say({ code, fields: FIELDS }, visitor);
    expect(await handIn.say({ code, fields: FIELDS }, visitor)).toEqual({ submissionId });
    const actor = room.outsideSender(null, code, '1.1.1.1');
    if (!actor) throw new Error('not let in');
    const foreign = await handedIn(await partnerOf(KPU.id));
    expect(await codes(() => send(foreign, { ...caller, actor }, 8))).toEqual(['notFound']);
    const most = { submissionId, originalName: 'a', actor, inside: false };
    expect(await codes(() => room.admit({ ...most, bytes: link.mostBytes + 1 }))).toEqual([
      'tooLarge',
      'submission.tooLarge',
    ]);
    expect(await codes(() => room.admit({ ...most, bytes: null }))).toEqual(['tooLarge', 'submission.tooLarge']);
    await send(submissionId, { ...caller, actor }, 9);
    const { receipt } = await handIn.finish({ code }, visitor);
    expect(receipt).toMatch(/^ILM-2026-\d{4}$/);
    expect(view(submissionId).submission).toMatchObject({ state: 'submitted', via: 'link', agencyId: KPU.id });
    for (const again of [
      () => handIn.look({ code }, visitor),
      () => handIn.say({ code, fields: FIELDS }, visitor),
      () => handIn.finish({ code }, visitor),
      () => room.outsideSender(null, code, '1.1.1.1'),
      () => send(submissionId, { ...caller, actor }, 10),
    ])
      expect(await codes(again)).toEqual(['refused', 'link.used']);
  });

  it('is over when its days are, or when it is taken back; and wrong codes are counted', async () => {
    const [first, second] = [await linked(), await linked()];
    now += 7 * DAY_MS;
    expect(await codes(() => room.handlers.handIn.look({ code: first.code }, visitor))).toEqual([
      'refused',
      'link.expired',
    ]);
    await desk().revokeLink({ id: second.link.id }, VERIFIER);
    expect(await codes(() => room.handlers.handIn.look({ code: second.code }, visitor))).toEqual([
      'refused',
      'link.revoked',
    ]);
    expect(wrong).toEqual([]);
    expect(await codes(() => room.handlers.handIn.look({ code: 'x'.repeat(43) }, visitor))).toEqual(['codeUnknown']);
    expect(wrong).toEqual(['hand-in 127.0.0.1']);
  });
});

describe('a folder of an agency', () => {
  it('keeps nobody waiting for a file that cannot be taken', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    try {
      await store.commit(seed, (tx) => {
        tx.put('agency', { ...KPU, folder: first.dir });
        tx.put('agency', { ...DINKES, folder: second.dir });
      });
      const broken = async (upload: FinishedUpload) => {
        if (upload.originalName.startsWith('rusak')) throw new Error('EIO');
        return finishUpload(upload);
      };
      const folders = createFolders(createRoom({ ...need(), finishUpload: broken }));
      for (const { dir } of [first, second]) {
        await fsp.writeFile(join(dir, 'rusak.mp4'), 'x');
        await fsp.writeFile(join(dir, 'utuh.mp4'), dir);
      }
      for (let n = 0; n < 3; n++) await folders.look();
      expect(store.all('submission').map(({ title }) => title)).toEqual(['utuh', 'utuh']);
    } finally {
      for (const { remove } of [first, second]) remove();
    }
  });

  it('makes drafts of what has come to rest in it, once', async () => {
    const watched = temporaryFolder();
    try {
      await store.commit(seed, (tx) => tx.put('agency', { ...KPU, folder: watched.dir }));
      const folders = createFolders(createRoom(need()));
      await fsp.writeFile(join(watched.dir, 'Ayo ke TPS.mp4'), 'isi');
      await fsp.writeFile(join(watched.dir, 'surat.txt'), 'bukan materi');
      await folders.look();
      expect(store.all('submission')).toEqual([]);
      await folders.look();
      await folders.look();
      expect(store.all('submission')).toMatchObject([
        { title: 'Ayo ke TPS', via: 'folder', state: 'draft', agencyId: KPU.id },
      ]);
      const again = createFolders(createRoom(need()));
      for (let n = 0; n < 3; n++) await again.look();
      expect(store.all('submission')).toHaveLength(1);
      expect(assetOf(store.all('submission')[0]?.id ?? '').approval).toBe('pending');
    } finally {
      watched.remove();
    }
  });
});
