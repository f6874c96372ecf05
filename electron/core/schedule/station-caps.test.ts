/** A cap that counts the whole station, over the compiled days of every display and the breaks of the radio. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookingDraft } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { EVERYWHERE, type RuleDoes } from '../../contract/records/rule';
import type { Timeline } from '../../contract/records/timeline';
import { DAY_MS } from '../../domain/calendar';
import { compile } from '../../domain/compile';
import { ofAsset, video } from '../../domain/compile-fixtures';
import { rule } from '../../domain/judge/samples';
import { DayCounts } from '../../domain/spots/limits';
import { daySpan, localDay } from '../../domain/time';
import { matterIn } from '../rules/book';
import { lawOf } from '../spots/day';
import { operator, quiet } from '../store/samples';
import { createSchedule, type Schedule } from '.';
import { readNetwork } from './network';
import { questionOf } from './questions';
import { type Bench, caller, DISPLAYS, MORNING_DRAFT, openBench, putAsset, until } from './samples';

const [ONE = '', TWO = '', THREE = ''] = DISPLAYS.map(({ id }) => id);
const CAMPAIGN = video(7, 30_000, { category: 'Iklan kampanye', subject: 'Paslon 1' });
const ZONE = 'Asia/Jakarta';
const MOST = 10;

let bench: Bench;
let schedule: Schedule;
let told: Map<string, Timeline>;
beforeEach(async () => {
  bench = await openBench();
  told = new Map();
  schedule = createSchedule({
    ...{ store: bench.store, clock: bench.clock, log: quiet, ensureRenditions: async () => {}, push: () => {} },
  });
  schedule.timelines.changed.subscribe(({ displayId, timeline }) => void told.set(displayId, timeline));
  await putAsset(bench.store, CAMPAIGN);
  await capped({ kind: 'cap', plays: MOST, seconds: null, of: 'subject', counts: 'station' });
});
afterEach(async () => {
  await schedule.timelines.stop();
  await bench.close();
});

const capped = (does: RuleDoes) =>
  bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
    tx.put('rule', { ...rule(1, { does, scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] } }), rev: 0 }),
  );
const book = (displayIds: string[], part: Partial<BookingDraft> = {}) =>
  schedule.handlers.bookings.create(
    { ...MORNING_DRAFT, what: ofAsset(CAMPAIGN), where: { displayIds, groupIds: [] }, ...part },
    caller,
  );
const daily = (plays: number): Partial<BookingDraft> => ({ how: { kind: 'frequency', plays, per: 'day' } });
/** Of the next days displays may hold theirs already; from then on it is as if all had always been booked. */
const LATER = 5;
const dayAt = (ahead: number) => daySpan(localDay(bench.clock.now(), ZONE) + ahead, ZONE);

function playsOn(displayId: string, ahead = LATER): number {
  const display = bench.store.get('display', displayId);
  if (!display) throw new Error('no display');
  const plan = compile({ ...questionOf(bench.store, readNetwork(bench.store), display), ...dayAt(ahead) });
  return plan.entries.filter(([clip, start]) => {
    const shown = plan.clips[clip];
    return shown && shown.kind !== 'slate' && shown.assetId === CAMPAIGN.id && start >= dayAt(ahead).from;
  }).length;
}
/** How many the breaks would take, were there room for any number. */
function radioTakes(ahead = LATER): number {
  const counts = new DayCounts(lawOf(bench.store).judged);
  const matter = matterIn(bench.store, CAMPAIGN);
  const piece = { assetId: CAMPAIGN.id, ms: matter.ms, agencyId: null, category: CAMPAIGN.category, matter };
  const spot = { ...piece, airs: { from: 0, until: Number.POSITIVE_INFINITY } };
  let taken = 0;
  for (; !counts.against(spot, dayAt(ahead).from + 1); taken++) counts.note(spot, dayAt(ahead).from + 1);
  return taken;
}

describe('displays and the radio', () => {
  it('air no more than it together, each its part', async () => {
    await book([ONE, TWO]);
    expect([playsOn(ONE), playsOn(TWO), playsOn(THREE), radioTakes()]).toEqual([5, 5, 0, 0]);
    await book([RADIO_CHANNEL_ID], daily(2));
    expect([playsOn(ONE), playsOn(TWO), radioTakes()]).toEqual([4, 4, 2]);
  });

  it('have all they ask for where that is no more than the cap, and what is left over is for the breaks', async () => {
    await book([ONE], daily(3));
    await book([TWO], daily(4));
    expect([playsOn(ONE), playsOn(TWO), radioTakes()]).toEqual([3, 4, 3]);
  });

  it('count each candidate pair apart', async () => {
    const other = video(8, 30_000, { category: 'Iklan kampanye', subject: 'Paslon 2' });
    await putAsset(bench.store, other);
    await book([ONE, TWO]);
    await book([TWO], { what: ofAsset(other) });
    expect([playsOn(ONE), playsOn(TWO)]).toEqual([5, 5]);
  });

  it('give nothing to whoever is booked when displays may hold the day, also while they are offline', async () => {
    await book([ONE]);
    bench.clock.at += 60_000;
    await book([TWO]);
    for (const ahead of [0, 1, 2]) expect([playsOn(ONE, ahead), playsOn(TWO, ahead)]).toEqual([10, 0]);
    expect([playsOn(ONE), playsOn(TWO)]).toEqual([5, 5]);
  });

  it('leave to the breaks of the next days what they may be filled with already', async () => {
    await book([RADIO_CHANNEL_ID]);
    bench.clock.at += 60_000;
    await book([ONE]);
    expect([playsOn(ONE, 1), radioTakes(1)]).toEqual([0, 10]);
    expect([playsOn(ONE), radioTakes()]).toEqual([5, 5]);
  });

  const drafted = async (displayIds: string[]) => {
    const { id } = await schedule.handlers.drafts.create({ name: 'Rancangan' }, caller);
    const made = [{ ...MORNING_DRAFT, what: ofAsset(CAMPAIGN), where: { displayIds, groupIds: [] } }];
    await schedule.handlers.drafts.edit({ id, changed: [], removed: [], made }, caller);
    return id;
  };

  it('count what was drafted from when it is published', async () => {
    await book([ONE]);
    const id = await drafted([TWO]);
    bench.clock.at += LATER * DAY_MS;
    expect(playsOn(ONE, 0)).toBe(10);
    await schedule.handlers.drafts.publish({ id }, caller);
    expect([playsOn(ONE, 0), playsOn(TWO, 0)]).toEqual([10, 0]);
    expect([playsOn(ONE), playsOn(TWO)]).toEqual([5, 5]);
  });

  it('count what a version brings back from when it is restored', async () => {
    await book([ONE]);
    const { id: bookingId } = await book([TWO]);
    const { id } = await schedule.handlers.versions.keep({ name: 'Lama' }, caller);
    await schedule.handlers.bookings.remove({ id: bookingId }, caller);
    bench.clock.at += LATER * DAY_MS;
    await schedule.handlers.versions.restore({ id }, caller);
    expect([playsOn(ONE, 0), playsOn(TWO, 0)]).toEqual([10, 0]);
    expect([playsOn(ONE), playsOn(TWO)]).toEqual([5, 5]);
  });

  it('count each by itself where the rule says so', async () => {
    await book([ONE, TWO]);
    await capped({ kind: 'cap', plays: MOST, seconds: null, of: 'subject', counts: 'place' });
    expect([playsOn(ONE), playsOn(TWO), radioTakes()]).toEqual([10, 10, 10]);
  });
});

it('tells a display of its new part when another place is booked, and only those that have one', async () => {
  schedule.timelines.start();
  await until(() => told.size === DISPLAYS.length);
  await book([ONE]);
  await until(() => (told.get(ONE)?.revision ?? 0) > 1);
  const before = told.get(ONE)?.revision ?? 0;
  await book([TWO]);
  await until(() => (told.get(ONE)?.revision ?? 0) > before && (told.get(TWO)?.revision ?? 0) > 1);
  expect(told.get(THREE)?.revision).toBe(1);
});
