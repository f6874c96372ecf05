/** A hall of displays comes back at once: what that costs the station, with the real schedule behind it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import { PLAIN_BOOKING } from '../../contract/records/booking';
import { newId } from '../../contract/ulid';
import { ofPlaylist, VT01 } from '../../domain/compile-fixtures';
import { createSchedule, type Schedule } from '../schedule';
import { type Bench, caller, LIST, openBench } from '../schedule/samples';
import { sha256 } from '../secret';
import { operator, quiet } from '../store/samples';
import { createDisplays, type Displays } from '.';
import { Page } from './samples';

const HALL = Array.from({ length: 50 }, (_, n) => ({ id: newId(), name: `VT-${n}`, token: `token-${n}` }));
/** What was compiled for displays that came: displays that share a look share its entries. */
let compiled: Set<unknown>;
let bench: Bench;
let schedule: Schedule;
let displays: Displays;

beforeEach(async () => {
  bench = await openBench();
  compiled = new Set();
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const { id, name, token } of HALL) {
      const held = { hash: sha256(token), instanceId: `page of ${id}`, issuedAt: 1 };
      tx.put('display', { ...VT01, id, name, rev: 0, place: '', token: held, createdAt: 1 });
    }
  });
  build();
  const where = { displayIds: HALL.map(({ id }) => id), groupIds: [] };
  await schedule.handlers.bookings.create({ ...BOOKING, where }, caller);
  await schedule.timelines.compileAll();
});
afterEach(async () => {
  await stop();
  await bench.close();
});

const BOOKING = {
  ...{
    name: 'Pagi',
    what: ofPlaylist(LIST),
    how: { kind: 'rotation' as const },
    ...PLAIN_BOOKING,
    zone: 'station' as const,
  },
  ...{ from: '2026-03-01', to: '2026-12-31', weekdays: [1, 2, 3, 4, 5, 6, 7], paused: false },
  dayparts: [{ start: '06:00:00', end: '22:00:00' }],
};

function build(): void {
  const { store, clock } = bench;
  schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
  const { timelines } = schedule;
  displays = createDisplays({
    ...{ store, clock, log: quiet, attempts: { begin: () => () => {} }, proof: { record: () => {} } },
    takeovers: { greet: () => Buffer.from('{"type":"takeovers","orders":[]}'), heard: () => {} },
    recalls: { greet: () => Buffer.from('{"type":"recalls","recalls":[]}'), heard: () => {} },
    timelines: {
      newest: timelines.newest.bind(timelines),
      notReady: timelines.notReady.bind(timelines),
      async current(displayId) {
        const timeline = await timelines.current(displayId);
        compiled.add(timeline?.entries);
        return timeline;
      },
    },
  });
}

async function stop(): Promise<void> {
  displays.stop();
  await schedule.timelines.stop();
}

async function restart(): Promise<void> {
  await stop();
  await bench.reopen();
  build();
}

const comeBack = (revision: number) =>
  HALL.map(({ id, token }) =>
    new Page({ displays }, `page of ${id}`).hello(token, {
      holds: { displayId: id, revision, countedAt: schedule.timelines.newest(id)?.countedAt ?? 0 },
    }),
  );

it('compiles nothing for fifty displays that hold the newest when the station is back', async () => {
  await restart();
  const pages = comeBack(1);
  for (const page of pages) expect(page.last('welcome')).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(pages.flatMap((page) => page.all('timeline'))).toEqual([]);
  expect(compiled.size).toBe(0);
});

it('compiles once for fifty that share a look and hold an older one', async () => {
  await restart();
  const pages = comeBack(7);
  const told = () => pages.flatMap((page) => page.all('timeline')).map(({ timeline }) => timeline);
  await eventually(() => expect(told()).toHaveLength(HALL.length));
  expect(new Set(told().map(({ revision }) => revision))).toEqual(new Set([1]));
  expect(new Set(told().map(({ displayId }) => displayId)).size).toBe(HALL.length);
  expect(compiled.size).toBe(1);
});
