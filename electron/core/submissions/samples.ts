/** The room over a real store, with two agencies, people of the office, and a library that takes what is sent. For tests. */
import type { Caller } from '../../contract/api/handlers';
import type { FinishedUpload } from '../../contract/handover';
import type { Asset, ProbedAsset } from '../../contract/records/asset';
import { SubmissionFields } from '../../contract/records/submission';
import type { Role } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { hashFor, video } from '../../domain/compile-fixtures';
import { openStore } from '../store';
import { caller, operator, quiet, sampleAgency, sampleUser, temporaryFolder } from '../store/samples';
import { createSubmissions } from '.';
import type { SubmissionsNeed } from './room';

export const seed = { command: 'tests.seed', actor: operator };
export const [KPU, DINKES] = [sampleAgency({ name: 'KPU Tirtaraya' }), sampleAgency({ name: 'Dinkes Tirtaraya' })];
export const as = (role: Role, id = newId()): Caller => ({ ...caller, role, actor: { kind: 'user', id, name: role } });
export const [VERIFIER, HEAD] = [as('operator'), as('head')];

export const FIELDS = SubmissionFields.parse({
  ...{ title: 'Ayo ke TPS', letterNumber: '12/KPU/2026', responsible: 'Ketua KPU', category: 'Pemilu' },
  ...{ validFrom: '2026-03-01', validTo: '2026-03-31', rights: { text: 'Milik KPU', confirmed: true } },
});

export type DeskOnStore = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk() {
  const on = {
    now: Date.parse('2026-03-02T03:00:00Z'),
    /** Wrong codes that were counted. */
    wrong: [] as string[],
    /** Numbers the files that came. */
    made: 10,
    /** Out of the bin. */
    taken: [] as string[],
    alerts: new Set<string>(),
    /** Files that were asked for. */
    ordered: [] as Parameters<SubmissionsNeed['ensureRenditions']>[0][number][],
  };
  const folder = temporaryFolder();
  const clock = { now: () => on.now };
  const store = await openStore({ dir: folder.dir, clock, log: quiet });
  await store.commit(seed, (tx) => {
    for (const agency of [KPU, DINKES]) tx.put('agency', agency);
  });

  /** As the library takes a file in, and at once looks into it. */
  async function finishUpload({ hash, agencyId }: FinishedUpload) {
    const known = store.assets.byHash(hash ?? '')[0];
    if (known?.trashedAt !== null && known) on.taken.push(known.id);
    if (known) return { assetId: known.id, duplicate: true };
    const base = video(on.made++, 30_000, { hash: hash ?? '' });
    const asset: ProbedAsset = { ...base, ...(agencyId ? { agencyId, approval: 'pending' as const } : {}) };
    await store.commit(seed, (tx) => tx.put('asset', asset));
    return { assetId: asset.id, duplicate: false };
  }

  const need = (): SubmissionsNeed => ({
    ...{ store, clock, log: quiet, dataDir: folder.dir, finishUpload, admitFile: async () => {} },
    attempts: {
      begin: ([key = '']: readonly string[]) => {
        on.wrong.push(key);
        return () => void on.wrong.pop();
      },
    },
    alerts: { raise: (id) => void on.alerts.add(id), settle: (id) => void on.alerts.delete(id) },
    agreementUse: async (_id, month) => ({
      ...{ month, days: [], planned: 9, plannedMs: 9000, shown: 4, shownMs: 4000 },
      ...{ slotsUsed: 1, channelsUsed: ['displays'], agreedMs: 60_000 },
    }),
    ensureRenditions: async (needs) => void on.ordered.push(...needs),
    usesOf: (assetId) =>
      store
        .all('booking')
        .filter(({ what }) => what.kind === 'asset' && what.assetId === assetId)
        .map(({ id, name }) => ({ kind: 'booking' as const, id, name })),
  });
  const room = createSubmissions(need());
  const desk = () => room.handlers.submissions;
  const view = (id: string) => {
    const submission = store.get('submission', id);
    if (!submission) throw new Error('none');
    return { submission };
  };
  const at = (id: string) => {
    const { submission } = view(id);
    return { id, rev: submission.rev, hash: submission.versions.at(-1)?.hash ?? '', reason: '' };
  };
  const send = (submissionId: string, who: Caller, content: number, name = 'ayo.mp4') =>
    room.takeUpload({
      ...{ submissionId, path: '', originalName: name, hash: hashFor(content), bytes: 5, actor: who.actor },
    });
  async function answerAll(id: string): Promise<void> {
    const { checklist } = await desk().get({ id }, VERIFIER);
    for (const { item, answer } of checklist)
      if (answer === null) await desk().answer({ ...at(id), itemId: item.id, answer: 'yes' }, VERIFIER);
  }

  return Object.assign(on, {
    ...{ store, room, desk, view, at, send, need, finishUpload, answerAll },
    async partnerOf(agencyId: string): Promise<Caller> {
      const user = sampleUser({ role: 'partner', agencyId, signInName: `mitra-${newId().slice(-6).toLowerCase()}` });
      await store.commit(seed, (tx) => tx.put('user', user));
      return as('partner', user.id);
    },
    /** Of its newest version. */
    assetOf(id: string): Asset {
      const found = store.get('asset', view(id).submission.versions.at(-1)?.assetId ?? '');
      if (!found) throw new Error('none');
      return found;
    },
    async handedIn(who: Caller, content = 1): Promise<string> {
      const { id } = await room.handlers.portal.create({ fields: FIELDS }, who);
      await send(id, who, content);
      await room.handlers.portal.submit({ id, rev: at(id).rev }, who);
      return id;
    },
    /** Verified and approved, by two people. */
    async approvedBy(id: string): Promise<void> {
      await answerAll(id);
      await desk().verify(at(id), VERIFIER);
      await desk().approve({ ...at(id), ppid: 'anytime', ppidReviewBy: null }, HEAD);
    },
    async close(): Promise<void> {
      await room.stop();
      await store.close();
      folder.remove();
    },
  });
}
