/** Edits that land while a timeline is compiled in turns. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BookingDraft, PLAIN_BOOKING } from '../../contract/records/booking';
import { idFor, ofPlaylist, playlist, video } from '../../domain/compile-fixtures';
import type { Steps } from '../../domain/steps';
import { operator, quiet } from '../store/samples';
import { createSchedule, type Schedule } from '.';
import { insist, ofOneMoment } from './one-moment';
import { type Bench, caller, DISPLAYS, openBench } from './samples';

const [{ id: ONE } = { id: '' }] = DISPLAYS;
/** Of a second each: two days of them take a compile of many turns. */
const SHORT = [21, 22].map((n) => video(n, 1000));
const LISTS = [3, 4].map((n) => playlist(n, SHORT.slice(0, 1)));
const DRAFT = {
  where: { displayIds: [ONE], groupIds: [] },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayparts: [{ start: '00:00:00', end: '24:00:00' }],
  zone: 'station',
  paused: false,
} satisfies Partial<BookingDraft>;

let bench: Bench;
let schedule: Schedule;
beforeEach(async () => {
  bench = await openBench();
  schedule = createSchedule({
    store: bench.store,
    clock: bench.clock,
    log: quiet,
    ensureRenditions: async () => {},
    push: () => {},
  });
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const record of SHORT) tx.put('asset', record);
    for (const record of LISTS) tx.put('playlist', record);
  });
  // The first list is read at once, the second only when the compile has come to Wednesday.
  const [first, second] = LISTS.map(ofPlaylist);
  if (!first || !second) throw new Error('two lists');
  await schedule.handlers.bookings.create(
    { ...DRAFT, name: 'Dulu', what: first, from: '2026-03-01', to: '2026-03-03' },
    caller,
  );
  await schedule.handlers.bookings.create(
    { ...DRAFT, name: 'Lalu', what: second, from: '2026-03-04', to: '2026-03-09' },
    caller,
  );
  await schedule.timelines.compileAll();
});
afterEach(async () => {
  await schedule.timelines.stop();
  await bench.close();
});

/** Puts the same clip into both lists, in one commit. */
const fill = (n: number) =>
  bench.store.commit({ command: 'tests.swap', actor: operator }, (tx) => {
    for (const { id } of LISTS) {
      const list = tx.get('playlist', id);
      if (list) tx.put('playlist', { ...list, items: list.items.map((item) => ({ ...item, assetId: idFor('A', n) })) });
    }
  });

type Named = { clips: readonly { kind: string; name?: string }[] };
const clipsOf = (timeline: Named | null) => timeline?.clips.flatMap(({ name }) => name ?? []);

describe('an edit in the middle of a compile', () => {
  it('leaves no plan that is part old and part new', async () => {
    for (const n of [22, 21, 22, 21]) {
      const asked = schedule.timelines.current(ONE);
      await fill(n);
      const clips = clipsOf(await asked);
      expect(clips).toHaveLength(2);
      expect(new Set(clips).size).toBe(1);
    }
  });

  it('leaves no such answer to a question either', async () => {
    const from = Date.parse('2026-03-03T17:00:00Z') - 22 * 3_600_000;
    for (const n of [22, 21, 22, 21]) {
      const asked = schedule.handlers.schedule.timeline({ displayId: ONE, from, until: from + 24 * 3_600_000 }, caller);
      await fill(n);
      expect(new Set(clipsOf(await asked)).size).toBe(1);
    }
  });

  it('is waited out no more than three times, though records change all the while', async () => {
    let changes = 0;
    let asked = 0;
    const restless = { lastChange: () => ++changes };
    const answer = await insist((inOneGo) => {
      asked += 1;
      return ofOneMoment(restless, longerThanATurn(), inOneGo);
    });
    expect([answer, asked]).toEqual(['whole', 4]);
  });
});

function* longerThanATurn(): Steps<string> {
  const until = performance.now() + 5;
  while (performance.now() < until) yield;
  return 'whole';
}
