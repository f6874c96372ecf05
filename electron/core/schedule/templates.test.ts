import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes } from '../../../tests/fixtures/refusals';
import { RowsReport } from '../../contract/api/exchange';
import type { Asset } from '../../contract/records/asset';
import { type Booking, PLAIN_BOOKING } from '../../contract/records/booking';
import { idFor, ofAsset, ofPlaylist } from '../../domain/compile-fixtures';
import { operator } from '../store/samples';
import { readNetwork } from './network';
import { type Bench, CLIPS, caller, DISPLAYS, LIST, openBench } from './samples';
import { createTemplates } from './templates';

const [ONE = '', TWO = ''] = DISPLAYS.map(({ id }) => id);
const BOOKING: Booking = {
  id: idFor('B', 1),
  rev: 0,
  name: 'Pagi',
  what: ofPlaylist(LIST),
  where: { displayIds: [ONE], groupIds: [] },
  how: { kind: 'share', percent: 20 },
  ...PLAIN_BOOKING,
  priority: 7,
  from: '2026-03-01',
  to: '2026-12-31',
  weekdays: [1, 3],
  exceptions: ['2026-03-04'],
  dayparts: [{ start: '06:00:00', end: '12:00:00' }],
  zone: 'display',
  paused: false,
  createdAt: 1,
  createdBy: 'x',
};

let bench: Bench;
let templates: ReturnType<typeof createTemplates>;
beforeEach(async () => {
  bench = await openBench();
  templates = createTemplates(bench.store, bench.clock, () => readNetwork(bench.store));
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('booking', BOOKING);
    tx.put('booking', { ...BOOKING, id: idFor('B', 2), name: 'Rabu', weekdays: [3], exceptions: [] });
    tx.put('booking', { ...BOOKING, id: idFor('B', 3), name: 'Dijeda', paused: true });
  });
});
afterEach(() => bench.close());

const save = async (day: string, span: 'day' | 'week') =>
  templates.save({ name: 'Templat', displayId: ONE, day, span }, caller);
const place = { displayIds: [TWO, TWO], groupIds: [], from: '2026-05-04', to: '2026-05-10', leaveOut: [] };
const made = () => bench.store.all('booking').filter(({ where }) => where.displayIds.includes(TWO));

describe('a template', () => {
  it('of a day holds what plays on it, and books it on every day of a period, with one undo', async () => {
    const template = await save('2026-03-02', 'day');
    expect(template.bookings).toMatchObject([{ name: 'Pagi', how: BOOKING.how, priority: 7, zone: 'display' }]);
    expect(await templates.apply({ id: template.id, ...place }, caller)).toEqual({ made: 1 });
    expect(made()).toMatchObject([
      {
        name: 'Pagi',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        exceptions: [],
        where: { displayIds: [TWO], groupIds: [] },
        from: '2026-05-04',
        to: '2026-05-10',
      },
    ]);
    expect((await bench.store.undo(operator)).command).toBe('templates.apply');
    expect(made()).toEqual([]);
  });

  it('holds no make-goods: those pay one debt on one day', async () => {
    const makeGoodFor = { bookingId: BOOKING.id, displayId: ONE, day: '2026-03-01' };
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('booking', { ...BOOKING, id: idFor('B', 4), name: 'Pagi (+1)', makeGoodFor }),
    );
    expect((await save('2026-03-02', 'day')).bookings.map(({ name }) => name)).toEqual(['Pagi']);
  });

  it('of a week holds the weekdays that were played, but for exceptions and what is paused', async () => {
    const template = await save('2026-03-08', 'week');
    expect(template.bookings.map(({ name, weekdays }) => [name, weekdays])).toEqual([
      ['Pagi', [1]],
      ['Rabu', [3]],
    ]);
    expect(await templates.apply({ id: template.id, ...place, to: '2026-05-05' }, caller)).toEqual({ made: 1 });
    expect(made()).toMatchObject([{ name: 'Pagi', weekdays: [1] }]);
  });

  it('tells before it is applied what stands in the way of each booking, and books those chosen', async () => {
    const slot = { kind: 'slot' as const, slot: 1, every: 1, first: 0 };
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('asset', { ...(CLIPS[2] as Asset), trashedAt: 1 });
      tx.put('booking', { ...BOOKING, id: idFor('B', 4), name: 'Slot', how: slot, exceptions: [] });
      tx.put('booking', { ...BOOKING, id: idFor('B', 5), name: 'Dibuang', what: ofAsset(CLIPS[2] as Asset) });
    });
    const { id } = await save('2026-03-02', 'day');
    const { rows } = RowsReport.parse(await templates.preview({ id, ...place }, caller));
    const said = rows.map(({ row, name, verdict, problems, conflicts }) => [
      ...[row, name, verdict],
      ...[...problems, ...conflicts].map(({ reason }) => reason.code),
    ]);
    expect(said).toEqual([
      [1, 'Pagi', 'fine'],
      [2, 'Slot', 'warned', 'plan.noLoop'],
      [3, 'Dibuang', 'wrong', 'booking.binned'],
    ]);
    expect(made()).toEqual([]);
    expect(await codes(() => templates.apply({ id, ...place }, caller))).toEqual(['invalidInput', 'booking.binned']);
    expect(await templates.apply({ id, ...place, leaveOut: [3] }, caller)).toEqual({ made: 2 });
  });

  it('is refused where there is nothing to keep or to book', async () => {
    expect(await codes(() => save('2026-03-03', 'day'))).toEqual(['invalidInput', 'template.nothing']);
    const { id } = await save('2026-03-02', 'week');
    const sunday = { ...place, from: '2026-05-10', to: '2026-05-10' };
    expect(await codes(() => templates.apply({ id, ...sunday }, caller))).toEqual(['invalidInput', 'template.noDay']);
    const gone = { ...place, displayIds: [idFor('D', 99)] };
    expect(await codes(() => templates.apply({ id, ...gone }, caller))).toEqual(['invalidInput', 'booking.noDisplay']);
    expect(made()).toEqual([]);
    await templates.remove({ id }, caller);
    expect(await codes(() => templates.apply({ id, ...place }, caller))).toEqual(['notFound']);
  });
});
