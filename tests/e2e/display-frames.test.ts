/** What the panel shows from frame to frame: nothing black, nothing that stands. Wants the machine to itself. */
import { expect, it } from 'vitest';
import { percentile } from '../../scripts/bench/lib/report';
import { desktopChromium } from '../lib/chromium';
import type { MadeClip } from './lib/clips';
import { until } from './lib/display-kit';
import { Panel } from './lib/panel';
import { standing, watchPicture } from './lib/watch-picture';

const panel = new Panel(desktopChromium);

/** A busy machine may hold a frame now and then; a player that stands still does so at its changes. */
const expectMoving = (seen: Awaited<ReturnType<typeof watchPicture>>) => {
  const times = standing(seen, (clip) => clip < 20);
  expect(percentile(times, 0.5)).toBeLessThan(60);
  expect(percentile(times, 0.97)).toBeLessThan(150);
  expect(Math.max(...times)).toBeLessThan(1000);
};

it('goes through twelve changes of video with no black and no frozen picture, one play each', async () => {
  await panel.newStation();
  panel.station.air(
    Array.from({ length: 40 }, (_, i) => ({ made: panel.video(i), ms: 1500 })),
    Date.now() - 1000,
  );
  const page = await panel.openPaired();
  await until(async () => (await panel.face(page)).changes.filter((change) => change.kind === 'video').length > 1);
  const seen = await watchPicture(page, 19_500);
  expect(seen.filter((each) => each.clip === 0)).toEqual([]);
  const changes = seen.filter((each, i) => i > 0 && each.clip !== seen[i - 1]?.clip).length;
  expect(changes).toBeGreaterThanOrEqual(12);
  expectMoving(seen);
  await until(() => panel.station.plays.filter((play) => play.outcome === 'shown').length >= 11);
  const shown = panel.station.plays.filter((play) => play.outcome === 'shown');
  expect(
    percentile(
      shown.map((play) => play.frames ?? 0),
      0.5,
    ),
  ).toBeGreaterThanOrEqual(36);
  expect(new Set(panel.station.plays.map((play) => play.id)).size).toBe(panel.station.plays.length);
  const late = shown.map((play) => Math.abs(play.startedAt - play.plannedStart));
  expect(percentile(late, 0.5)).toBeLessThan(60);
});

it('mixes stills and videos in any order without black', async () => {
  await panel.newStation();
  const order = [
    panel.video(0),
    panel.stills[0],
    panel.video(1),
    panel.video(2),
    panel.stills[1],
    panel.stills[0],
    panel.video(3),
  ] as MadeClip[];
  panel.station.air(
    Array.from({ length: 42 }, (_, i) => ({ made: order[i % order.length] as MadeClip, ms: 1500 })),
    Date.now() - 500,
  );
  const page = await panel.openPaired();
  await until(async () => (await panel.face(page)).changes.filter((change) => change.kind !== 'slate').length > 2);
  const seen = await watchPicture(page, 10_500);
  expect(seen.filter((each) => each.clip === 0)).toEqual([]);
  expectMoving(seen);
  const { changes, faults } = await panel.face(page);
  expect(faults).toEqual([]);
  const off = changes.slice(3).map((change) => Math.abs(change.at - change.planned));
  expect(percentile(off, 0.5)).toBeLessThan(50);
});
