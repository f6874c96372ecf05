import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { at, idFor, video } from '../../domain/compile-fixtures';
import { DEMO_RECIPES } from '../media/demo';
import { createPartners } from '../partners';
import { createSchedule } from '../schedule';
import { type Bench, openBench } from '../schedule/samples';
import { operator, quiet } from '../store/samples';
import { bookDay, setFiller, setUpLoop, setUpSmart } from './bookings';
import { DEMO_CALLER, type DemoDesk } from './caller';
import { setUpAgencies, setUpAgreements } from './partners';
import { BOOKINGS, FILLER, SMART } from './tirtaraya';

const ONE = idFor('D', 1);
const NO_ALERTS = { raise: () => {}, settle: () => {} };
let bench: Bench;
let desk: DemoDesk;

/** The demo as it is planned, over clips as long as the real ones; nothing of the media is made. */
beforeEach(async () => {
  bench = await openBench(at('2026-03-02 10:00:00'));
  const { store, clock } = bench;
  const schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
  desk = {
    store,
    clock,
    dataDir: '',
    rooms: { schedule, partners: createPartners({ store, clock, log: quiet, dataDir: '', alerts: NO_ALERTS }) },
  };
});
afterEach(async () => {
  await desk.rooms.schedule.timelines.stop();
  await bench.close();
});

async function plan(): Promise<void> {
  const pictures = DEMO_RECIPES.filter(({ kind }) => kind === 'video');
  const clips = pictures.map(({ slug, seconds }, n) => ({ slug, clip: video(n + 50, seconds * 1000, { name: slug }) }));
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    if (!tx.get('settings', 'settings')) tx.put('settings', DEFAULT_SETTINGS);
    for (const { clip } of clips) tx.put('asset', clip);
  });
  const assets = new Map(clips.map(({ slug, clip }) => [slug, clip.id]));
  const agencies = await setUpAgencies(desk);
  const agreements = await setUpAgreements(desk, agencies);
  await setFiller(desk, assets);
  await setUpLoop(desk, ONE);
  await bookDay(desk, ONE, { assets, agreements });
  await setUpSmart(desk);
}

async function dayOf(date: string) {
  const from = at(`${date} 06:00:00`);
  const asked = { displayId: ONE, from, until: from + DAY_MS };
  const timeline = await desk.rooms.schedule.handlers.schedule.timeline(asked, DEMO_CALLER);
  const plays = (slug: string, since = from, until = from + DAY_MS) =>
    timeline.entries.filter(([clip, start]) => {
      const shown = timeline.clips[clip];
      return shown && 'name' in shown && shown.name === slug && start >= since && start < until;
    }).length;
  return { from, timeline, plays };
}

it('plays as often as the demo day says', async () => {
  await plan();
  const { timeline, plays } = await dayOf('2026-03-02');
  const eighth = ['tertib-lalu-lintas', 'layanan-adminduk', 'pajak-daerah', 'promo-radio'];
  expect(eighth.map((slug) => plays(slug))).toEqual([36, 72, 36, 48]);
  const others = BOOKINGS.filter(({ slot }) => slot !== 8).flatMap(({ slugs }) => slugs);
  expect(others).toHaveLength(10);
  for (const slug of others) expect([slug, plays(slug)]).toEqual([slug, 192]);
  const taken = plays('layanan-adminduk', at('2026-03-02 14:05:00'), at('2026-03-02 14:20:00'));
  expect(plays('layanan-adminduk') - taken).toBe(69);
  expect(timeline.skipped).toEqual([]);
});

it('shows its filler all night, and nothing of what is booked for the day', async () => {
  await plan();
  const { from, timeline } = await dayOf('2026-03-02');
  const night = timeline.entries.filter(([, start]) => start >= from + 16 * HOUR_MS && start < from + DAY_MS);
  const shown = night.map(([clip]) => timeline.clips[clip]);
  expect(new Set(shown.map((clip) => clip && 'name' in clip && clip.name))).toEqual(new Set([FILLER.slugs[0]]));
  expect(shown.every((clip) => clip?.bookingId === null)).toBe(true);
});

it('is planned once, however often it is begun', async () => {
  await plan();
  const count = () =>
    (['agency', 'agreement', 'booking', 'loopPolicy', 'playlist'] as const).map((kind) => bench.store.all(kind).length);
  const before = count();
  await plan();
  expect(count()).toEqual(before);
  expect(bench.store.all('playlist').some(({ name, smart }) => name === SMART.name && smart !== null)).toBe(true);
});
