/** A show is published in a real Chromium: chosen, cut by real ffmpeg, heard, subscribed to, corrected, deleted and brought back. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadyEpisode } from '../../electron/contract/records/episode';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { type Aired, airedShow } from '../lib/aired';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf } from './lib/console-page';

let station: RunningStation;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let aired: Aired;

beforeAll(async () => {
  const options = chromiumOptions(['--autoplay-policy=no-user-gesture-required']);
  [station, browser] = await Promise.all([startStation(), chromium.launch(options)]);
  [context, aired] = await Promise.all([signedIn(browser, station), airedShow(station)]);
  page = await context.newPage();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

const sheet = (on: Page) => on.getByRole('dialog', { name: 'Terbitkan setelah siaran' });
const episodes = async () =>
  (await station.client.episodes.of({ showId: aired.show.id })).map(({ episode }) => episode);
async function ready(): Promise<ReadyEpisode> {
  const [episode] = await episodes();
  if (episode?.state !== 'ready') throw new Error(JSON.stringify(episode));
  return episode;
}
const settled = <T>(look: () => T | Promise<T>) => eventually(look, 30_000);

it('publishes the talk of a show, and plays it', { timeout: 90_000 }, async () => {
  const complaints = complaintsOf(page);
  await page.goto(`/on-air/${aired.rundownId}`);
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  const box = (name: string) => sheet(page).getByRole('checkbox', { name });
  await box('Pembuka & "salam"').waitFor();
  expect(await Promise.all(aired.steps.map(({ title }) => box(title).isChecked()))).toEqual([false, true, false, true]);
  const words = sheet(page).getByRole('textbox', { name: 'Keterangan' });
  expect(await words.inputValue()).toContain('Narasumber: Ibu Sari (Anggota, KPU Tirtaraya).');
  expect(await words.inputValue()).not.toMatch(/0812|sari@/);
  expect(await graveFaults(page)).toEqual([]);

  const title = sheet(page).getByRole('textbox', { name: 'Judul episode' });
  expect(await title.inputValue()).toMatch(/^Ruang Pemilih: Cek DPT, /);
  await title.fill('Cek DPT <bersama> KPU & kita');
  await sheet(page).getByRole('button', { name: 'Buat episode' }).click();
  const row = sheet(page).getByRole('listitem', { name: 'Cek DPT <bersama> KPU & kita' });
  await row.getByText('Siap').waitFor({ timeout: 30_000 });
  await row.getByRole('button', { name: /Dengarkan/ }).click();
  const heard = await row.locator('audio').evaluate(
    (audio: HTMLAudioElement) =>
      new Promise<number>((done, fail) => {
        audio.onerror = () => fail(new Error(audio.error?.message));
        audio.onended = () => done(audio.currentTime);
        if (audio.ended) done(audio.currentTime);
      }),
  );
  const talk = aired.steps.filter(({ kind }) => kind === 'script' || kind === 'phoneIn');
  const asked = talk.reduce((sum, { startedAt, endedAt }) => sum + ((endedAt ?? 0) - startedAt), 0);
  expect(Math.abs(heard * 1000 - asked)).toBeLessThan(100);
  const episode = await ready();
  expect(Math.abs(episode.durationMs - asked)).toBeLessThan(50);
  expect(episode.chapters.map((chapter) => chapter.title)).toEqual(talk.map((step) => step.title));
  expect(episode.loudnessLufs).toBeCloseTo(-16, 0);
  expect(complaints).toEqual([]);
});

/** As a podcast program reads it: with an XML parser, and addresses resolved against the feed's own. */
const readFeed = (text: string, base: string) =>
  page.evaluate(
    ([xml = '', at = '']) => {
      const feed = new DOMParser().parseFromString(xml, 'application/xml');
      const item = feed.querySelector('channel > item');
      const enclosure = item?.querySelector('enclosure');
      return {
        broken: feed.querySelector('parsererror')?.textContent ?? null,
        root: feed.documentElement.nodeName,
        channel: feed.querySelector('channel > title')?.textContent,
        about: feed.querySelector('channel > description')?.textContent,
        title: item?.querySelector('title')?.textContent,
        guid: item?.querySelector('guid')?.textContent,
        published: Date.parse(item?.querySelector('pubDate')?.textContent ?? ''),
        audio: new URL(enclosure?.getAttribute('url') ?? '', at).href,
        length: Number(enclosure?.getAttribute('length')),
        seconds: Number(item?.getElementsByTagName('itunes:duration')[0]?.textContent),
      };
    },
    [text, base],
  );

it('is a podcast for everybody only once that is switched on', { timeout: 30_000 }, async () => {
  const episode = await ready();
  const feedAddress = `${station.origin}/podcast/${aired.programmeId}/feed.xml`;
  const audioAddress = `${station.origin}/podcast/${episode.id}.m4a`;
  const statuses = async () =>
    (await Promise.all([fetch(feedAddress), fetch(audioAddress)])).map(({ status }) => status);
  expect(await statuses()).toEqual([404, 404]);
  const saved = `${station.origin}/api/programmes/${aired.programmeId}/podcast.xml`;
  expect((await fetch(saved)).status).toBe(401);

  const { rev } = await station.client.station.settings();
  const podcast = { open: true, address: null };
  await station.client.station.updateSettings({ rev, values: { podcast } });
  const answer = await fetch(feedAddress);
  expect(answer.headers.get('content-type')).toContain('application/rss+xml');
  const feed = await readFeed(await answer.text(), feedAddress);
  expect(feed).toMatchObject({
    ...{ broken: null, root: 'rss', channel: 'Ruang Pemilih', about: 'Bincang <pemilu> & pilkada' },
    ...{ title: 'Cek DPT <bersama> KPU & kita', guid: episode.id, audio: audioAddress, length: episode.bytes },
    ...{ published: Math.floor(episode.createdAt / 1000) * 1000, seconds: Math.round(episode.durationMs / 1000) },
  });
  const audio = await fetch(feed.audio);
  expect([audio.status, audio.headers.get('content-type')]).toEqual([200, 'audio/mp4']);
  expect((await audio.arrayBuffer()).byteLength).toBe(feed.length);
  const part = await fetch(feed.audio, { headers: { range: 'bytes=10-19' } });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);

  await sheet(page).getByText('Terbuka untuk umum').waitFor();
  await sheet(page)
    .getByText(/Alamat umum podcast belum diisi/)
    .waitFor();
  const download = page.waitForEvent('download');
  await sheet(page).getByRole('link', { name: 'Simpan umpan ke berkas' }).click();
  expect((await download).suggestedFilename()).toBe('feed.xml');
});

it('takes another title, and comes back when its deletion is taken back', { timeout: 60_000 }, async () => {
  const { id, title } = await ready();
  const row = sheet(page).getByRole('listitem', { name: title });
  await row.getByRole('button', { name: `Ubah ${title}` }).click();
  await row.getByRole('textbox', { name: 'Judul episode' }).fill('Cek DPT bersama KPU');
  await row.getByRole('button', { name: 'Simpan' }).click();
  await settled(async () => expect(await ready()).toMatchObject({ id, taggedTitle: 'Cek DPT bersama KPU' }));
  await sheet(page).getByRole('button', { name: 'Hapus Cek DPT bersama KPU' }).click();
  await settled(async () => expect(await episodes()).toEqual([]));
  // The message of the new title offers its own.
  const message = page.locator('[id^="done-"]').filter({ hasText: 'Episode dihapus' });
  await message.getByRole('button', { name: 'Urungkan' }).click();
  await settled(async () => expect(await ready()).toMatchObject({ id }));
});

it('lets a viewer hear and not publish', { timeout: 30_000 }, async () => {
  await station.client.users.create({ signInName: 'tamu', name: 'Tamu', role: 'viewer', password: PASSWORD });
  const viewer = await browser.newContext({ baseURL: station.origin });
  const headers = { origin: station.origin };
  await viewer.request.post('/api/auth/sign-in', { data: { signInName: 'tamu', password: PASSWORD }, headers });
  const theirs = await viewer.newPage();
  await theirs.goto(`/on-air/${aired.rundownId}`);
  await theirs.getByRole('button', { name: 'Terbitkan' }).click();
  await sheet(theirs)
    .getByRole('button', { name: /Dengarkan/ })
    .waitFor();
  expect(await sheet(theirs).getByRole('checkbox').count()).toBe(0);
  expect(
    await sheet(theirs)
      .getByRole('button', { name: /Buat episode|Ubah|Hapus/ })
      .count(),
  ).toBe(0);
  const data = { episodes: [{ title: 'x', description: '', stepIds: aired.steps.map((step) => step.id) }] };
  const answer = await viewer.request.post(`/api/shows/${aired.show.id}/episodes`, { data, headers });
  expect(answer.status()).toBe(403);
  await viewer.close();
});
