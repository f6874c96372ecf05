/** What is said of an asset, and its way into the bin and out again. */
import { describe, expect, it } from 'vitest';
import { freshLibrary } from '../../../tests/fixtures/fresh-library';
import { addDisplay, CALLER, OPERATOR, type TestLibrary, upload } from '../../../tests/fixtures/library';
import { PLAIN_BOOKING } from '../../contract/records/booking';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { sampleAgency } from '../store/samples';

let on: TestLibrary;
let id: string;
freshLibrary(async (fresh) => {
  on = fresh;
  id = await upload(on, 'isi', 'Cegah DBD.mp4');
});

const ALL = { search: '', sort: 'newest' as const, offset: 0, limit: 100 };
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
    expect((await on.library.handlers.list({ ...ALL, shelf: 'bin' }, CALLER)).items.map((each) => each.id)).toEqual([
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
