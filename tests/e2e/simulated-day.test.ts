/**
 * A part of a planned day on a real page whose clock is driven, as fast as the machine goes: every entry has exactly one
 * play, in order, that begins and ends when the timeline says. `SUAR_SIMULATED_MINUTES=960` plays the demo day whole.
 */
import { expect, it } from 'vitest';
import { reason } from '../../electron/contract/scalars';
import { compile } from '../../electron/domain/compile';
import { at, booking, idFor, inputFor, ofAsset, still } from '../../electron/domain/compile-fixtures';
import { policyOf } from '../../electron/domain/traffic/fixtures';
import { until } from './lib/display-kit';
import { Panel } from './lib/panel';

const MINUTES = Number(process.env.SUAR_SIMULATED_MINUTES ?? 30);
const MINUTE = 60_000;
/** What the player calls on time. */
const ON_TIME_MS = 500;
const panel = new Panel();

/** Ten slots of 30 s from 06:00 on, each held by a booking of a still. */
function planned() {
  const assets = Array.from({ length: 10 }, (_, n) => still(n + 1));
  const bookings = assets.map((asset, n) =>
    booking(n + 1, ofAsset(asset), { how: { kind: 'slot', slot: n + 1, every: 1, first: 0 } }),
  );
  const from = at('2026-03-02 06:00:00');
  const station = { stillMs: 30_000 };
  return compile(inputFor({ assets, bookings, policy: policyOf(), station }, from, from + MINUTES * MINUTE));
}

it('plays a simulated day entry by entry as planned', { timeout: 600_000 }, async () => {
  const station = await panel.newStation();
  const plan = planned();
  const [one, other] = panel.stills;
  if (!one || !other) throw new Error('two stills');
  station.offer(one, other);
  const clips = plan.clips.map((_, n) => {
    const { clip } = n % 2 ? one : other;
    return { ...clip, bookingId: idFor('B', n + 1), assetId: idFor('A', n + 1), because: reason('why.slot') };
  });
  const lead = plan.from - 20_000;
  station.clockOffMs = lead - Date.now();
  station.push({ from: plan.from, until: plan.until, clips, entries: plan.entries });

  const page = await panel.openPage('/display');
  await page.clock.install({ time: lead });
  await page.goto(`${station.url}/display?once=${station.code}`);
  await until(() => panel.held()?.missing.length === 0, 15_000);
  // From here on the page plays alone: no clock but the driven one is heard of.
  await station.kill();
  const simulated = () => page.evaluate(() => window.__suarDisplay.stationNow);
  const shown = (number: number) =>
    page.evaluate((name) => window.__suarDisplay.changes.at(-1)?.planned === name, number);
  await page.clock.pauseAt(lead + 10_000);
  const begun = performance.now();
  const start = await simulated();
  for (const [, instant, ms] of plan.entries) {
    await page.clock.runFor(Math.max(1, Math.round(instant + 100 - (await simulated()))));
    for (let tries = 0; tries < 200 && !(await shown(instant)); tries++) await page.clock.runFor(1);
    // The next picture is decoded meanwhile, in real time.
    await page.clock.runFor(Math.round(ms / 2));
  }
  await page.clock.runFor(plan.until + 1000 - Math.round(await simulated()));
  const speed = ((await simulated()) - start) / (performance.now() - begun);
  station.clockOffMs = (await simulated()) - Date.now();
  await station.start();
  await page.clock.resume();
  await until(() => new Set(station.plays.map(({ id }) => id)).size >= plan.entries.length, 60_000);

  const plays = [...new Map(station.plays.map((play) => [play.id, play])).values()];
  const log = plays.filter(({ bookingId }) => bookingId !== null).sort((a, b) => a.startedAt - b.startedAt);
  expect(log.map((play) => [play.bookingId, play.plannedStart, play.plannedMs])).toEqual(
    plan.entries.map(([clip, instant, ms]) => [idFor('B', clip + 1), instant, ms]),
  );
  const aside = log.map(({ startedAt, endedAt, plannedStart, plannedMs }) =>
    Math.max(Math.abs(startedAt - plannedStart), Math.abs(endedAt - plannedStart - plannedMs)),
  );
  process.stderr.write(`${log.length} entries at ${Math.round(speed)}x, at most ${Math.max(...aside)} ms aside\n`);
  expect(Math.max(...aside)).toBeLessThanOrEqual(ON_TIME_MS);
  expect(log.every(({ outcome }) => outcome === 'shown')).toBe(true);
});
