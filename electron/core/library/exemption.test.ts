/** Content that was once exempt or recalled, in a real library: by its hash, whatever became of its asset. */
import { describe, expect, it } from 'vitest';
import { freshLibrary } from '../../../tests/fixtures/fresh-library';
import { CALLER, OPERATOR, type TestLibrary, upload } from '../../../tests/fixtures/library';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import type { Caller } from '../../contract/api/handlers';
import type { ProbedAsset } from '../../contract/records/asset';
import { video } from '../../domain/compile-fixtures';
import type { Tx } from '../store';
import { GROUND, sampleRecall } from '../store/samples';

const HEAD: Caller = { ...CALLER, role: 'head' };
const PROGRAM: Caller = { ...HEAD, actor: { kind: 'token', id: 'T1', name: 'Program' } };
const OPENED = { ppid: 'anytime' as const, ppidReviewBy: null, reason: 'Uji konsekuensi menyatakan terbuka' };

let on: TestLibrary;
let id: string;
freshLibrary(async (fresh) => {
  on = fresh;
  id = await upload(on, 'isi rahasia', 'Nama rahasia.mp4');
});

const exempt = () => on.library.handlers.classify({ id, rev: on.asset(id).rev, ppid: 'exempt', ground: GROUND }, HEAD);
const purge = () => on.store.commit({ command: 'library.emptyBin', actor: OPERATOR }, (tx) => tx.remove('asset', id));
const open = (of = id, by = HEAD) => on.library.handlers.declassify({ id: of, rev: on.asset(of).rev, ...OPENED }, by);
const exemptionOf = (of: string) => on.library.handlers.exemption({ id: of }, HEAD);

describe('content that was classed exempt', () => {
  it('is so for a ground, which stays with it and in the history', async () => {
    const { classify, update } = on.library.handlers;
    const said = { id, rev: on.asset(id).rev, ppid: 'exempt' as const };
    expect(await reasonsOf(() => classify(said, HEAD))).toEqual(['library.exemptNeedsGround']);
    expect(await reasonsOf(() => update(said, HEAD))).toEqual(['library.exemptNeedsGround']);
    expect(on.asset(id).ppid).toBe('anytime');
    await exempt();
    expect((await exemptionOf(id))?.ground).toEqual(GROUND);
    const [entry] = on.store.audit.list({ limit: 1 });
    expect(entry).toMatchObject({ command: 'library.classify' });
    expect(JSON.stringify(entry)).toContain(GROUND.test);
  });

  it('is so by no other way either: whatever writes it, it says the ground', async () => {
    const seeded = (part: object) =>
      on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
        tx.put('asset', { ...on.asset(id), ...part }),
      );
    const needs = ['library.exemptNeedsGround'];
    expect(await reasonsOf(() => seeded({ ppid: 'exempt' }))).toEqual(needs);
    const copy = { ...video(7, 10_000), ppid: 'exempt' as const };
    const add = (mends: Partial<ProbedAsset>) =>
      on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.put('asset', { ...copy, ...mends }));
    expect(await reasonsOf(() => add({}))).toEqual(needs);
    await exempt();
    // Of what is exempt already it is said: of what was made of it, as of itself.
    await add({ mends: { assetId: id, hash: on.asset(id).hash, kinds: ['loudness'] } });
    expect((await exemptionOf(copy.id))?.ground).toEqual(GROUND);
  });

  it('is exempt from its first moment when it comes again after its asset is gone, and says since when and by whom', async () => {
    await exempt();
    const since = (await exemptionOf(id))?.since;
    const { hash } = on.asset(id);
    await purge();
    on.clock.ahead += 60_000;
    const anew = await upload(on, 'isi rahasia', 'lain.mp4');
    expect(anew).not.toBe(id);
    expect(on.asset(anew)).toMatchObject({ ppid: 'exempt', hash });
    expect(await exemptionOf(anew)).toMatchObject({ since, by: { name: HEAD.actor.name }, declassified: null });
    // Nothing of what it was called or holds is remembered.
    expect(Object.keys(on.store.get('exemption', hash) ?? {}).sort()).toEqual([
      'by',
      'declassified',
      'ground',
      'id',
      'rev',
      'since',
    ]);
    expect(on.asset(await upload(on, 'isi lain', 'lain.mp4')).ppid).toBe('anytime');
  });

  it('is remembered at its deletion where it was exempt before exemptions were kept', async () => {
    await exempt();
    const { hash } = on.asset(id);
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.remove('exemption', hash));
    await purge();
    expect(on.asset(await upload(on, 'isi rahasia', 'lain.mp4')).ppid).toBe('exempt');
  });

  it('is opened by signing alone: not by a change, not by undo, not by a program', async () => {
    await exempt();
    const rev = () => on.asset(id).rev;
    const signing = ['library.exemptNeedsSigning'];
    expect(await reasonsOf(() => on.library.handlers.update({ id, rev: rev(), ppid: 'anytime' }, HEAD))).toEqual(
      signing,
    );
    expect(await reasonsOf(() => on.library.handlers.classify({ id, rev: rev(), ppid: 'periodic' }, HEAD))).toEqual(
      signing,
    );
    expect(await reasonsOf(() => on.store.undo(HEAD.actor))).toEqual(signing);
    expect(await reasonsOf(() => open(id, PROGRAM))).toEqual(['library.declassifyNeedsPerson']);
    expect(on.asset(id).ppid).toBe('exempt');
  });

  it('is not exempt any more once it was opened, also when it comes again; and is once it is classed anew', async () => {
    await exempt();
    const { hash } = on.asset(id);
    await open();
    expect(on.asset(id).ppid).toBe('anytime');
    expect(on.store.get('exemption', hash)?.declassified).toMatchObject({
      by: { name: HEAD.actor.name },
      reason: OPENED.reason,
    });
    expect(on.store.audit.list({ limit: 1 })[0]).toMatchObject({ command: 'library.declassify', undoable: false });
    expect(await reasonsOf(() => open())).toEqual(['library.notExempt']);
    await exempt();
    expect(on.store.get('exemption', hash)?.declassified).toBeNull();
    await open();
    await purge();
    expect(on.asset(await upload(on, 'isi rahasia', 'lain.mp4')).ppid).toBe('anytime');
  });
});

describe('what is exempt in one place is so in all', () => {
  const seed = (put: (tx: Tx) => unknown) => on.store.commit({ command: 'tests.seed', actor: OPERATOR }, put);
  const add = async (n: number, part: Partial<ProbedAsset> = {}) => {
    const asset = { ...video(n, 10_000), ...part };
    await seed((tx) => tx.put('asset', asset));
    return asset;
  };
  const classify = (of: string) =>
    on.library.handlers.classify({ id: of, rev: on.asset(of).rev, ppid: 'exempt', ground: GROUND }, HEAD);
  const made = (of: ProbedAsset): string => {
    const [first] = of.renditions;
    return first?.state === 'ready' ? first.hash : expect.fail('no rendition');
  };

  it('another asset of the same bytes, one that comes later, and repaired copies of each', async () => {
    const first = await add(1);
    const same = await add(2, { hash: first.hash, renditions: [] });
    const mends = { assetId: same.id, hash: same.hash, kinds: ['loudness' as const] };
    const copy = await add(3, { mends });
    const copyOfCopy = await add(4, { mends: { ...mends, assetId: copy.id, hash: copy.hash } });
    const other = await add(5);
    await classify(first.id);
    for (const each of [first, same, copy, copyOfCopy]) expect(on.asset(each.id).ppid).toBe('exempt');
    expect(on.asset(other.id).ppid).toBe('anytime');
    const late = await add(6, { hash: copy.hash, renditions: [] });
    expect(on.asset(late.id).ppid).toBe('exempt');
    await seed((tx) => tx.put('asset', { ...on.asset(other.id), hash: first.hash }));
    expect(on.asset(other.id).ppid).toBe('exempt');
  });

  it('a file that was made of it and comes back, while it stands and after its asset is gone', async () => {
    const first = await add(1);
    await classify(first.id);
    const back = await add(2, { hash: made(first), renditions: [] });
    expect(on.asset(back.id).ppid).toBe('exempt');
    await seed((tx) => [tx.remove('asset', first.id), tx.remove('asset', back.id)]);
    const again = await add(3, { hash: made(first), renditions: [] });
    expect(on.asset(again.id).ppid).toBe('exempt');
    expect(
      await reasonsOf(() =>
        on.library.handlers.update({ id: again.id, rev: on.asset(again.id).rev, ppid: 'anytime' }, HEAD),
      ),
    ).toEqual(['library.exemptNeedsSigning']);
  });

  it('is opened with all that was made of it, and stays open when it changes', async () => {
    const first = await add(1);
    await classify(first.id);
    await open(first.id);
    const back = await add(2, { hash: made(first), renditions: [] });
    expect(on.asset(back.id).ppid).toBe('anytime');
    await seed((tx) => tx.put('asset', { ...on.asset(first.id), notes: 'lain' }));
    expect(on.asset(first.id).ppid).toBe('anytime');
  });
});

it('content that was recalled is held by that recall from its first moment, also when its asset is gone', async () => {
  const recall = sampleRecall(on.asset(id));
  await on.store.commit({ command: 'recalls.recall', actor: OPERATOR }, (tx) => tx.put('recall', recall));
  await purge();
  const anew = await upload(on, 'isi rahasia', 'lain.mp4');
  expect(on.asset(anew).recalledAt).not.toBeNull();
  const held = on.store.get('recall', recall.id) ?? expect.fail('no recall');
  const lifted = { at: 2, by: { id: 'U', name: 'x' }, reason: 'Angkanya ternyata benar' };
  await on.store.commit({ command: 'recalls.lift', actor: OPERATOR }, (tx) => [
    tx.put('recall', { ...held, lifted }),
    tx.remove('asset', anew),
  ]);
  expect(on.asset(await upload(on, 'isi rahasia', 'lagi.mp4')).recalledAt).toBeNull();
});
