/** A show from its start to its signature in a browser: by keys, with two at the keys, with other views, and with a station that dies. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { makeShow, SHOW_TITLES } from '../lib/show';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage } from './lib/console-page';

const LOOK = { theme: 'dark', language: 'id' } as const;

let station: RunningStation;
let browser: Browser;
let producer: BrowserContext;
let air: Page;
let rundown: { id: string; items: string[] };
let complaints: string[];

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  producer = await signedIn(browser, station);
  rundown = await makeShow(station.client);
  air = await pageAt(`/on-air/${rundown.id}`);
  complaints = complaintsOf(air);
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function pageAt(path: string): Promise<Page> {
  const page = await consolePage(browser, station.origin, LOOK, await producer.storageState());
  await page.goto(path);
  return page;
}

const shows = async () => (await station.client.shows.of({ rundownId: rundown.id }))[0];
const current = async () => rundown.items.indexOf((await shows())?.show.current?.itemId ?? '');
const isFocused = (element: Element) => document.activeElement === element;
/** At the station, and on the screen that the next key goes by. */
const isAt = async (item: number) => {
  await eventually(async () => expect(await current()).toBe(item));
  await air.locator(`[data-live] h2[title="${SHOW_TITLES[item]}"]`).waitFor();
};
const title = (page: Page, text: string) => page.locator('h1, h2').filter({ hasText: text }).first().waitFor();
/** Longer than a pedal bounces, and than an item is too new to be left by a key. */
const finger = () => air.waitForTimeout(600);

it('says what is not ready and goes on air with two presses', async () => {
  await air.getByText('Siap mengudara?').waitFor();
  await air.getByText('4 materi bahannya belum ada atau tidak dapat diputar').waitFor();
  expect(await graveFaults(air)).toEqual([]);
  await air.getByRole('button', { name: 'Mulai siaran' }).click();
  await air.getByRole('button', { name: 'Ya, mulai mengudara' }).click();
  await air.getByText('MENGUDARA', { exact: true }).first().waitFor();
  await isAt(0);
});

it('is run by keys', async () => {
  await finger();
  await air.keyboard.press('Space');
  await isAt(1);
  await title(air, 'Pembuka');
  await finger();
  await air.keyboard.press('h');
  await eventually(async () => expect((await shows())?.show.current?.heldAt).not.toBeNull());
  // The next key goes by what the page knows.
  await air.locator('[data-held]').waitFor();
  await finger();
  await air.keyboard.press('h');
  await eventually(async () => expect((await shows())?.show.current?.heldAt).toBeNull());
  await finger();
  await air.keyboard.press('s');
  await eventually(async () => expect((await shows())?.show.skipped).toEqual([rundown.items[2]]));
  await finger();
  await air.keyboard.press('PageDown');
  await isAt(3);
  await finger();
  await air.keyboard.press('b');
  await isAt(1);
  await finger();
  await air.keyboard.press('F3');
  await isAt(5);
  await finger();
  await air.keyboard.press('PageUp');
  await isAt(4);
  await finger();
  await air.keyboard.press('ArrowDown');
  await air.keyboard.press('ArrowDown');
  await air.keyboard.press('Enter');
  await isAt(6);
  expect(await graveFaults(air)).toEqual([]);
});

it('writes a caller down without touching the show, on a low screen too', async () => {
  const before = await shows();
  await air.setViewportSize({ width: 1280, height: 800 });
  await air.getByRole('button', { name: 'Tambah penelepon' }).click();
  await eventually(async () => expect(await air.getByLabel('Nama depan').evaluate(isFocused)).toBe(true));
  await air.keyboard.type('Hasan Basri');
  await air.getByLabel('Topik').fill('Syarat pindah memilih');
  const save = air.getByRole('button', { name: 'Masukkan antrean' });
  const box = await save.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 800)).toBeLessThanOrEqual(800);
  await save.click();
  await air.locator('li').getByText('Hasan Basri').waitFor();
  // Not even where the focus has left the form.
  await air.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await air.keyboard.type('srb ');
  await air.getByLabel('Nama depan').press('Escape');
  await air.getByLabel('Nama depan').waitFor({ state: 'detached' });
  const after = await shows();
  expect([after?.show.turn, after?.show.mode, after?.show.skipped]).toEqual([
    before?.show.turn,
    before?.show.mode,
    before?.show.skipped,
  ]);
});

it('takes by Space wherever the focus is', async () => {
  await finger();
  await air.keyboard.press('b');
  await isAt(5);
  await finger();
  const folded = air.getByRole('radio', { name: 'Pantauan' });
  await folded.focus();
  await air.keyboard.press('Space');
  await isAt(6);
  expect(await folded.isChecked()).toBe(false);
});

it('counts two hands that take at once as one, and a key held down too', async () => {
  const other = await pageAt(`/on-air/${rundown.id}`);
  await title(other, 'Telepon & WA');
  const turn = (await shows())?.show.turn ?? 0;
  await finger();
  await Promise.all([air.keyboard.press('b'), other.keyboard.press('b')]);
  await isAt(5);
  expect((await shows())?.show.turn).toBe(turn + 1);
  await finger();
  await air.keyboard.down('Space');
  for (let repeat = 0; repeat < 8; repeat++) await air.keyboard.down('Space');
  await air.keyboard.up('Space');
  await isAt(6);
  await finger();
  expect(await current()).toBe(6);
  await other.close();
});

it('is followed by prompter, presenter and phone at once', async () => {
  const views = await Promise.all(
    ['prompter', 'presenter', 'phone', 'read'].map((view) => pageAt(`/view/${view}/${rundown.id}`)),
  );
  const [prompter, presenter, phone] = views as [Page, Page, Page, Page];
  const viewComplaints = views.map(complaintsOf);
  await title(presenter, 'Telepon & WA');
  for (const view of views) expect(await graveFaults(view)).toEqual([]);
  const waits: number[] = [];
  for (const [item, name] of [
    [1, 'Pembuka'],
    [2, 'Segmen 1'],
    [7, 'Penutup'],
    [1, 'Pembuka'],
  ] as const) {
    const painted = paintOf(presenter, name);
    const { show } = (await shows()) ?? { show: null };
    const before = Date.now();
    await station.client.shows.take({ id: show?.id ?? '', turn: show?.turn ?? 0, itemId: rundown.items[item] });
    waits.push((await painted) - before);
    await prompter.locator('[data-on] h2', { hasText: name }).waitFor();
  }
  console.error(`take to the presenter's paint: ${waits.join(', ')} ms`);
  // A figure for 100 ms wants the machine to itself; here others test too.
  expect(Math.min(...waits)).toBeLessThan(1000);

  const reading = prompter.locator('.reading');
  const marked = prompter.locator('section[data-on]');
  const off = async () => Math.abs(((await marked.boundingBox())?.y ?? 0) - ((await reading.boundingBox())?.y ?? 0));
  await eventually(async () => expect(await off()).toBeLessThan(4));
  const [from, strip] = [await marked.boundingBox(), prompter.locator('.strip')];
  await prompter.keyboard.press('Space');
  await expect.poll(async () => (await marked.boundingBox())?.y ?? 0).toBeLessThan((from?.y ?? 0) - 2);
  expect(await strip.evaluate((element) => element.style.transform)).toMatch(/-\d+\.\d+px/);

  const take = phone.getByRole('button', { name: /AMBIL/ });
  await take.click();
  await phone.waitForTimeout(200);
  expect(await current()).toBe(1);
  await take.click({ delay: 700 });
  await isAt(2);
  expect(viewComplaints.flat()).toEqual([]);
  for (const view of views) await view.context().close();
});

/** When a heading is painted, on this machine's clock: after the frame in which it came. */
async function paintOf(page: Page, name: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((done) => {
        const seen = () => document.querySelector('.title')?.textContent?.startsWith(text);
        const look = () =>
          seen() ? requestAnimationFrame(() => setTimeout(() => done(Date.now()))) : requestAnimationFrame(look);
        look();
      }),
    name,
  );
}

it('goes on where it stood after the station was killed, with the clock true', async () => {
  const before = await shows();
  const port = Number(new URL(station.origin).port);
  await station.kill();
  await air.getByRole('alert').filter({ hasText: 'Sambungan ke stasiun terputus' }).waitFor();
  await air.keyboard.press('Space');
  await air.getByRole('alert').getByText('Perintah tidak dikirim.').waitFor();
  const then = await seconds(air);
  await expect.poll(async () => then - (await seconds(air))).toBeGreaterThanOrEqual(2);
  station = await startStation({ dataDir: station.dataDir, port });
  await air
    .getByRole('alert')
    .filter({ hasText: 'Sambungan ke stasiun terputus' })
    .waitFor({ state: 'detached', timeout: 20_000 });
  expect((await shows())?.show.current).toEqual(before?.show.current);
  const elapsed = Date.now() - (before?.show.current?.startedAt ?? 0);
  expect(Math.abs(720 - elapsed / 1000 - (await seconds(air)))).toBeLessThan(2);
});

/** What is left on the countdown, s; below zero once it is over. */
async function seconds(page: Page): Promise<number> {
  const text = (await page.locator('[data-stage]').first().textContent()) ?? '';
  const [minutes = 0, rest = 0] = text.replace('+', '').split(':').map(Number);
  return (minutes * 60 + rest) * (text.startsWith('+') ? -1 : 1);
}

it('ends, is explained and signed, and then only reads', async () => {
  const places = () =>
    air
      .getByRole('toolbar', { name: 'Perintah siaran' })
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
  const before = await places();
  await air.keyboard.press('e');
  await air.getByText('Tekan Enter untuk mengakhiri').waitFor();
  expect(await places()).toEqual(before);
  await air.keyboard.press('Enter');
  await air.getByRole('heading', { name: 'Catatan siaran' }).waitFor();
  const why = air.getByLabel('Alasan untuk Pembuka').first();
  await why.fill('Narasumber terlambat');
  await why.press('Enter');
  await eventually(async () =>
    expect((await shows())?.steps.some((step) => step.why === 'Narasumber terlambat')).toBe(true),
  );
  expect(await graveFaults(air)).toEqual([]);
  await air.getByLabel('Jabatan').fill('Pengarah acara');
  await air.getByRole('button', { name: 'Tanda tangani' }).click();
  await air.getByRole('button', { name: 'Ya, tanda tangani' }).click();
  await air.getByText('Ditandatangani Operator, Pengarah acara').waitFor();
  expect(await air.getByLabel('Alasan untuk Pembuka').count()).toBe(0);
  expect((await shows())?.show.state).toBe('signed');
  const own = complaints.filter((line) => !/ERR_|Failed to load/.test(line));
  expect(own).toEqual([]);
});
