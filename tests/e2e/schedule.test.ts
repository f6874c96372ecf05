/** The schedule's timeline in a real Chromium on a real station: rows that stay drawn, and the past by what was reported. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS, dateOf, dayNumber, HOUR_MS } from '../../electron/domain/calendar';
import { localParts, toInstant } from '../../electron/domain/time';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { ReportingDisplay } from '../lib/reporting-display';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { consolePage, settled } from './lib/console-page';

let station: RunningStation;
let browser: Browser;
let operator: BrowserContext;
let display: ReportingDisplay;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  operator = await signedIn(browser, station);
  display = await ReportingDisplay.pair(station);
});
afterAll(async () => {
  display?.disconnect();
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

const open = async () =>
  consolePage(browser, station.origin, { theme: 'dark', language: 'id' }, await operator.storageState());

/** React does its work as messages to itself; held back so long, ms, frames come between any two pieces, as on a busy machine. */
const HELD_BACK_MS = 60;

async function holdBackReact(page: Page): Promise<void> {
  await page.addInitScript((ms) => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...message: [never]) {
      setTimeout(() => postMessage.apply(this, message), ms);
    };
  }, HELD_BACK_MS);
}

/** Share of a row's pixels that anything is painted on. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-display] canvas');
    if (!canvas) return 0;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let opaque = 0;
    for (let index = 3; index < data.length; index += 4) if (data[index]) opaque += 1;
    return opaque / (data.length / 4);
  });

it('a row stays drawn when it is made and when the window changes its size, however late React gets its turn', async () => {
  const page = await open();
  await holdBackReact(page);
  // A day without a past: nothing but the slate, planned, from edge to edge.
  const tomorrow = dateOf(dayNumber(new Date().toISOString().slice(0, 10)) + 3);
  await page.goto(`/schedule?day=${tomorrow}`);
  // The lane of what is booked draws on a canvas of its own, as soon as it is there.
  await page.locator('[data-display] canvas').first().waitFor();
  for (const width of [1280, 1100, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction(
      (narrower) => (document.querySelector('[data-display] canvas')?.clientWidth ?? narrower) < narrower,
      width - 196,
    );
    // All that was set off by the change has had its turn.
    await page.waitForTimeout(5 * HELD_BACK_MS);
    expect(await painted(page)).toBeGreaterThan(0.9);
  }
  await page.context().close();
});

it('a day that is over is told by what was reported, and by its gaps', async () => {
  const { zone } = await station.client.station.settings();
  const day = localParts(Date.now() - DAY_MS, zone).date;
  const noon = toInstant(day, '12:00:00', zone);
  const times = (from: number, ms: number) => ({
    plannedStart: from,
    plannedMs: ms,
    startedAt: from,
    endedAt: from + ms,
  });
  const because = { code: 'play.pageDied', params: {} };
  expect(await display.reportUnfit(times(noon, HOUR_MS))).toBe(false);
  expect(await display.reportUnfit({ ...times(noon + HOUR_MS, HOUR_MS), outcome: 'interrupted', because })).toBe(false);

  const page = await open();
  await page.goto(`/schedule?day=${day}`);
  await page.locator('[data-display] canvas').first().waitFor();
  await settled(page);
  const told = page.getByRole('group', { name: 'Garis waktu semua layar' }).getByRole('status');
  const hear = async (key: string) => {
    await page.keyboard.press(key);
    return told.textContent();
  };
  await page.getByRole('group', { name: 'Garis waktu semua layar' }).focus();
  expect(await hear('Home')).toContain('Tidak ada laporan');
  expect(await hear('ArrowRight')).toContain('Tayang sampai selesai');
  expect(await hear('ArrowRight')).toContain('Terputus di tengah');
  expect(await hear('ArrowRight')).toContain('Tidak ada laporan');
  await page.context().close();
});
