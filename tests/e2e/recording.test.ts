/** The watch in a real Chromium that hears a file: dead air and clipping raise alarms at the station, and what was heard is kept, whole. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Recording } from '../../electron/contract/records/recording';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { made } from '../fixtures/media';
import { desktopChromium } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf } from './lib/console-page';
import { buildWatchPage, type WatchPage } from './lib/watch-page';

/** Two seconds of tone, twelve of silence, two of clipping, twelve of tone; and from the beginning. */
const HEARD = [
  'sine=frequency=440:sample_rate=48000:duration=28',
  "volume=volume='if(between(t,2,14),0,if(between(t,14,16),40,1))':eval=frame",
].join(',');

let station: RunningStation;
let browser: Browser;
let context: BrowserContext;
let watchPage: WatchPage;
let page: Page;

beforeAll(async () => {
  const sound = await made('siaran.wav', ['-f', 'lavfi', '-i', HEARD, '-ac', '2', '-c:a', 'pcm_s16le']);
  const flags = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${sound}`,
  ];
  const options = desktopChromium([...flags, '--autoplay-policy=no-user-gesture-required']);
  [station, browser, watchPage] = await Promise.all([startStation(), chromium.launch(options), buildWatchPage()]);
  context = await signedIn(browser, station);
  await watchPage.layOver(context);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
  await watchPage?.remove();
});

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(Date.now());
const recordings = (): Promise<Recording[]> => station.client.recordings.list({ day: today() });
const alertCodes = async () => (await station.client.station.alerts()).map(({ reason }) => reason.code);
/** Every alert that stood since, in the order in which they came up: none is missed by a test that was kept from looking. */
function alertsFromNow() {
  const codes: string[] = [];
  const timer = setInterval(async () => {
    for (const code of await alertCodes().catch(() => [])) if (!codes.includes(code)) codes.push(code);
  }, 200);
  onTestFinished(() => clearInterval(timer));
  return codes;
}
/** At a full hour a file ends and the next begins: there may be one more than was asked for. */
const allChecked = async (least: number) => {
  const all = await recordings();
  expect(all.length).toBeGreaterThanOrEqual(least);
  expect(all.map(({ state }) => state)).toEqual(all.map(() => 'kept'));
};
const chunksOf = (all: readonly Recording[]) => all.reduce((sum, { chunks }) => sum + chunks, 0);
const lengthOf = ({ startedAt, endedAt }: Recording) => ((endedAt ?? startedAt) - startedAt) / 1000;
const checked = async () => (await recordings()).filter(({ state }) => state === 'kept' || state === 'damaged');

it('raises and settles alarms, records, and plays back what is kept', async () => {
  const complaints = complaintsOf(page);
  const alerts = alertsFromNow();
  await page.goto('/rundowns');
  const panel = page.getByRole('region', { name: 'Pemantau siaran' });
  await panel.getByRole('switch', { name: 'Pantau' }).click();
  await panel.getByText('Siaran terdengar').waitFor();
  await panel.getByRole('button', { name: 'Rekam' }).click();
  await panel.getByText(/Merekam sejak/).waitFor();
  expect(await graveFaults(page)).toEqual([]);

  await panel.getByText(/Siaran senyap sejak/).waitFor({ timeout: 40_000 });
  await panel.getByText(/Level berlebih sejak/).waitFor();
  await eventually(() => expect(alerts).toEqual(['soundWatch.silence', 'soundWatch.over']));
  expect(await graveFaults(page)).toEqual([]);
  await eventually(async () => expect(await alertCodes()).toEqual([]));
  await panel.getByText('Siaran terdengar').waitFor();

  await panel.getByRole('button', { name: 'Berhenti merekam' }).click();
  await eventually(() => allChecked(1));
  const all = await recordings();
  const seconds = Math.max(...all.map(lengthOf));
  const place = all.findIndex((each) => lengthOf(each) === seconds);
  const kept = all[place];
  expect(kept).toMatchObject({ state: 'kept', check: null, lost: 0, closedBy: 'page' });
  expect(all.reduce((sum, each) => sum + lengthOf(each), 0)).toBeGreaterThan(15);
  expect(all.some(({ silence }) => (silence ?? 0) > 0.3)).toBe(true);

  // As a listener of the archive has it.
  const row = page.getByRole('region', { name: 'Arsip rekaman siaran' }).getByRole('listitem').nth(place);
  await row.getByText(/Utuh/).waitFor();
  await row.getByRole('button', { name: /Dengarkan/ }).click();
  const length = await row.locator('audio').evaluate(
    (audio: HTMLAudioElement) =>
      new Promise<number>((done, fail) => {
        audio.onerror = () => fail(new Error(audio.error?.message));
        const tell = () => done(audio.duration);
        if (audio.readyState > 0) tell();
        else audio.onloadedmetadata = tell;
      }),
  );
  expect(Math.abs(length - seconds)).toBeLessThan(1);
  const headers = { authorization: `Bearer ${station.token}`, range: 'bytes=100-199' };
  const part = await fetch(`${station.origin}/api/recordings/${kept?.id}/audio`, { headers });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100]);

  const alarms = await station.client.watch.alarms({ day: today() });
  expect(alarms.map(({ kind, until }) => [kind, until !== null])).toEqual([
    ['silence', true],
    ['over', true],
  ]);
  const [silence] = alarms;
  expect(Math.abs((silence?.until ?? 0) - (silence?.from ?? 0) - 12_000)).toBeLessThan(500);
  expect(complaints).toEqual([]);
});

it('goes on over a reload of the page and a station that was killed', async () => {
  const panel = page.getByRole('region', { name: 'Pemantau siaran' });
  const before = (await recordings()).length;
  await panel.getByRole('button', { name: 'Rekam' }).click();
  await eventually(async () => expect((await recordings()).length).toBeGreaterThan(before));
  const port = Number(new URL(station.origin).port);
  await station.kill();
  station = await startStation({ dataDir: station.dataDir, port });
  const killed = (await recordings())[before];
  const chunks = chunksOf(await recordings());
  await eventually(async () => expect(chunksOf(await recordings())).toBeGreaterThan(chunks));

  // The watch is on again by itself, and what the page of before had kept is ended and checked.
  await page.reload();
  await panel.getByText(/Merekam sejak/).waitFor();
  await eventually(async () => expect((await checked()).length).toBeGreaterThan(before));
  const first = (await recordings()).find(({ id }) => id === killed?.id);
  expect(first).toMatchObject({ state: 'kept', closedBy: 'page', lost: 0, check: null });
  await panel.getByRole('button', { name: 'Berhenti merekam' }).click();
  await eventually(() => allChecked(before + 2));
});
