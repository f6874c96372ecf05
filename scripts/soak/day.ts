/**
 * A whole day on a real page at 600x, with visits to the station every few hours: every entry of the timeline must have exactly
 * one play in the log, on time. `npm run soak -- day [speed]`. Says what it found as one JSON line; exit 1 when a play is amiss.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { makeImage } from '../../tests/e2e/lib/clips';
import { DisplayStation } from '../../tests/e2e/lib/display-station';
import { plannedDay, simulate } from '../../tests/e2e/lib/simulated-day';
import { desktopChromium } from '../../tests/lib/chromium';
import { note } from '../bench/lib/report';

const speed = Number(process.argv[2] ?? 600);
const dir = await mkdtemp(join(tmpdir(), 'suar-day-'));
const station = new DisplayStation({ pageDir: resolve('dist/renderer') });
const browser = await chromium.launch(desktopChromium(['--mute-audio']));
try {
  const stills = await Promise.all([20, 21, 22, 23, 24].map((number) => makeImage(dir, { number })));
  station.offer(...stills);
  await station.start();
  const day = { fromHour: 0, toHour: 24, visits: [4, 8, 12, 16, 20], speed };
  const { mismatches, ...found } = await simulate(browser, station, plannedDay(stills), day);
  process.stdout.write(`${JSON.stringify({ ...found, mismatches: mismatches.length })}\n`);
  for (const mismatch of mismatches.slice(0, 20)) note(mismatch);
  process.exitCode = mismatches.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await station.kill();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
