/** Who may say that a material may air, or that nobody may see it, and what takes that back. */
import { describe, expect, it } from 'vitest';
import { freshLibrary } from '../../../tests/fixtures/fresh-library';
import { CALLER, OPERATOR, PANEL, type TestLibrary, upload, uploadOf } from '../../../tests/fixtures/library';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import { SubmissionFields } from '../../contract/records/submission';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { idFor, video } from '../../domain/compile-fixtures';
import { rule } from '../../domain/judge/samples';
import { GROUND, putAsset, refused, sampleSubmission } from '../store/samples';

const OPENED = { ppidReviewBy: null, reason: 'Uji konsekuensi menyatakan terbuka' };
let on: TestLibrary;
let id: string;
freshLibrary(async (fresh) => {
  on = fresh;
  id = await upload(on, 'isi', 'Cegah DBD.mp4');
});

const isoDay = (fromNow: number) => new Date(Date.now() + fromNow * DAY_MS).toISOString().slice(0, 10);

describe('an asset', () => {
  it('is approved only by whoever answers for it, for its very file, until something else is said of it', async () => {
    const { update } = on.library.handlers;
    const rev = () => on.asset(id).rev;
    for (const approval of ['approved', 'rejected'] as const)
      expect((await refused(() => update({ id, rev: rev(), approval }, CALLER))).code).toBe('notAllowed');
    expect((await refused(() => update({ id, rev: rev(), ppid: 'exempt' }, CALLER))).code).toBe('notAllowed');
    const head = { ...CALLER, role: 'head' as const };
    const to = '2026-12-31';
    const approved = await update({ id, rev: rev(), approval: 'approved', validTo: to }, head);
    expect(approved).toMatchObject({ approval: 'approved', approvedHash: approved.hash });
    expect(await update({ id, rev: rev(), validTo: '2026-11-30' }, CALLER)).toMatchObject({ approval: 'approved' });
    const longer = await update({ id, rev: rev(), validTo: to }, CALLER);
    expect(longer).toMatchObject({ approval: 'pending', approvedHash: null });
    expect((await refused(() => update({ id, rev: rev(), approval: 'notNeeded' }, CALLER))).code).toBe('notAllowed');
    await update({ id, rev: rev(), approval: 'approved' }, head);
    expect(await update({ id, rev: rev(), category: 'Kesehatan' }, CALLER)).toMatchObject({ approval: 'pending' });
  });

  it('has its class and its approval said by the head of office, also on what was never handed in', async () => {
    const { classify } = on.library.handlers;
    const head = { ...CALLER, role: 'head' as const };
    const said = { id, ppid: 'periodic' as const, ppidReviewBy: null };
    expect((await refused(() => classify({ ...said, rev: on.asset(id).rev }, CALLER))).code).toBe('notAllowed');
    const approved = await classify({ ...said, rev: on.asset(id).rev, approval: 'approved' }, head);
    expect(approved).toMatchObject({ ppid: 'periodic', approvedHash: approved.hash });
    expect(approved.ppidReviewBy).toMatch(/^\d{4}-\d\d-\d\d$/);
    const late = { ...said, rev: approved.rev, ppidReviewBy: '2099-01-01' };
    expect((await refused(() => classify(late, head))).data.details[0]?.code).toBe('library.reviewTooLate');
    expect((await refused(() => classify({ ...said, rev: approved.rev - 1 }, head))).code).toBe('stale');
    await on.store.undo(OPERATOR);
    expect(on.asset(id)).toMatchObject({ ppid: 'anytime', approval: 'notNeeded' });
  });

  it('is approved by the course of its submission alone, once it was handed in', async () => {
    const head = { ...CALLER, role: 'head' as const };
    const say = (approval: 'approved' | 'notNeeded') =>
      on.library.handlers.update({ id, rev: on.asset(id).rev, approval }, head);
    const seed = (state: 'submitted' | 'approved') =>
      on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => {
        const fields = SubmissionFields.parse({ title: 'Cegah DBD' });
        const by = { id: 'U1', name: 'Dinkes', role: 'partner' };
        const version = {
          n: 1,
          assetId: id,
          hash: on.asset(id).hash,
          fileName: 'a.mp4',
          bytes: 1,
          at: 1,
          by,
          note: '',
        };
        tx.put('asset', { ...on.asset(id), approval: 'pending', approvedHash: null });
        tx.put('submission', {
          ...{ id: idFor('S', 1), rev: 0, receipt: 'ILM-2026-0001', agencyId: idFor('Y', 1), ...fields, answers: [] },
          ...{
            versions: [{ ...version, fields }],
            state,
            steps: [],
            via: 'partner',
            replacing: null,
            createdAt: 1,
            createdBy: 'Dinkes',
          },
        });
      });
    await seed('submitted');
    for (const approval of ['approved', 'notNeeded'] as const)
      expect((await refused(() => say(approval))).data.details[0]?.code).toBe('library.inIntake');
    await seed('approved');
    expect(await say('approved')).toMatchObject({ approval: 'approved', approvedHash: on.asset(id).hash });
  });

  it('is let through by nobody alone where its category asks for two people, nor past the desk it was handed in at', async () => {
    const { update } = on.library.handlers;
    const rev = () => on.asset(id).rev;
    const head = { ...CALLER, role: 'head' as const, actor: { kind: 'user' as const, id: 'U9', name: 'Kepala' } };
    await update({ id, rev: rev(), category: 'Pemilu', approval: 'pending' }, CALLER);
    const makers = { ...CALLER, role: 'head' as const, actor: { ...CALLER.actor, name: on.asset(id).createdBy } };
    for (const approval of ['approved', 'notNeeded'] as const)
      expect(await reasonsOf(() => update({ id, rev: rev(), approval }, makers))).toEqual(['library.fourEyes']);
    const program = { ...head, actor: { kind: 'token' as const, id: 'T', name: 'Program' } };
    expect(await reasonsOf(() => update({ id, rev: rev(), approval: 'approved' }, program))).toEqual([
      'library.fourEyes',
    ]);
    const waits = sampleSubmission({ assetId: id, hash: on.asset(id).hash });
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.put('submission', waits));
    expect(await reasonsOf(() => update({ id, rev: rev(), approval: 'approved' }, head))).toEqual(['library.inIntake']);
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
      tx.put('submission', { ...waits, rev: 1, state: 'withdrawn' }),
    );
    expect(await reasonsOf(() => update({ id, rev: rev(), approval: 'approved' }, head))).toEqual(['library.inIntake']);
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.remove('submission', waits.id));
    expect(await update({ id, rev: rev(), approval: 'approved' }, head)).toMatchObject({ approval: 'approved' });
  });

  it('waits for approval when somebody says what it is while a lock keeps off what is unknown', async () => {
    const { update } = on.library.handlers;
    const lock = rule(1, { does: { kind: 'lock' }, time: { ...ALWAYS, from: isoDay(-1), to: isoDay(1) } });
    const named = { ...lock, scope: { ...EVERYWHERE, categories: ['Pemilu'] } };
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.put('rule', named));
    const said = await update({ id, rev: on.asset(id).rev, category: 'Kesehatan' }, CALLER);
    expect(said).toMatchObject({ category: 'Kesehatan', approval: 'pending' });
  });

  it('has its approval back by undo only as what was approved', async () => {
    const { update } = on.library.handlers;
    const rev = () => on.asset(id).rev;
    const head = { ...CALLER, role: 'head' as const, actor: { kind: 'user' as const, id: 'U9', name: 'Kepala' } };
    await update({ id, rev: rev(), approval: 'approved', validTo: '2026-12-31' }, head);
    await update({ id, rev: rev(), category: 'Kesehatan' }, CALLER);
    await on.store.undo(CALLER.actor);
    expect(on.asset(id)).toMatchObject({ approval: 'approved', category: null });
    await update({ id, rev: rev(), category: 'Kesehatan' }, CALLER);
    // Widened by a colleague while it waits.
    const other = { ...CALLER, actor: { ...CALLER.actor, id: 'U7', name: 'Lain' } };
    await update({ id, rev: rev(), validTo: null, subject: 'Paslon 1' }, other);
    expect((await refused(() => on.store.undo(CALLER.actor))).code).toBe('undoConflict');
    expect(on.asset(id)).toMatchObject({ approval: 'pending', approvedHash: null, validTo: null });
  });

  it('is exempt with every repair of it, also one that was under way', async () => {
    const head = { ...CALLER, role: 'head' as const };
    const of = on.asset(id);
    const later = newId();
    const mended = {
      of,
      originalName: 'dbd.mp4',
      kinds: ['loudness'],
      createdBy: 'Petugas 1',
      name: 'Cegah DBD (diperbaiki)',
    };
    const take = async (copyId: string, content: string) =>
      on.library.takeMended({ ...mended, id: copyId, path: await uploadOf(on.dir, content) });
    const early = await take(newId(), 'dulu');
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
      tx.put('qualityReport', {
        ...{
          id,
          rev: 0,
          hash: of.hash,
          state: 'done',
          askedAt: 1,
          checkedAt: 1,
          findings: [],
          more: 0,
          limits: null,
          measured: null,
        },
        ...{ failure: null, mendings: [{ assetId: early, jobId: newId(), kinds: [], askedAt: 1, by: 'x' }] },
      }),
    );
    await on.library.handlers.classify(
      {
        id,
        rev: on.asset(id).rev,
        ppid: 'exempt',
        approval: 'rejected',
        ground: GROUND,
      },
      head,
    );
    await take(later, 'nanti');
    expect(on.asset(early)).toMatchObject({ ppid: 'exempt' });
    expect(on.asset(later)).toMatchObject({ ppid: 'exempt', approval: 'pending' });
  });

  it('has nothing made of it for any output once it is exempted', async () => {
    const head = { ...CALLER, role: 'head' as const };
    const exempt = video(1, 30_000, { id, ppid: 'exempt', hash: on.asset(id).hash, renditions: [] });
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => putAsset(tx, exempt));
    const need = { assetId: id, profile: PANEL, inMs: 0 };
    await on.library.ensureRenditions([need]);
    expect(on.asset(id)).toMatchObject({ state: 'ready', renditions: [] });
    await on.library.handlers.declassify({ id, rev: on.asset(id).rev, ppid: 'anytime', ...OPENED }, head);
    await on.library.ensureRenditions([need]);
    // Tried at once, now that it may be: of a file that is none.
    expect(on.asset(id).state).toBe('failed');
  });
});
