/** An agency's own page in a real Chromium: after each step it is led to what has come of it, and reads what it may not change. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookAllDay } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { makeVideo } from './lib/clips';
import { consolePage, holdsFocus } from './lib/console-page';
import { personOf, verified } from './lib/desk-people';
import { fillMatter, upload } from './lib/hand-in';

const LOOK = { theme: 'light', language: 'id' } as const;
const TITLE = 'Ayo ke TPS';
let station: RunningStation;
let browser: Browser;
let desk: BrowserContext;
let head: BrowserContext;
let partner: Page;
let clips: string[];

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  await signedIn(browser, station);
  const { id: agencyId } = await station.client.agencies.create({ name: 'KPU Kabupaten Tirtaraya', notes: '' });
  desk = await personOf(station, browser, { signInName: 'verifikator', role: 'operator' });
  head = await personOf(station, browser, { signInName: 'kepala', role: 'head' });
  const mitra = await personOf(station, browser, { signInName: 'mitra', role: 'partner', agencyId });
  partner = await consolePage(browser, station.origin, LOOK, await mitra.storageState());
  const made = [1, 2].map((number) => makeVideo(station.dataDir, { number, seconds: 2 }));
  clips = (await Promise.all(made)).map(({ path }) => path);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

/** The notice that says this: focused, and wholly in view. */
async function ledTo(words: string): Promise<void> {
  const notice = partner.getByRole('status').filter({ hasText: words });
  await notice.waitFor();
  await holdsFocus(notice);
  const [box, size] = [await notice.boundingBox(), partner.viewportSize()];
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size?.height ?? 0);
}

const only = async () => {
  const { items } = await station.client.submissions.list({});
  if (!items[0]) throw new Error('nothing was handed in');
  return items[0];
};

it('is led to the receipt of what it hands in, and reads what it said as text', async () => {
  await partner.goto('/');
  await partner.getByRole('button', { name: 'Kiriman baru' }).click();
  await fillMatter(partner, TITLE);
  await partner.getByRole('button', { name: 'Buat konsep' }).click();
  await upload(partner, clips[0] ?? '');
  await partner.getByRole('button', { name: 'Serahkan' }).click();
  await ledTo('Diserahkan. Nomor tanda terima ILM-');
  const said = partner.getByRole('region', { name: 'Surat dan penanggung jawab' });
  await said.getByRole('definition').filter({ hasText: '012/KPU-TR/2026' }).waitFor();
  expect(await said.locator('input, textarea').count()).toBe(0);
}, 90_000);

it('is led to what is to be mended when it opens what was returned', async () => {
  const { id, rev } = await only();
  await station.client.submissions.return({ id, rev, reason: 'Logo terpotong', marks: [] });
  await partner.reload();
  await partner.getByRole('button', { name: TITLE }).click();
  await ledTo('Logo terpotong');
  await partner.getByRole('button', { name: 'Serahkan' }).click();
  await ledTo('Diserahkan. Nomor tanda terima ILM-');
}, 60_000);

it('hands in a new version of what is on the air, which stays there meanwhile', async () => {
  const { client, origin } = station;
  const { id } = await only();
  await verified(station, desk.request, id);
  const { submission } = await client.submissions.get({ id });
  const [version] = submission.versions;
  const data = { rev: submission.rev, hash: version?.hash, reason: '', ppid: 'anytime', ppidReviewBy: null };
  const answer = await head.request.post(`/api/submissions/${id}/approve`, { data, headers: { origin } });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)]);
  const profile = { width: 320, height: 160, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null };
  const display = await client.displays.create({
    name: 'VT-01',
    place: '',
    zone: 'Asia/Jakarta',
    profile,
    fillerPlaylistId: null,
  });
  await bookAllDay(station, display.id, [{ id: version?.assetId ?? '' }]);
  await eventually(async () => expect((await only()).standing).toBe('airing'));
  await partner.reload();
  await partner.getByRole('button', { name: TITLE }).click();
  await partner.getByText('Versi baru boleh diserahkan kapan saja', { exact: false }).waitFor();
  await upload(partner, clips[1] ?? '');
  await ledTo('Versi baru menunggu, versi lama tetap tayang');
  const seen = await client.submissions.get({ id });
  expect([seen.standing, seen.onAirBefore?.n]).toEqual(['submitted', 1]);
  expect(await client.library.get({ id: version?.assetId ?? '' })).toMatchObject({ approval: 'approved' });
}, 90_000);

it('on a phone reads what it opens in place of the list, and goes back to the list', async () => {
  const size = partner.viewportSize();
  await partner.setViewportSize({ width: 390, height: 844 });
  await partner.reload();
  const list = partner.getByRole('region', { name: 'Kiriman kami' });
  await list.getByRole('button', { name: 'Kiriman baru' }).click();
  const fits = async (words: string) => {
    const box = await partner.getByRole('heading', { name: words }).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  };
  await partner.getByLabel('Judul materi').waitFor();
  await fits('Kiriman baru');
  await partner.getByRole('button', { name: 'Kiriman kami' }).click();
  await list.getByRole('button', { name: TITLE }).click();
  await partner.getByRole('heading', { name: TITLE }).waitFor();
  await fits(TITLE);
  expect(await list.isVisible()).toBe(false);
  await partner.getByRole('button', { name: 'Kiriman kami' }).click();
  await list.waitFor();
  if (size) await partner.setViewportSize(size);
}, 60_000);
