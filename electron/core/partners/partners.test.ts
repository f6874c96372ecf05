import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agreementsApi } from '../../contract/api/partners';
import { NOTHING_LENT } from '../../contract/records/partner';
import { compile } from '../../domain/compile';
import { booking, idFor, inputFor, ofAsset, playlist, video } from '../../domain/compile-fixtures';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, temporaryFolder } from '../store/samples';
import { createPartners } from '.';

const clock = { now: () => Date.parse('2026-03-02T03:00:00Z') };
const seed = { command: 'tests.seed', actor: operator };
const TERM = { from: '2026-01-01', to: '2026-12-31', lent: NOTHING_LENT };
const PLAIN = { address: '', contacts: [] };
const alerts = { raise: () => {}, settle: () => {} };

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let agencies: ReturnType<typeof createPartners>['handlers']['agencies'];
let agreements: ReturnType<typeof createPartners>['handlers']['agreements'];

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  ({ agencies, agreements } = createPartners({ store, clock, log: quiet, dataDir: folder.dir, alerts }).handlers);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

async function refusal(run: () => unknown) {
  const { code, data } = await refused(run);
  return { code, details: data.details.map(({ code: why }) => why) };
}
const dinkes = () =>
  agencies.create({ name: 'Dinkes Kabupaten Tirtaraya', kind: 'local' as const, notes: '', ...PLAIN }, caller);

describe('an agency', () => {
  it('is made, renamed and removed, and each of it undone', async () => {
    const made = await dinkes();
    const fields = { name: 'Dinas Kesehatan', kind: 'local' as const, notes: 'Lantai 2', ...PLAIN };
    expect(await agencies.update({ id: made.id, rev: made.rev, fields }, caller)).toMatchObject(fields);
    expect((await refusal(() => agencies.update({ id: made.id, rev: made.rev, fields }, caller))).code).toBe('stale');
    await agencies.remove({ id: made.id }, caller);
    for (let step = 0; step < 3; step++) await store.undo(operator);
    expect(await agencies.list(undefined, caller)).toEqual([]);
  });

  it('is not made twice under one name', async () => {
    await dinkes();
    const twice = await refusal(() =>
      agencies.create({ name: 'DINKES Kabupaten Tirtaraya', kind: 'local' as const, notes: '', ...PLAIN }, caller),
    );
    expect(twice).toEqual({ code: 'invalidInput', details: ['agency.nameTaken'] });
  });

  it('is not removed while anything names it, and tells what', async () => {
    const { id } = await dinkes();
    await agreements.create({ agencyId: id, number: 'PKS/001', ...TERM }, caller);
    const rule = { tags: [], agencyIds: [id], categories: [], sort: 'name' as const, limit: 10 };
    await store.commit(seed, (tx) => {
      tx.put('playlist', playlist(1, [], { smart: rule }));
      tx.put('asset', video(1, 30_000, { agencyId: id, trashedAt: 5 }));
    });
    expect(await refusal(() => agencies.remove({ id }, caller))).toEqual({
      code: 'inUse',
      details: ['where.agreement', 'where.playlist', 'where.asset'],
    });
  });

  it('is not taken back by undo once material names it, and material does not come back to one that is gone', async () => {
    const { id } = await dinkes();
    const colleague = { ...operator, id: idFor('U', 2) };
    await store.commit(seed, (tx) => tx.put('asset', video(1, 30_000)));
    const say = (agencyId: string | null, undoable: boolean) =>
      store.commit({ command: 'library.update', actor: colleague, undoable }, (tx) =>
        tx.put('asset', { ...video(1, 30_000), agencyId }),
      );
    await say(id, false);
    await expect(store.undo(operator)).rejects.toMatchObject({
      data: { code: 'undoConflict', details: [{ code: 'where.asset' }] },
    });
    await say(null, true);
    await store.undo(operator);
    await expect(store.undo(colleague)).rejects.toMatchObject({ data: { code: 'undoConflict' } });
  });
});

describe('an agreement', () => {
  it('needs an agency and a number of its own', async () => {
    const { id } = await dinkes();
    await agreements.create({ agencyId: id, number: 'PKS/001', ...TERM }, caller);
    const again = { agencyId: idFor('Y', 9), number: 'PKS/001', ...TERM };
    expect(await refusal(() => agreements.create(again, caller))).toEqual({
      code: 'invalidInput',
      details: ['agreement.noAgency', 'agreement.numberTaken'],
    });
  });

  it('is not removed while a booking stands under it that is not over', async () => {
    const { id: agencyId } = await dinkes();
    const { id, rev } = await agreements.create({ agencyId, number: 'PKS/001', ...TERM }, caller);
    const under = (to: string) =>
      store.commit(seed, (tx) => tx.put('booking', booking(1, ofAsset(video(1, 30_000)), { agreementId: id, to })));
    await under('2026-06-30');
    expect(await refusal(() => agreements.remove({ id }, caller))).toEqual({
      code: 'inUse',
      details: ['where.booking'],
    });
    await under('2026-02-01');
    const fields = { agencyId, number: 'PKS/001/2026', ...TERM };
    expect(await agreements.update({ id, rev, fields }, caller)).toMatchObject({ number: 'PKS/001/2026' });
    await agreements.remove({ id }, caller);
    expect(await agreements.list(undefined, caller)).toEqual([]);
  });

  it('is let run on by the head of office, with a reason that is kept, and what is booked under it airs until then', async () => {
    const { id: agencyId } = await dinkes();
    const head = { ...caller, role: 'head' as const };
    const term = { agencyId, number: 'PKS/001', ...TERM, from: '2026-01-01', to: '2026-03-01' };
    const { id, rev } = await agreements.create(term, caller);
    const noon = (date: string) => Date.parse(`${date}T05:00:00Z`);
    const airs = (date: string) => {
      const agreement = store.get('agreement', id);
      const bookings = [booking(1, ofAsset(video(1, 0)), { agreementId: id })];
      const given = { assets: [video(1, 30_000)], agreements: agreement ? [agreement] : [], bookings };
      const { clips, skipped } = compile(inputFor(given, noon(date), noon(date) + 3_600_000));
      expect(skipped.some(({ because }) => because.code === 'why.notAgreed')).toBe(
        !clips.some(({ kind }) => kind !== 'slate'),
      );
      return clips.some(({ kind }) => kind !== 'slate');
    };
    expect([airs('2026-03-01'), airs('2026-03-02'), airs('2026-03-15')]).toEqual([true, false, false]);
    expect(agreementsApi.override['~orpc'].meta).toMatchObject({ needs: 'approve' });
    const input = agreementsApi.override['~orpc'].inputSchema;
    expect(input?.safeParse({ id, rev, until: '2026-03-15', reason: '  ' }).success).toBe(false);
    const early = await refusal(() => agreements.override({ id, rev, until: '2026-03-01', reason: 'Tahapan' }, head));
    expect(early).toEqual({ code: 'invalidInput', details: ['agreement.notLater'] });
    await agreements.override({ id, rev, until: '2026-03-15', reason: 'Tahapan diundur' }, head);
    expect([airs('2026-03-02'), airs('2026-03-15'), airs('2026-03-16')]).toEqual([true, true, false]);
    expect(store.get('agreement', id)?.overrides).toMatchObject([{ reason: 'Tahapan diundur', by: { role: 'head' } }]);
    expect(store.audit.list({ limit: 1 })).toMatchObject([{ command: 'agreements.override', actor: head.actor }]);
    // Undo comes to what was done before it: what was let air stays on the paper.
    expect(store.audit.next('undo', head.actor)?.command).toBe('agreements.create');
  });
});
