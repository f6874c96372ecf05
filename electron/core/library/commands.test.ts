import fsp from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addDisplay,
  CALLER,
  OPERATOR,
  openLibrary,
  PANEL,
  type TestLibrary,
  upload,
  uploadOf,
} from '../../../tests/fixtures/library';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { PLAIN_BOOKING } from '../../contract/records/booking';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { SubmissionFields } from '../../contract/records/submission';
import { newId } from '../../contract/ulid';
import { idFor, video } from '../../domain/compile-fixtures';
import { rule } from '../../domain/judge/samples';
import { CARD_COLUMNS } from '../../domain/peaks';
import { GROUND, putAsset, refused, sampleAgency, sampleSubmission } from '../store/samples';

const OPENED = { ppidReviewBy: null, reason: 'Uji konsekuensi menyatakan terbuka' };
let on: TestLibrary;
let id: string;
beforeEach(async () => {
  on = await openLibrary();
  id = await upload(on, 'isi', 'Cegah DBD.mp4');
});
afterEach(async () => {
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

const DAY_MS = 24 * 60 * 60_000;
const isoDay = (fromNow: number) => new Date(Date.now() + fromNow * DAY_MS).toISOString().slice(0, 10);

function playlist(name: string, assetId = id) {
  const items = [{ id: newId(), assetId, stillMs: null, inMs: 0, outMs: null }];
  const record = { id: newId(), rev: 0, name, items, smart: null, createdAt: 1, updatedAt: 1 };
  return on.store.commit({ command: 'playlists.create', actor: OPERATOR }, (tx) => tx.put('playlist', record));
}

function booking(
  name: string,
  what: { kind: 'asset'; assetId: string } | { kind: 'playlist'; playlistId: string },
  to = 7,
) {
  const when = { from: isoDay(-90), to: isoDay(to), weekdays: [1], dayparts: [{ start: '06:00:00', end: '22:00:00' }] };
  const where = { displayIds: [newId()], groupIds: [] };
  const rest = {
    zone: 'station' as const,
    paused: false,
    createdAt: 1,
    createdBy: 'x',
    how: { kind: 'rotation' as const },
    ...PLAIN_BOOKING,
  };
  const record = { id: newId(), rev: 0, name, what, where, ...when, ...rest };
  return on.store.commit({ command: 'bookings.create', actor: OPERATOR }, (tx) => tx.put('booking', record));
}

describe('update', () => {
  it('renames, tags and notes; undo takes it back, redo does it again', async () => {
    const { rev } = on.asset(id);
    const tags = ['ILM', 'kesehatan', 'ilm'];
    const updated = await on.library.handlers.update(
      { id, rev, name: 'Cegah DBD 30s', tags, notes: 'dari Dinkes' },
      CALLER,
    );
    expect(updated).toMatchObject({ name: 'Cegah DBD 30s', tags: ['ilm', 'kesehatan'], notes: 'dari Dinkes' });
    await on.store.undo(OPERATOR);
    expect(on.asset(id)).toMatchObject({ name: 'Cegah DBD', tags: [], notes: '' });
    await on.store.redo(OPERATOR);
    expect(on.asset(id).name).toBe('Cegah DBD 30s');
  });

  it('is refused when another person changed it meanwhile', async () => {
    const { rev } = on.asset(id);
    await on.library.handlers.update({ id, rev, name: 'A' }, CALLER);
    const late = async () => on.library.handlers.update({ id, rev, name: 'B' }, CALLER);
    await expect(late()).rejects.toMatchObject({ code: 'stale' });
    expect(on.asset(id).name).toBe('A');
  });

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

  it('says where it comes from and when it may air, and is undone', async () => {
    const agency = sampleAgency({ name: 'Dinkes' });
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.put('agency', agency));
    const origin = {
      agencyId: agency.id,
      category: 'Kesehatan',
      validFrom: '2026-01-01',
      approval: 'pending' as const,
    };
    const said = await on.library.handlers.update({ id, rev: on.asset(id).rev, ...origin }, CALLER);
    expect(said).toMatchObject({ ...origin, validTo: null });
    await on.store.undo(OPERATOR);
    expect(on.asset(id)).toMatchObject({ agencyId: null, category: null, validFrom: null, approval: 'notNeeded' });
  });

  it('is refused with every reason when its origin cannot be', async () => {
    const wrong = { agencyId: newId(), category: 'Kuliner', validFrom: '2026-02-01', validTo: '2026-01-31' };
    const update = async () => on.library.handlers.update({ id, rev: on.asset(id).rev, ...wrong }, CALLER);
    await expect(update()).rejects.toMatchObject({
      code: 'invalidInput',
      data: {
        details: [{ code: 'library.noAgency' }, { code: 'library.noCategory' }, { code: 'library.validEndsFirst' }],
      },
    });
  });

  it('is not refused because the station probed it meanwhile', async () => {
    const { rev } = on.asset(id);
    const step = { command: 'library.step', actor: OPERATOR, audited: false };
    await on.store.commit(step, (tx) => void tx.put('asset', { ...on.asset(id), state: 'probing' } as never));
    await on.library.handlers.update({ id, rev, name: 'Baru' }, CALLER);
    expect(on.asset(id)).toMatchObject({ state: 'probing', name: 'Baru' });
  });
});

describe('delete', () => {
  it('is refused while used, saying every place, and nothing is deleted', async () => {
    const free = await upload(on, 'lain', 'Lain.mp4');
    const list = await playlist('Pagi');
    await booking('Minggu ini', { kind: 'playlist', playlistId: list.id });
    await booking('Sendiri', { kind: 'asset', assetId: id });
    await booking('Bulan lalu', { kind: 'asset', assetId: id }, -30);
    const display = await addDisplay(on);
    await on.store.commit({ command: 'displays.update', actor: OPERATOR }, (tx) => {
      tx.put('display', { ...display, fillerPlaylistId: list.id });
      tx.put('settings', { ...DEFAULT_SETTINGS, fillerPlaylistId: list.id });
    });
    const refusal = on.library.handlers.remove({ ids: [free, id] }, CALLER);
    await expect(refusal).rejects.toMatchObject({
      code: 'inUse',
      data: {
        params: { name: 'Cegah DBD', count: 1 },
        details: [
          { code: 'where.playlist', params: { name: 'Pagi' } },
          { code: 'where.booking', params: { name: expect.stringMatching(/Minggu ini|Sendiri/) } },
          { code: 'where.booking', params: { name: expect.stringMatching(/Minggu ini|Sendiri/) } },
          { code: 'where.filler', params: { name: 'Pagi' } },
          { code: 'where.filler', params: { name: 'VT-01 Alun-alun' } },
        ],
      },
    });
    expect(on.asset(free).trashedAt).toBeNull();
    expect(await on.library.handlers.usage({ id }, CALLER)).toHaveLength(5);
  });

  it('puts into the bin, ends its work, and is undone with the work back in the queue', async () => {
    await on.library.handlers.remove({ ids: [id] }, CALLER);
    expect((await on.library.handlers.list(query({ shelf: 'bin' }), CALLER)).items.map((each) => each.id)).toEqual([
      id,
    ]);
    await expect.poll(() => on.jobs.unfinishedFor(id)).toEqual([]);
    await on.store.undo(OPERATOR);
    await expect.poll(() => on.jobs.unfinishedFor(id).map(({ name }) => name)).toEqual(['probe']);
    expect(on.asset(id).trashedAt).toBeNull();
  });

  it('restore does the same, and a deletion by undo ends the work again', async () => {
    await on.library.handlers.remove({ ids: [id] }, CALLER);
    await expect.poll(() => on.jobs.unfinishedFor(id)).toEqual([]);
    await on.library.handlers.restore({ ids: [id] }, CALLER);
    await expect.poll(() => on.jobs.unfinishedFor(id).length).toBe(1);
    await on.store.undo(OPERATOR);
    expect(on.asset(id).trashedAt).not.toBeNull();
    await expect.poll(() => on.jobs.unfinishedFor(id)).toEqual([]);
  });
});

function query(fields: Partial<Parameters<TestLibrary['store']['assets']['list']>[0]>) {
  return { search: '', shelf: 'current' as const, sort: 'newest' as const, offset: 0, limit: 100, ...fields };
}

it('lists, searches and filters 10,000 assets a page at a time, each in a few milliseconds', async () => {
  const { id: _, rev: _rev, ...base } = on.asset(id);
  const word = (n: number) => ['Siaga', 'Pajak', 'Tertib', 'Layanan', 'Agenda'][n % 5];
  for (let from = 0; from < 10_000; from += 1000) {
    await on.store.commit({ command: 'test', actor: OPERATOR, audited: false }, (tx) => {
      for (let n = from; n < from + 1000; n++) {
        tx.put('asset', { ...base, id: newId(), rev: 0, name: `${word(n)} ${n}`, tags: [`t${n % 7}`] });
      }
    });
  }
  const times: number[] = [];
  const list = async (fields: Parameters<typeof query>[0]) => {
    const began = performance.now();
    const page = await on.library.handlers.list(query(fields), CALLER);
    times.push(performance.now() - began);
    return page;
  };
  await list({});
  times.length = 0;
  expect((await list({})).total).toBe(10_001);
  expect((await list({ search: 'paj 17', sort: 'name' })).total).toBeGreaterThan(0);
  expect((await list({ tag: 't3', sort: 'largest', offset: 500 })).items).toHaveLength(100);
  expect((await list({ state: 'imported', offset: 9_950 })).items).toHaveLength(51);
  console.log(`list of 10,000 assets, 100 a page: ${times.map((ms) => ms.toFixed(1)).join(', ')} ms`);
  expect(Math.max(...times)).toBeLessThan(250);
}, 60_000);

describe('list', () => {
  const facts = { container: 'mp4', durationMs: 30_000, bitRate: null, video: null, audio: [], loudness: null };
  const rest = { ...facts, fragmentedPerTrack: false, findings: [] };
  const video = { ...rest, kind: 'video' as const };
  const sound = { ...rest, kind: 'audio' as const };

  it.each([
    ['sound by its waveform in few columns', sound, { length: CARD_COLUMNS, loudest: 200 }],
    ['a picture without its waveform', video, null],
  ])('gives %s; the whole of it is got', async (_, probe, drawn) => {
    const waveform = Array.from({ length: 2000 }, (_peak, at) => at % 201);
    const pictures = { thumbnail: null, filmstrip: null, waveform };
    const ready = { ...on.asset(id), state: 'ready' as const, probe, pictures, renditions: [] };
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.put('asset', ready));
    const { items } = await on.library.handlers.list(
      { search: '', shelf: 'current', sort: 'newest', offset: 0, limit: 10 },
      CALLER,
    );
    const [listed] = items;
    const peaks = listed?.state === 'ready' ? listed.pictures.waveform : undefined;
    expect(peaks && { length: peaks.length, loudest: Math.max(...peaks) }).toEqual(drawn);
    expect(await on.library.handlers.get({ id }, CALLER)).toMatchObject({ pictures: { waveform } });
  });
});
