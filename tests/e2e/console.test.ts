/** The operator console in a real Chromium on a real station, by hand: the keyboard alone, roles, a file picked. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { conformingClip } from '../fixtures/media';
import { PASSWORD, signedIn } from '../lib/console';
import { consolePage, goTo, holdsFocus, type Look, settled, tabTo } from './lib/console-page';
import { CLIPS, type FilledConsole, filledConsole } from './lib/console-station';

const look: Look = { theme: 'dark', language: 'id' };
const [morning, afternoon, service] = CLIPS;

let filled: FilledConsole;
let operator: BrowserContext;

beforeAll(async () => {
  filled = await filledConsole();
  operator = await signedIn(filled.browser, filled.station);
});

afterAll(() => filled?.close());

/** Picks a video in the library, as a person does. */
async function addFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/library');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Tambah berkas' }).click();
  await (await choosing).setFiles({ name, mimeType: 'video/mp4', buffer });
}

it('the keyboard alone signs in, finds an asset, renames it and takes that back', async () => {
  const page = await consolePage(filled.browser, filled.station.origin, look);
  const { keyboard } = page;
  await page.goto('/');
  await tabTo(page, page.getByLabel('Nama masuk'));
  await keyboard.type('operator');
  await keyboard.press('Tab');
  await keyboard.type(PASSWORD);
  await keyboard.press('Enter');
  await page.locator('#main h1').waitFor();

  await keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await keyboard.type('Pustaka');
  await keyboard.press('Enter');
  await page.waitForURL('**/library');
  const list = page.getByRole('listbox', { name: 'Materi' });
  await list.getByRole('option', { name: service }).waitFor();

  await keyboard.press('/');
  await keyboard.type('kopi');
  await list.getByRole('option', { name: service }).waitFor({ state: 'detached' });
  expect(await list.getByRole('option').count()).toBe(2);
  await tabTo(page, list);
  await keyboard.press('ArrowDown');
  await list.getByRole('option', { name: afternoon, selected: true }).waitFor();
  await keyboard.press('ArrowRight');
  await list.getByRole('option', { name: morning, selected: true }).waitFor();
  await keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 2, name: morning, exact: true });
  await heading.waitFor();

  await tabTo(page, page.getByRole('button', { name: 'Ganti nama' }));
  await keyboard.press('Enter');
  await page.getByLabel('Nama materi').waitFor();
  await keyboard.type('Teh manis');
  await keyboard.press('Enter');
  await page.getByText('Nama diganti').waitFor();
  const nameKept = async () => (await filled.station.client.library.get({ id: filled.assetId })).name;
  expect(await nameKept()).toBe('Teh manis');
  await heading.waitFor({ state: 'detached' });
  await keyboard.press('Control+z');
  await heading.waitFor();
  expect(await nameKept()).toBe(morning);
  await page.context().close();
});

it('the keyboard keeps its place after a booking is changed, deleted and brought back', async () => {
  const { client } = filled.station;
  const [booked] = await client.bookings.list();
  if (!booked) throw new Error('no booking');
  // What is no part of a draft is dropped by the contract.
  await client.bookings.create({ ...booked, name: 'Putaran pagi' });
  const page = await consolePage(filled.browser, filled.station.origin, look, await operator.storageState());
  const { keyboard } = page;
  await page.goto('/schedule?tab=bookings');
  const menu = (name: string) => page.getByRole('button', { name: `Perintah lain untuk ${name}` });
  const choose = async (name: string, item: string) => {
    await tabTo(page, menu(name));
    await keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).focus();
    await keyboard.press('Enter');
  };
  await choose('Putaran pagi', 'Ubah jadwal');
  await page.getByRole('dialog').getByLabel('Nama jadwal').fill('Putaran fajar');
  await keyboard.press('Enter');
  await page.getByText('Putaran fajar diubah').waitFor();
  await holdsFocus(menu('Putaran fajar'));

  await choose('Putaran fajar', 'Hapus');
  await page.getByText('Putaran fajar dihapus').waitFor();
  await holdsFocus(page.getByRole('link', { name: booked.name }));

  await tabTo(page, page.getByRole('button', { name: 'Urungkan' }));
  await keyboard.press('Enter');
  await menu('Putaran fajar').waitFor();
  await holdsFocus(page.locator('#main *'));
  await page.context().close();
});

it('a viewer sees no form for what only others may do', async () => {
  const { client, origin } = filled.station;
  await client.users.create({ signInName: 'tamu', name: 'Tamu', role: 'viewer', password: PASSWORD });
  const page = await consolePage(filled.browser, origin, look);
  const data = { signInName: 'tamu', password: PASSWORD };
  await page.context().request.post('/api/auth/sign-in', { data, headers: { origin } });
  for (const path of ['/displays?add=true', '/displays?pair=ABC234']) {
    await page.goto(path);
    await settled(page);
    expect(await page.getByRole('heading', { name: 'Layar' }).count()).toBe(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
  }
  await page.context().close();
});

it('a viewer and a producer are told of what others mend, and offered no command of theirs', async () => {
  const { client, origin } = filled.station;
  const producer = { signInName: 'produser', name: 'Produser', role: 'producer' as const, password: PASSWORD };
  const viewer = { signInName: 'pemirsa', name: 'Pemirsa', role: 'viewer' as const, password: PASSWORD };
  const commands = (page: Page) => ({
    toDo: page.getByRole('heading', { name: 'Perlu tindakan Anda' }),
    toKnow: page.getByRole('heading', { name: 'Perlu diketahui' }),
    saved: page.getByText('Tersimpan', { exact: true }),
    mark: page.getByRole('button', { name: 'Tandai awal di sini (I)' }),
  });
  const walk = async (page: Page) => {
    const { toDo, toKnow, saved, mark } = commands(page);
    await goTo(page, '/');
    const lists = [await toDo.count(), await toKnow.count()];
    await goTo(page, `/playlists?id=${filled.playlistId}`);
    await page.getByText(service).first().waitFor();
    const marks = [await saved.count()];
    await goTo(page, `/library?id=${filled.assetId}`);
    await page.getByRole('button', { name: 'Putar (spasi)' }).waitFor();
    return { lists, marks: [...marks, await mark.count()] };
  };
  const asAdministrator = async () => {
    const page = await consolePage(filled.browser, origin, look, await operator.storageState());
    expect(await walk(page)).toEqual({ lists: [1, 0], marks: [1, 1] });
    await page.context().close();
  };
  const as = async (person: typeof viewer | typeof producer, lists: number[]) => {
    await client.users.create(person);
    const page = await consolePage(filled.browser, origin, look);
    const data = { signInName: person.signInName, password: PASSWORD };
    await page.context().request.post('/api/auth/sign-in', { data, headers: { origin } });
    expect(await walk(page)).toEqual({ lists, marks: [0, 0] });
    expect(await graveFaults(page)).toEqual([]);
    await page.context().close();
  };
  // At once: each mostly waits for its page to be still.
  await Promise.all([asAdministrator(), as(viewer, [0, 1]), as(producer, [1, 1])]);
});

it('Escape closes the details beside the timeline, and the focus is back where they were opened', async () => {
  const page = await consolePage(filled.browser, filled.station.origin, look, await operator.storageState());
  const { keyboard } = page;
  await page.goto('/schedule');
  const timeline = page.getByRole('group', { name: 'Garis waktu semua layar' });
  const details = page.getByRole('complementary', { name: 'Rincian penayangan' });
  await tabTo(page, timeline);
  // The day may still be on its way: the arrow finds nothing until it has come.
  await expect
    .poll(async () => {
      await keyboard.press('ArrowRight');
      await keyboard.press('Enter');
      return details.count();
    })
    .toBe(1);
  await keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
  await holdsFocus(timeline);
  await keyboard.press('Enter');
  await tabTo(page, details.getByRole('button', { name: 'Tutup rincian' }));
  await keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
  await holdsFocus(timeline);
  await page.context().close();
});

it('a booking form left by Escape is offered back as it was', async () => {
  const page = await consolePage(filled.browser, filled.station.origin, look, await operator.storageState());
  await page.goto('/schedule');
  await settled(page);
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  await form.getByLabel('Nama jadwal').fill('Belum disimpan');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Buka lagi' }).click();
  expect(await form.getByLabel('Nama jadwal').inputValue()).toBe('Belum disimpan');
  await page.context().close();
});

it('a long name wraps in its message, which has the whole of it', async () => {
  const name = `Putaran ${'sosialisasi layanan kependudukan terpadu '.repeat(4)}`.trim();
  await filled.station.client.playlists.create({ name });
  const page = await consolePage(filled.browser, filled.station.origin, look, await operator.storageState());
  await page.goto('/playlists');
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Perintah lain' }).first().click();
  await page.getByRole('menuitem', { name: 'Hapus' }).click();
  const message = page.locator('[title]').filter({ hasText: `${name} dihapus` });
  expect(await message.getAttribute('title')).toContain(name);
  const lines = await message.evaluate((element) => {
    const line = Number.parseFloat(getComputedStyle(element).lineHeight);
    return Math.round(element.getBoundingClientRect().height / line);
  });
  expect(lines).toBe(3);
  await page.context().close();
});

it('a file that turns out to be no use is said to be so in the row of its upload', async () => {
  const page = await consolePage(filled.browser, filled.station.origin, look, await operator.storageState());
  await addFile(page, 'Rusak.mp4', Buffer.from('bukan video '.repeat(500)));
  const tray = page.getByRole('region', { name: 'Unggahan' });
  await tray.getByRole('alert').getByText('Materi ini tidak dapat dipakai.').waitFor({ timeout: 30_000 });
  await tray.getByRole('status').getByText('1 gagal').waitFor();
  expect(await tray.getByText('Sudah masuk pustaka').count()).toBe(0);
  await page.context().close();
});

it('a file picked in the library becomes an asset whose card says that it is ready', async () => {
  const page = await consolePage(filled.browser, filled.station.origin, look, await operator.storageState());
  await addFile(page, 'Taman kota.mp4', await readFile(await conformingClip({ seconds: 1, tone: 900 })));
  const card = page.getByRole('option', { name: 'Taman kota' });
  await card.getByText('Siap tayang').waitFor({ timeout: 30_000 });
  const { items } = await filled.station.client.library.list({ search: 'Taman kota' });
  expect(items.map(({ state }) => state)).toEqual(['ready']);
  await page.context().close();
});
