/** Content that was once exempt or recalled, in a real library: by its hash, whatever became of its asset. */
import fsp from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALLER, OPERATOR, openLibrary, type TestLibrary, upload } from '../../../tests/fixtures/library';
import type { Caller } from '../../contract/api/handlers';
import { newId } from '../../contract/ulid';
import { refused } from '../store/samples';

const HEAD: Caller = { ...CALLER, role: 'head' };
const PROGRAM: Caller = { ...HEAD, actor: { kind: 'token', id: 'T1', name: 'Program' } };
const OPENED = { ppid: 'anytime' as const, ppidReviewBy: null, reason: 'Uji konsekuensi menyatakan terbuka' };

let on: TestLibrary;
let id: string;
beforeEach(async () => {
  on = await openLibrary();
  id = await upload(on, 'isi rahasia', 'Nama rahasia.mp4');
});
afterEach(async () => {
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

const exempt = () => on.library.handlers.classify({ id, rev: on.asset(id).rev, ppid: 'exempt' }, HEAD);
const purge = () => on.store.commit({ command: 'library.emptyBin', actor: OPERATOR }, (tx) => tx.remove('asset', id));
const open = (of = id, by = HEAD) => on.library.handlers.declassify({ id: of, rev: on.asset(of).rev, ...OPENED }, by);
const codes = async (run: () => unknown) => (await refused(run)).data.details.map(({ code }) => code);
const exemptionOf = (of: string) => on.library.handlers.exemption({ id: of }, HEAD);

describe('content that was classed exempt', () => {
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
    expect(await codes(() => on.library.handlers.update({ id, rev: rev(), ppid: 'anytime' }, HEAD))).toEqual(signing);
    expect(await codes(() => on.library.handlers.classify({ id, rev: rev(), ppid: 'periodic' }, HEAD))).toEqual(
      signing,
    );
    expect(await codes(() => on.store.undo(HEAD.actor))).toEqual(signing);
    expect(await codes(() => open(id, PROGRAM))).toEqual(['library.declassifyNeedsPerson']);
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
    expect(await codes(() => open())).toEqual(['library.notExempt']);
    await exempt();
    expect(on.store.get('exemption', hash)?.declassified).toBeNull();
    await open();
    await purge();
    expect(on.asset(await upload(on, 'isi rahasia', 'lain.mp4')).ppid).toBe('anytime');
  });
});

it('content that was recalled is held by that recall from its first moment, also when its asset is gone', async () => {
  const { hash, name } = on.asset(id);
  const recall = {
    ...{
      id: newId(),
      rev: 0,
      assetId: id,
      name,
      made: [],
      hashes: [hash],
      pictures: [],
      reason: 'Angkanya keliru sekali',
    },
    ...{ letterNumber: '1', letterDate: '2026-11-23', agencyId: null, by: { id: 'U', name: 'x' }, at: 1, lifted: null },
  };
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
