/** Cues of a real rundown on a real store: what displays would be told, and when. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cue } from '../../contract/records/rundown-item';
import { ARMED_AT } from '../../contract/records/takeover';
import { idFor, video } from '../../domain/compile-fixtures';
import { createRundowns, type RundownsRoom } from '../rundowns';
import { producer, write } from '../rundowns/fresh-rundowns';
import { createShows, type ShowsRoom } from '../shows';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, quiet, sampleDisplay } from '../store/samples';
import { createCues } from '.';

const NINE = Date.parse('2024-11-14T02:00:00Z');
let now = NINE;
const clock = { now: () => now };
const DISPLAY = sampleDisplay({ id: idFor('D', 1) });
const CLIP = video(1, 30_000);
let store: Store;
let rundowns: RundownsRoom;
let shows: ShowsRoom;
let cues: ReturnType<typeof createCues>;
let id: string;

freshStore((fresh) => {
  store = fresh;
}, clock);
afterEach(() => {
  cues.stop();
  shows.stop();
  rundowns.stop();
});
beforeEach(async () => {
  now = NINE - 3_600_000;
  rundowns = createRundowns({ store, clock, log: quiet });
  const items = (of: string) => rundowns.book.items(of);
  shows = createShows({ store, clock, log: quiet, items, onClockSet: () => {} });
  cues = createCues({ store, clock, log: quiet, items, displaysOf: () => [] });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('display', DISPLAY);
    tx.put('asset', CLIP);
  });
  const fields = { name: 'Ruang Pemilih', status: 'ready' as const };
  ({ id } = await rundowns.handlers.rundowns.create({ programmeId: null, date: '2024-11-14', fields }, producer));
});

const where = { all: false, displayIds: [DISPLAY.id], groupIds: [] };
const card = (title: string, forMs: number | null = null): Cue => ({
  what: { kind: 'card', card: { title, body: 'KPU', qr: '' } },
  where,
  forMs,
});
const told = () =>
  store.all('takeover').map(({ name, from, until, endedAt }) => ({
    name,
    from: from === ARMED_AT ? 'armed' : from,
    ...(until === null ? {} : { until }),
    ...(endedAt === null ? {} : { endedAt }),
  }));
const edit = (itemId: string, part: object) =>
  rundowns.handlers.rundowns.edit({ id, changes: [{ type: 'set', id: itemId, rev: null, fields: part }] }, producer);
const start = (rehearsal = false) => shows.handlers.start({ rundownId: id, rehearsal, source: 'hand' }, producer);

describe('a cue', () => {
  it('is held by displays before, shown from the take until the end, and gone after', async () => {
    await write(
      rundowns,
      id,
      { title: 'Pembuka', durationMs: 60_000, cue: card('Selamat datang') },
      { title: 'Wawancara', durationMs: 60_000, cue: card('Narasumber', 20_000) },
    );
    await expect.poll(told).toEqual([
      { name: 'Pembuka', from: 'armed' },
      { name: 'Wawancara', from: 'armed' },
    ]);
    now = NINE;
    const show = await start();
    await expect.poll(told).toEqual([
      { name: 'Pembuka', from: NINE },
      { name: 'Wawancara', from: 'armed' },
    ]);
    now = NINE + 60_000;
    const next = await shows.handlers.take({ id: show.id, turn: show.turn, source: 'hand' }, producer);
    await expect.poll(told).toEqual([
      { name: 'Pembuka', from: NINE, endedAt: NINE + 60_000 },
      { name: 'Wawancara', from: NINE + 60_000, until: NINE + 80_000 },
      // It may be taken again.
      { name: 'Pembuka', from: 'armed' },
    ]);
    // Back to the first: shown anew, and the other is at hand again.
    now = NINE + 65_000;
    const back = await shows.handlers.back({ id: show.id, turn: next.turn, source: 'hand' }, producer);
    await expect
      .poll(() => told().filter(({ endedAt }) => endedAt === undefined))
      .toEqual([
        { name: 'Pembuka', from: NINE + 65_000 },
        { name: 'Wawancara', from: 'armed' },
      ]);
    await shows.handlers.end({ id: show.id, turn: back.turn, source: 'hand' }, producer);
    await expect
      .poll(() => told().filter(({ endedAt, from }) => endedAt === undefined || from === 'armed'))
      .toEqual([]);
  });

  it('goes when its item floats or the rundown is a draft again, and is never shown by a rehearsal', async () => {
    const [itemId = ''] = await write(rundowns, id, { title: 'Pembuka', durationMs: 60_000, cue: card('Satu') });
    await expect.poll(told).toHaveLength(1);
    await edit(itemId, { floating: true });
    await expect.poll(told).toEqual([]);
    await edit(itemId, { floating: false });
    await expect.poll(told).toHaveLength(1);
    await start(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told()).toEqual([{ name: 'Pembuka', from: 'armed' }]);
    const rundown = store.get('rundown', id);
    const draft = { id, rev: rundown?.rev ?? 0, fields: { status: 'draft' as const } };
    await rundowns.handlers.rundowns.update(draft, producer);
    await expect.poll(told).toEqual([]);
  });

  it('follows what is changed of it while it is on air', async () => {
    const [itemId = ''] = await write(rundowns, id, { title: 'Pembuka', durationMs: 60_000, cue: card('Satu') });
    await start();
    await expect.poll(() => told()[0]?.from).not.toBe('armed');
    now += 1000;
    await edit(itemId, { cue: card('Dua') });
    const titles = () =>
      store.all('takeover').map(({ what, endedAt }) => [what.kind === 'text' ? what.title : '', endedAt === null]);
    await expect.poll(titles).toEqual([
      ['Satu', false],
      ['Dua', true],
    ]);
  });

  it('is taken up at a start, also where a stop left it in the middle, without a look at rundowns of years', async () => {
    cues.stop();
    await write(rundowns, id, { title: 'Pembuka', durationMs: 60_000, cue: card('Satu') });
    const old = { name: 'Tahun lalu', status: 'ready' as const };
    const made = { programmeId: null, date: '2023-11-14', fields: old };
    const past = await rundowns.handlers.rundowns.create(made, producer);
    await write(rundowns, past.id, { title: 'Lama', durationMs: 60_000, cue: card('Lama') });
    const asked: string[] = [];
    const items = (of: string) => {
      asked.push(of);
      return rundowns.book.items(of);
    };
    cues = createCues({ store, clock, log: quiet, items, displaysOf: () => [] });
    cues.start();
    await expect.poll(told).toEqual([{ name: 'Pembuka', from: 'armed' }]);
    expect(asked).not.toContain(past.id);
  });

  it('is refused with the reason where a booking would be', async () => {
    const what: Cue['what'] = { kind: 'asset', assetId: CLIP.id };
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('asset', { ...CLIP, approval: 'pending' }),
    );
    const [pending = '', gone = ''] = await write(
      rundowns,
      id,
      { title: 'Klip', cue: { what, where, forMs: null } },
      { title: 'Tanpa layar', cue: { ...card('x'), where: { ...where, displayIds: [idFor('D', 9)] } } },
    );
    const views = async () =>
      (await cues.handlers.of({ rundownId: id }, producer)).map(({ itemId, state, because }) => [
        itemId,
        state,
        because.map(({ code }) => code),
      ]);
    expect(await views()).toEqual([
      [pending, 'refused', ['judge.notApproved']],
      [gone, 'refused', ['booking.noDisplay']],
    ]);
    expect(told()).toEqual([]);
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('asset', { ...CLIP, validTo: '2024-11-13' }),
    );
    expect((await views())[0]).toEqual([pending, 'refused', ['judge.expired']]);
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('asset', CLIP));
    await edit(pending, { notes: 'disetujui' });
    await expect.poll(views).toMatchObject([[pending, 'armed', []], {}]);
  });
});
