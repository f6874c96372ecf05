import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookingDraft, BookingHow } from '../../../contract/records/booking';
import { idFor, ofAsset, ofPlaylist } from '../../../domain/compile-fixtures';
import { operator } from '../../store/samples';
import { CLIPS, DISPLAYS, LIST, putAsset } from '../samples';
import { ALL, type Desk, DRAFT, freshDesk, ONE, problems } from './fresh-desk';

let desk: Desk;
freshDesk((fresh) => {
  desk = fresh;
});

const hows = fc.constantFrom<BookingHow>(
  { kind: 'rotation' },
  { kind: 'slot', slot: 3, every: 4, first: 2 },
  { kind: 'share', percent: 12.5 },
  { kind: 'frequency', plays: 7, per: 'day' },
  { kind: 'exact', times: ['06:00:00', '18:30:15'], whenTaken: 'delay' },
);
const drafts: fc.Arbitrary<BookingDraft> = fc.record({
  name: fc.string({ minLength: 1, unit: fc.constantFrom('=', "'", ';', '"', '\\', 'a', 'é', '[') }),
  what: fc.constantFrom(ofPlaylist(LIST), ofAsset({ id: idFor('A', 1) })),
  where: fc.constant(DRAFT.where),
  how: hows,
  priority: fc.integer({ min: 0, max: 9 }),
  agreementId: fc.constant(null),
  purpose: fc.constantFrom('ilm' as const, 'partner' as const, 'station' as const),
  from: fc.constantFrom('2026-03-01', '2024-02-29'),
  to: fc.constantFrom('2026-12-31', '2027-01-01'),
  weekdays: fc.constantFrom([1], [1, 2, 3, 4, 5, 6, 7], [6, 7]),
  rule: fc.constantFrom(null, 'FREQ=MONTHLY;BYDAY=1MO'),
  exceptions: fc.constantFrom([], ['2026-08-17', '2026-12-25']),
  dayparts: fc.constantFrom(DRAFT.dayparts, [
    { start: '22:00:00', end: '06:00:30' },
    { start: '00:00:00', end: '24:00:00' },
  ]),
  zone: fc.constantFrom('station' as const, 'display' as const),
  paused: fc.boolean(),
  makeGoodFor: fc.constantFrom(null, { bookingId: idFor('B', 99), displayId: ONE, day: '2026-03-01' }),
});

describe('an export', () => {
  it.each([
    ['csv', 'id'],
    ['csv', 'en'],
    ['xlsx', 'id'],
    ['xlsx', 'en'],
  ] as const)('as %s in %s comes back as it was', async (format, language) => {
    const made = fc.sample(drafts, { numRuns: 40, seed: 7 });
    await desk.bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      for (const [n, draft] of made.entries()) {
        tx.put('booking', { id: idFor('B', n), rev: 0, ...draft, createdAt: n, createdBy: 'x' });
      }
    });
    const file = await desk.exchange.exportBookings({ language }, format);
    const report = await desk.bring(file);
    expect(report.rows.flatMap(({ problems: found }) => found)).toEqual([]);
    expect(report.counts).toEqual({ create: 0, change: 0, same: 40, wrong: 0 });
  });

  it('counts loops from 1, as the form does', async () => {
    await desk.put(1, { how: { kind: 'slot', slot: 3, every: 4, first: 2 } });
    const [head = '', row = ''] = (await desk.exchange.exportBookings(ALL, 'csv')).toString().split('\r\n');
    expect(row.split(';')[head.split(';').indexOf('Mulai putaran ke')]).toBe('3');
    expect(problems(await desk.bring(`${head}\r\n${row.replace(';3;4;3;', ';3;4;0;')}`))).toEqual([
      ['first sheet.outOfRange'],
    ]);
    expect(problems(await desk.bring(`${head}\r\n${row.replace(';3;4;3;', ';3;4;5;')}`))).toEqual([
      ['first sheet.firstAfterEvery'],
    ]);
  });

  it('holds what was asked for', async () => {
    await desk.put(1);
    await desk.put(2, { name: 'Lama', from: '2025-01-01', to: '2025-02-01' });
    const names = async (query: object) =>
      (await desk.exchange.exportBookings({ ...ALL, ...query }, 'csv'))
        .toString()
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(';')[0]);
    expect(await names({})).toEqual(['Pagi', 'Lama']);
    expect(await names({ from: '2026-01-01' })).toEqual(['Pagi']);
    expect(await names({ to: '2025-06-01' })).toEqual(['Lama']);
    expect(await names({ displayId: DISPLAYS[1]?.id })).toEqual([]);

    const [clip, TWO = ''] = [CLIPS[0], DISPLAYS[1]?.id];
    if (!clip) throw new Error('no clip');
    const [groupId, agencyId] = [idFor('G', 1), idFor('C', 1)];
    await putAsset(desk.bench.store, { ...clip, agencyId, category: 'Kesehatan' });
    await desk.bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('displayGroup', { id: groupId, rev: 0, name: 'Kota', displayIds: [TWO] }),
    );
    await desk.put(3, { name: 'Kota', what: ofAsset(clip), where: { displayIds: [], groupIds: [groupId] } });
    await desk.put(4, { name: 'Dua', where: { displayIds: [TWO], groupIds: [] } });
    expect(await names({ groupId })).toEqual(['Kota', 'Dua']);
    expect(await names({ agencyId })).toEqual(['Kota']);
    expect(await names({ category: 'Kesehatan', displayId: TWO })).toEqual(['Kota']);
    expect(await names({ category: 'Kesehatan', displayId: ONE })).toEqual([]);
    expect(await names({ agencyId: idFor('C', 2) })).toEqual([]);
  });
});
