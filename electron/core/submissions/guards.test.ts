/** Who may not: files by hands that may not take them in, approvals taken back, and office material that would leave the air. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes } from '../../../tests/fixtures/refusals';
import type { Caller } from '../../contract/api/handlers';
import type { FinishedUpload } from '../../contract/handover';
import { MOST_LINK_FILES, SubmissionFields } from '../../contract/records/submission';
import type { Role } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { booking, hashFor, idFor, ofAsset, video } from '../../domain/compile-fixtures';
import { items, rundown } from '../../domain/rundown/samples';
import { usageOf } from '../library/usage';
import { openStore, type Store } from '../store';
import {
  caller,
  operator,
  quiet,
  sampleAgency,
  sampleDisplay,
  samplePlay,
  sampleUser,
  temporaryFolder,
} from '../store/samples';
import { createSubmissions, type Submissions } from '.';

const now = Date.parse('2026-03-02T03:00:00Z');
const clock = { now: () => now };
const seed = { command: 'tests.seed', actor: operator };
const KPU = sampleAgency({ name: 'KPU Tirtaraya' });
const FIELDS = SubmissionFields.parse({
  ...{ title: 'Ayo ke TPS', letterNumber: '12/KPU/2026', responsible: 'Ketua KPU', category: 'Kesehatan' },
  ...{ validFrom: '2026-03-01', validTo: '2026-03-31', rights: { text: 'Milik KPU', confirmed: true } },
});

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: Submissions;
let made: number;

beforeEach(async () => {
  made = 10;
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  await store.commit(seed, (tx) => tx.put('agency', KPU));
  room = createSubmissions({
    ...{
      store,
      clock,
      log: quiet,
      dataDir: folder.dir,
      finishUpload,
      admitFile: async () => {},
      ensureRenditions: async () => {},
    },
    attempts: { begin: () => () => {} },
    alerts: { raise: () => {}, settle: () => {} },
    usesOf: (assetId) => usageOf(store, assetId, now),
    agreementUse: () => Promise.reject(new Error('nobody of an agency asks here')),
  });
});
afterEach(async () => {
  await room.stop();
  await store.close();
  folder.remove();
});

async function finishUpload({ hash, agencyId }: FinishedUpload) {
  const known = store.assets.byHash(hash ?? '')[0];
  if (known) return { assetId: known.id, duplicate: true };
  const asset = { ...video(made++, 30_000, { hash: hash ?? '' }), agencyId: agencyId ?? null };
  await store.commit(seed, (tx) => tx.put('asset', { ...asset, approval: 'pending' as const }));
  return { assetId: asset.id, duplicate: false };
}

async function as(role: Role, agencyId: string | null = null): Promise<Caller> {
  const user = sampleUser({ role, agencyId, signInName: `${role}-${newId().slice(-6).toLowerCase()}` });
  await store.commit(seed, (tx) => tx.put('user', user));
  return { ...caller, role, actor: { kind: 'user', id: user.id, name: user.name } };
}
const desk = () => room.handlers.submissions;
const held = (id: string) => {
  const found = store.get('submission', id);
  if (!found) throw new Error('none');
  return found;
};
const at = (id: string) => ({ id, rev: held(id).rev, hash: held(id).versions.at(-1)?.hash ?? '', reason: '' });
const send = (submissionId: string, { actor }: Pick<Caller, 'actor'>, content: number) =>
  room.takeUpload({
    ...{ submissionId, path: '', originalName: 'ayo.mp4', hash: hashFor(content), bytes: 5, actor },
  });
const approvalOf = (assetId: string | undefined) => store.get('asset', assetId ?? '')?.approval;

async function handedIn(who: Caller, content = 1): Promise<string> {
  const { id } = await room.handlers.portal.create({ fields: FIELDS }, who);
  await send(id, who, content);
  await room.handlers.portal.submit({ id, rev: at(id).rev }, who);
  return id;
}

async function approved(id: string, by: Caller, head: Caller): Promise<void> {
  for (const { item, answer } of (await desk().get({ id }, by)).checklist)
    if (answer === null) await desk().answer({ ...at(id), itemId: item.id, answer: 'yes' }, by);
  await desk().verify(at(id), by);
  await desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, head);
}

describe('a file for a submission', () => {
  it('is not taken from staff who may not take in what partners hand over', async () => {
    const [partner, producer, head] = [await as('partner', KPU.id), await as('producer'), await as('head')];
    const verifier = await as('operator');
    const id = await handedIn(partner);
    await approved(id, verifier, head);
    const admitted = (who: Caller) => () =>
      room.admit({ submissionId: id, originalName: 'a.mp4', bytes: 1, actor: who.actor, inside: true });
    expect(await codes(admitted(producer))).toEqual(['notAllowed']);
    expect(await codes(() => send(id, producer, 2))).toEqual(['notAllowed']);
    expect(held(id)).toMatchObject({ state: 'approved', steps: { length: 3 }, versions: { length: 1 } });
    for (const who of [verifier, head, partner]) admitted(who)();
    const program = { ...producer, actor: { kind: 'token' as const, id: 'admin-token', name: 'admin-token' } };
    admitted(program)();
  });
});

describe('an approval', () => {
  const back = { reason: 'Logo', marks: [], stopAiring: false };

  it('is not taken back by the desk by returning a file that was approved before it came in again', async () => {
    const [partner, verifier, head] = [await as('partner', KPU.id), await as('operator'), await as('head')];
    const id = await handedIn(partner);
    await approved(id, verifier, head);
    const first = held(id).versions[0]?.assetId;
    await send(id, partner, 2);
    await send(id, partner, 1);
    expect(held(id)).toMatchObject({ state: 'submitted', versions: { length: 3 } });
    expect((await desk().get({ id }, verifier)).returnsApproved).toBe(true);
    expect(await codes(() => desk().return({ ...at(id), ...back }, verifier))).toEqual(['notAllowed']);
    expect(approvalOf(first)).toBe('approved');
    await desk().return({ ...at(id), ...back }, head);
    expect(approvalOf(first)).toBe('rejected');
  });

  it('of material of the library is not taken back by the desk either', async () => {
    const [verifier, head] = [await as('operator'), await as('head')];
    const asset = video(1, 30_000, { approval: 'approved', approvedHash: hashFor(1) });
    await store.commit(seed, (tx) => tx.put('asset', asset));
    const { id } = await desk().create({ agencyId: KPU.id, fields: FIELDS, assetId: asset.id }, verifier);
    await desk().submit(at(id), verifier);
    expect(await codes(() => desk().return({ ...at(id), ...back }, verifier))).toEqual(['notAllowed']);
    await desk().return({ ...at(id), ...back }, head);
    expect(approvalOf(asset.id)).toBe('rejected');
  });
});

describe('office material that airs without an approval', () => {
  it.each(['booking', 'rundown'] as const)(
    'is not handed in while a %s has it: it would leave the air',
    async (kind) => {
      const [verifier, partner] = [await as('operator'), await as('partner', KPU.id)];
      const asset = video(1, 30_000);
      const spots = [{ key: idFor('K', 1), assetId: asset.id, bookingId: null }];
      await store.commit(seed, (tx) => {
        tx.put('asset', asset);
        if (kind === 'booking') tx.put('booking', booking(1, ofAsset(asset)));
        else tx.put('rundown', rundown({ date: '2026-03-02', startsAt: '20:00:00' }));
        if (kind === 'rundown') for (const line of items({ spots })) tx.put('rundownItem', line);
      });
      const { id } = await desk().create({ agencyId: KPU.id, fields: FIELDS, assetId: asset.id }, verifier);
      const refusal = ['refused', 'library.leavesAir', `where.${kind}`];
      expect(await codes(() => desk().submit(at(id), verifier))).toEqual(refusal);
      // Never handed in, it is not taken off the air with what is withdrawn either.
      await desk().withdraw(at(id), verifier);
      expect(approvalOf(asset.id)).toBe('notNeeded');
      // Nor does it come as another version of what is handed in already.
      const other = await handedIn(partner, 5);
      const free = store.get('asset', asset.id);
      if (free) await store.commit(seed, (tx) => tx.put('asset', { ...free, agencyId: null }));
      const attach = () => desk().addVersion({ ...at(other), assetId: asset.id, note: '' }, verifier);
      expect(await codes(attach)).toEqual(refusal);
      expect(approvalOf(asset.id)).toBe('notNeeded');
    },
  );
});

describe('the calendar', () => {
  const put = (count: number, part: Partial<SubmissionFields>) =>
    store.commit(seed, (tx) => {
      for (let n = 0; n < count; n++)
        tx.put('submission', {
          ...{ id: newId(now + n), rev: 0, receipt: `ILM-2026-${n}`, agencyId: KPU.id, ...FIELDS, title: `ILM ${n}` },
          ...{
            answers: [],
            versions: [],
            state: 'approved' as const,
            replacing: null,
            steps: [],
            via: 'operator' as const,
          },
          ...{ createdAt: n, createdBy: 'U1', ...part },
        });
    });

  it('draws what has days, and none of what has not', async () => {
    const { submissions } = room.handlers;
    const who = await as('operator');
    await put(1, { validFrom: null, validTo: null });
    const march = () => submissions.calendar({ from: '2026-03-01', to: '2026-03-31' }, who);
    expect(await march()).toEqual([]);
    await put(1, { validFrom: '2026-02-10', validTo: null });
    expect(await march()).toMatchObject([{ kind: 'submission', from: '2026-02-10', to: '2026-03-31' }]);
  });

  it('of ten thousand lets others have the loop meanwhile', async () => {
    await put(10_000, {});
    const who = await as('operator');
    await desk().calendar({ from: '2026-03-01', to: '2026-03-31' }, who);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const found = await desk().calendar({ from: '2026-03-01', to: '2026-03-31' }, who);
    clearInterval(timer);
    expect(found).toHaveLength(10_000);
    expect(turns).toBeGreaterThan(0);
  }, 60_000);
});

it('tells a partner what aired, however often it was skipped since', async () => {
  const who = await as('partner', KPU.id);
  const id = await handedIn(who);
  const assetId = held(id).versions[0]?.assetId ?? '';
  const played = (startedAt: number, outcome: 'shown' | 'partial' | 'skipped') =>
    samplePlay({ assetId, startedAt, endedAt: startedAt + 30_000, outcome });
  store.plays.add([
    ...[played(now, 'shown'), played(now + 60_000, 'partial')],
    ...Array.from({ length: 150 }, (_, n) => played(now + 100_000 + n * 1000, 'skipped')),
  ]);
  const { plays, items: told } = await room.handlers.portal.airings({ id, limit: 100 }, who);
  expect([plays, told.map(({ startedAt, whole }) => [startedAt, whole])]).toEqual([
    2,
    [
      [now + 60_000, false],
      [now, true],
    ],
  ]);
});

describe('whoever holds a link', () => {
  const visitor = { ...caller, role: 'viewer' as const, actor: { kind: 'user' as const, id: 'nobody', name: '' } };

  it('chooses no panels, and leaves those that the office chose', async () => {
    const { code } = await desk().makeLink({ agencyId: KPU.id, title: 'Debat', days: 7 }, await as('operator'));
    const [chosen, wished] = [sampleDisplay(), sampleDisplay()];
    await store.commit(seed, (tx) => [chosen, wished].map((display) => tx.put('display', display)));
    const say = () => room.handlers.handIn.say({ code, fields: { ...FIELDS, displayIds: [wished.id] } }, visitor);
    const { submissionId } = await say();
    expect(held(submissionId).displayIds).toEqual([]);
    await store.commit(seed, (tx) => tx.put('submission', { ...held(submissionId), displayIds: [chosen.id] }));
    await say();
    expect(held(submissionId).displayIds).toEqual([chosen.id]);
  });

  it('sends so many files and no more', async () => {
    const { code } = await desk().makeLink({ agencyId: KPU.id, title: 'Debat', days: 7 }, await as('operator'));
    const { submissionId } = await room.handlers.handIn.say({ code, fields: FIELDS }, visitor);
    const actor = room.outsideSender(null, code, '1.1.1.1');
    if (!actor) throw new Error('not let in');
    for (let n = 0; n < MOST_LINK_FILES; n++) await send(submissionId, { actor }, 20 + n);
    const refusal = ['refused', 'link.tooManyFiles'];
    const more = { submissionId, originalName: 'a.mp4', bytes: 1, actor, inside: false };
    expect(await codes(() => room.admit(more))).toEqual(refusal);
    expect(await codes(() => send(submissionId, { actor }, 40))).toEqual(refusal);
    await room.handlers.handIn.finish({ code }, visitor);
    expect(held(submissionId)).toMatchObject({ state: 'submitted', versions: { length: MOST_LINK_FILES } });
  });
});
