import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FailureData } from '../../contract/failure';
import { type BookingDraft, PLAIN_BOOKING } from '../../contract/records/booking';
import { HOUR_MS } from '../../domain/calendar';
import { at, idFor, ofAsset, ofPlaylist, video } from '../../domain/compile-fixtures';
import { operator, quiet, refused, samplePlay } from '../store/samples';
import { createSchedule, type Schedule } from '.';
import { type Bench, caller, DISPLAYS, LIST, openBench, putAsset } from './samples';

const ONE = DISPLAYS[0]?.id ?? '';
const DRAFT: BookingDraft = {
  name: 'Pagi',
  what: ofPlaylist(LIST),
  where: { displayIds: [ONE, ONE], groupIds: [] },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  from: '2026-03-01',
  to: '2026-12-31',
  weekdays: [5, 1, 1, 3],
  dayparts: [{ start: '06:00:00', end: '12:00:00' }],
  zone: 'station',
  paused: false,
};

let bench: Bench;
let schedule: Schedule;

beforeEach(async () => {
  bench = await openBench();
  const { store, clock } = bench;
  schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
});
afterEach(async () => {
  await schedule.timelines.stop();
  await bench.close();
});

async function refusal(run: () => unknown): Promise<Pick<FailureData, 'code'> & { reasons: string[] }> {
  const { code, data } = await refused(run);
  return { code, reasons: data.details.map(({ code: why }) => why) };
}
const bookings = () => schedule.handlers.bookings;

describe('bookings', () => {
  it('are made, changed, removed, and each of it undone', async () => {
    const made = await bookings().create(DRAFT, caller);
    expect(made).toMatchObject({
      name: 'Pagi',
      weekdays: [1, 3, 5],
      where: { displayIds: [ONE] },
      createdBy: operator.name,
    });
    const draft = { ...DRAFT, paused: true };
    const changed = await bookings().update({ id: made.id, rev: made.rev, draft }, caller);
    expect(changed).toMatchObject({ id: made.id, paused: true, createdAt: made.createdAt });
    expect(await bookings().list(undefined, caller)).toEqual([changed]);
    await bookings().remove({ id: made.id }, caller);
    expect(await bookings().list(undefined, caller)).toEqual([]);
    for (const command of ['bookings.remove', 'bookings.update', 'bookings.create']) {
      expect((await bench.store.undo(operator)).command).toBe(command);
    }
    expect(await bookings().list(undefined, caller)).toEqual([]);
    expect(bench.store.audit.list({ limit: 10, record: 'booking', id: made.id })).toHaveLength(6);
  });

  it('are refused with every reason at once', async () => {
    const nowhere = { displayIds: [idFor('D', 99)], groupIds: [idFor('G', 99)] };
    const draft = { ...DRAFT, what: ofAsset({ id: idFor('A', 99) }), where: nowhere };
    expect(await refusal(() => bookings().create(draft, caller))).toEqual({
      code: 'invalidInput',
      reasons: ['booking.noAsset', 'booking.noDisplay', 'booking.noGroup'],
    });
    const gone = { ...DRAFT, what: { kind: 'playlist' as const, playlistId: idFor('P', 99) } };
    expect((await refusal(() => bookings().create(gone, caller))).reasons).toEqual(['booking.noPlaylist']);
    const under = { ...DRAFT, agreementId: idFor('G', 9) };
    expect((await refusal(() => bookings().create(under, caller))).reasons).toEqual(['booking.noAgreement']);
  });

  it('take no sound and nothing from the bin', async () => {
    const sound = video(8, 30_000);
    await putAsset(bench.store, { ...sound, probe: { ...sound.probe, kind: 'audio' } });
    await putAsset(bench.store, video(9, 30_000, { trashedAt: 5 }));
    const book = (n: number) =>
      refusal(() => bookings().create({ ...DRAFT, what: ofAsset({ id: idFor('A', n) }) }, caller));
    expect((await book(8)).reasons).toEqual(['booking.audioOnly']);
    expect((await book(9)).reasons).toEqual(['booking.binned']);
  });

  it('may be edited although what they named is gone', async () => {
    const made = await bookings().create(DRAFT, caller);
    await bench.store.commit({ command: 'displays.remove', actor: operator }, (tx) => tx.remove('display', ONE));
    const draft = { ...DRAFT, name: 'Sore' };
    expect(await bookings().update({ id: made.id, rev: made.rev, draft }, caller)).toMatchObject({ name: 'Sore' });
  });

  it('are refused when somebody else was faster, or when they are gone', async () => {
    const { id, rev } = await bookings().create(DRAFT, caller);
    expect((await refusal(() => bookings().update({ id, rev: rev + 1, draft: DRAFT }, caller))).code).toBe('stale');
    await bookings().remove({ id }, caller);
    expect((await refusal(() => bookings().update({ id, rev, draft: DRAFT }, caller))).code).toBe('notFound');
    expect((await refusal(() => bookings().remove({ id }, caller))).code).toBe('notFound');
  });
});

describe('what plays', () => {
  const ask = (instant: string) => schedule.handlers.schedule.whatPlays({ displayId: ONE, at: at(instant) }, caller);

  it('is told from the play log for the past, also of a display that is gone', async () => {
    await bookings().create({ ...DRAFT, from: '2024-01-01', weekdays: [1, 2, 3, 4, 5, 6, 7] }, caller);
    const startedAt = at('2026-03-02 06:00:30');
    const play = samplePlay({ displayId: ONE, assetName: 'Lain', startedAt, endedAt: startedAt + 15_000 });
    bench.store.plays.add([play]);
    expect(await ask('2026-03-02 06:00:40')).toEqual({ source: 'log', at: at('2026-03-02 06:00:40'), play });
    expect(await ask('2026-03-02 06:00:50')).toMatchObject({ source: 'plan', past: true, clip: { name: 'Clip 1' } });
    expect(await ask('2026-03-02 10:00:00')).toMatchObject({ source: 'plan', past: false });
    await bench.store.commit({ command: 'displays.remove', actor: operator }, (tx) => tx.remove('display', ONE));
    expect(await ask('2026-03-02 06:00:40')).toMatchObject({ source: 'log' });
  });

  it('is told by the plan where nothing is logged, with the reason and the next', async () => {
    await bookings().create({ ...DRAFT, from: '2024-01-01', weekdays: [1, 2, 3, 4, 5, 6, 7] }, caller);
    expect(await ask('2026-06-01 06:00:40')).toMatchObject({
      ...{ source: 'plan', past: false },
      clip: { name: 'Clip 2', because: { code: 'why.booking', params: { booking: 'Pagi', position: 2 } } },
      startsAt: at('2026-06-01 06:00:30'),
      endsAt: at('2026-06-01 06:00:45'),
      next: { clip: { name: 'Clip 1' }, at: at('2026-06-01 06:00:45') },
    });
    expect(await ask('2024-06-01 11:59:59')).toMatchObject({
      ...{ source: 'plan', past: true },
      clip: { name: 'Clip 2' },
      next: { clip: { kind: 'slate' } },
    });
  });

  it('tells when a slate begins and ends, where that is within a day', async () => {
    await bookings().create({ ...DRAFT, weekdays: [1] }, caller);
    expect(await ask('2026-03-02 13:00:00')).toMatchObject({
      clip: { kind: 'slate' },
      startsAt: at('2026-03-02 12:00:00'),
      endsAt: null,
      next: null,
    });
    expect(await ask('2026-03-08 13:00:00')).toMatchObject({ startsAt: null, endsAt: at('2026-03-09 06:00:00') });
  });

  it('agrees with the timeline of any interval up to a day', async () => {
    await bookings().create(DRAFT, caller);
    const from = at('2026-03-02 00:00:00');
    const timeline = await schedule.handlers.schedule.timeline(
      { displayId: ONE, from, until: from + 25 * HOUR_MS },
      caller,
    );
    expect([timeline.from, timeline.until]).toEqual([from, from + 25 * HOUR_MS]);
    const asked = (until: number) =>
      refusal(() => schedule.handlers.schedule.timeline({ displayId: ONE, from, until }, caller));
    expect(await asked(from + 25 * HOUR_MS + 1)).toEqual({ code: 'invalidInput', reasons: ['schedule.tooLong'] });
    expect(await asked(from)).toEqual({ code: 'invalidInput', reasons: ['schedule.endsBeforeStart'] });
  });

  it('is asked in vain of a display that is not there', async () => {
    const query = { displayId: idFor('D', 99), from: 0, until: HOUR_MS };
    expect((await refusal(() => schedule.handlers.schedule.timeline(query, caller))).code).toBe('notFound');
  });
});
