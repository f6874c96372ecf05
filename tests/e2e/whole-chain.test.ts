/**
 * The whole way of an agency's clip, each person at their own screen of one real station: handed in, returned, mended, verified and
 * approved by two people, booked, shown on a real panel, proven, recalled, gone from the panel and told to the agency.
 */
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformingClip } from '../fixtures/media';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { complaintsOf, consolePage } from './lib/console-page';
import { fillMatter, upload } from './lib/hand-in';
import { fillerOf, kept, newDisplay, openPanel, PANEL_SIZE, type PanelPage, seen, sees } from './lib/panel-page';

const LOOK = { theme: 'light', language: 'id' } as const;
const TITLE = 'Ayo ke TPS';
/** What its second version is called in the library, whatever its file is. */
const MENDED = `${TITLE} (v2)`;
const VT = 'VT-01 Alun-alun';
const WHY = 'Jam buka TPS di dalamnya keliru, KPU mengirim perbaikan.';
/** What goes over the network, a transcode's look at the file or a panel's next change: as a busy machine allows. */
const SOON = { timeout: 60_000 };

const people = ['mitra', 'verifikator', 'operator', 'kepala'] as const;
type Person = (typeof people)[number];

let station: RunningStation;
let browser: Browser;
let panel: PanelPage;
const at = {} as Record<Person, Page>;
const complaints: string[][] = [];
/** Of the agency: the first is as it must not air, the second mended. */
let files: { first: string; mended: string };
let mendedHash: string;

const clip = (colour: string) => conformingClip({ picture: `color=c=${colour}`, seconds: 3, ...PANEL_SIZE });

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const { client, dataDir } = station;
  files = { first: join(dataDir, 'ayo-ke-tps.mp4'), mended: join(dataDir, 'ayo-ke-tps-perbaikan.mp4') };
  await copyFile(await clip('0xc01020'), files.first);
  await copyFile(await clip('0x1030c0'), files.mended);
  const { id: agencyId } = await client.agencies.create({
    ...{ name: 'KPU Kabupaten Tirtaraya', kind: 'commission', notes: '' },
  });
  const role = { mitra: 'partner', verifikator: 'operator', operator: 'operator', kepala: 'head' } as const;
  for (const signInName of people) {
    const person = { name: signInName, signInName, password: PASSWORD, role: role[signInName] };
    await client.users.create(signInName === 'mitra' ? { ...person, agencyId } : person);
  }
  const filler = await fillerOf(station, await clip('0x10a030'));
  panel = await openPanel(browser, station, await newDisplay(station, VT, filler));
  for (const signInName of people) at[signInName] = await signIn(signInName);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function signIn(signInName: Person): Promise<Page> {
  const page = await consolePage(browser, station.origin, LOOK);
  await page.goto('/');
  await page.getByLabel('Nama masuk').fill(signInName);
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.locator('h1').first().waitFor(SOON);
  // Before somebody is known, being asked who they are is an answer of 401.
  complaints.push(complaintsOf(page));
  return page;
}

const button = (on: Page | Locator, name: string) => on.getByRole('button', { name, exact: true });
/** The only submission there is, opened on the office's board. */
async function openSubmission(page: Page): Promise<void> {
  await page.goto('/submissions');
  await page.getByRole('link', { name: new RegExp(TITLE) }).click();
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor(SOON);
}

describe('a clip of an agency', { timeout: 120_000 }, () => {
  it('is handed in by the agency', async () => {
    const { mitra } = at;
    await button(mitra, 'Kiriman baru').click();
    await fillMatter(mitra, TITLE);
    await button(mitra, 'Buat konsep').click();
    await upload(mitra, files.first);
    await button(mitra, 'Serahkan').click();
    await mitra.getByText(/Diserahkan\. Nomor tanda terima ILM-/).waitFor(SOON);
  });

  it('is returned by the verifier with a reason and a remark at a second, which the agency reads', async () => {
    const { mitra, verifikator } = at;
    await openSubmission(verifikator);
    await button(verifikator, 'Kembalikan').click();
    const form = verifikator.getByRole('dialog', { name: 'Kembalikan ke pengirim' });
    await form.getByLabel('Alasan dan yang perlu diperbaiki').fill('Perbaiki logo');
    await button(form, 'Tambah catatan').click();
    await form.getByLabel('Detik ke-').fill('1');
    await form.getByLabel('Catatan', { exact: true }).fill('Logo terpotong');
    await button(form, 'Kembalikan').click();
    await form.waitFor({ state: 'hidden' });
    const told = mitra.getByRole('status').filter({ hasText: 'Perlu diperbaiki' });
    await told.getByText('Logo terpotong').waitFor(SOON);
    expect(await told.textContent()).toContain('Perbaiki logo');
  });

  it('is mended by the agency and handed in anew', async () => {
    const { mitra } = at;
    await upload(mitra, files.mended);
    await mitra.getByRole('columnheader', { name: 'Versi 2' }).waitFor(SOON);
    await button(mitra, 'Serahkan').click();
    await button(mitra, 'Serahkan').waitFor({ state: 'hidden' });
  });

  it('is verified by one person, who may not approve it, and approved by another', async () => {
    const { verifikator, kepala } = at;
    const checklist = verifikator.getByRole('radiogroup', { name: /^Jawaban: / });
    await verifikator.getByRole('columnheader', { name: 'Versi 2' }).waitFor(SOON);
    await checklist.first().waitFor(SOON);
    await verifikator.getByText('Berkas sedang diperiksa stasiun.').waitFor({ state: 'hidden', ...SOON });
    // As fast as a hand can: the last answer is still on its way when the next step is pressed.
    for (const answers of await checklist.all()) await answers.getByText('Ya', { exact: true }).click();
    await button(verifikator, 'Verifikasi').click();
    await verifikator.getByText('Terverifikasi').first().waitFor(SOON);
    expect(await button(verifikator, 'Setujui').count()).toBe(0);
    const id = new URL(verifikator.url()).pathname.split('/').at(-1) ?? '';
    const { submission } = await station.client.submissions.get({ id });
    const data = { rev: submission.rev, hash: submission.versions.at(-1)?.hash, ppid: 'anytime' };
    const headers = { origin: station.origin };
    const forbidden = await verifikator.request.post(`/api/submissions/${id}/approve`, { data, headers });
    expect([forbidden.ok(), await forbidden.text()]).toEqual([false, expect.stringContaining('notAllowed')]);

    await openSubmission(kepala);
    await button(kepala, 'Setujui').click();
    const form = kepala.getByRole('dialog', { name: 'Setujui untuk tayang' });
    await form.getByText('Kategori ini memerlukan dua orang').waitFor();
    await button(form, 'Setujui').click();
    await form.waitFor({ state: 'hidden' });
    await at.mitra.getByText('Disetujui').first().waitFor(SOON);
    const { items } = await station.client.library.list({ search: 'ayo-ke-tps' });
    const approvals = items.map(({ name, approval, approvedHash, hash }) => [name, approval, approvedHash === hash]);
    expect(approvals.sort()).toEqual([
      [MENDED, 'approved', true],
      [TITLE, 'rejected', false],
    ]);
    mendedHash = items.find(({ approval }) => approval === 'approved')?.hash ?? '';
  });

  it('is booked by the operator and comes on the panel', async () => {
    const { operator } = at;
    await sees(panel.page, 'green');
    await openSubmission(operator);
    await operator.getByText('Belum dijadwalkan').waitFor(SOON);
    await operator.getByRole('link', { name: 'Jadwalkan' }).click();
    const form = operator.getByRole('dialog', { name: 'Jadwal tayang baru' });
    await form.waitFor(SOON);
    expect(await form.getByLabel('Nama jadwal').inputValue()).toBe(MENDED);
    await form.getByLabel('Di layar atau radio').click();
    await operator.getByRole('option', { name: VT }).click();
    await operator.keyboard.press('Escape');
    await button(form, 'Sehari penuh').click();
    await button(form, 'Buat jadwal').click();
    await form.waitFor({ state: 'hidden' });

    await sees(panel.page, 'blue', SOON.timeout);
    expect(await kept(panel.page)).toContain(mendedHash);
    await openSubmission(operator);
    await operator.getByText(VT, { exact: false }).first().waitFor(SOON);
    expect(await operator.getByText('Belum dijadwalkan').count()).toBe(0);
  });

  it('is proven to the agency as shown', async () => {
    const { mitra } = at;
    await mitra.getByText(/^\d+ tayangan/).waitFor(SOON);
    await mitra.getByRole('cell', { name: VT }).first().waitFor();
    await mitra.getByText('Tayang', { exact: true }).first().waitFor(SOON);
  });

  it('is recalled by the head, leaves the panel and is deleted there, with a receipt', async () => {
    const { kepala } = at;
    await kepala.goto('/recalls');
    await button(kepala, 'Tarik materi').first().click();
    const sheet = kepala.getByRole('dialog', { name: 'Tarik materi' });
    await sheet.getByPlaceholder('Cari di pustaka').fill('perbaikan');
    await kepala.getByRole('option', { name: MENDED }).click();
    await sheet.getByText('Sedang tampil').waitFor(SOON);
    await sheet.getByText(/sudah tayang \d+ kali/).waitFor();
    await sheet.getByLabel('Alasan penarikan').fill(WHY);
    await button(sheet, 'Tarik dari semua tempat').click();
    await button(sheet, 'Tekan sekali lagi untuk menarik').click();
    await eventually(async () => expect(await seen(panel.page)).not.toBe('blue'));
    await sees(panel.page, 'green');

    await kepala.getByText('1 dari 1 layar sudah menghapus').first().waitFor(SOON);
    const receipt = kepala.getByRole('row').filter({ hasText: 'Terhapus' });
    const [name, , removedAt, lastShownAt, bytes] = await receipt.getByRole('cell').allTextContents();
    expect(name).toBe(VT);
    expect([removedAt, lastShownAt]).toEqual([
      expect.stringMatching(/\d\d[.:]\d\d/),
      expect.stringMatching(/\d\d[.:]\d\d/),
    ]);
    expect(bytes).toMatch(/\d+.* [kM]B/);
    expect(await kept(panel.page)).not.toContain(mendedHash);
    // Off the panel when it was taken back, by the panel's own word.
    const [standing] = await station.client.recalls.list();
    const { recall, displays } = await station.client.recalls.get({ id: standing?.recall.id ?? '' });
    expect(Math.abs((displays[0]?.receipt?.lastShownAt ?? 0) - recall.at)).toBeLessThan(2000);
  });

  it('leaves the list of what had aired and a letter', async () => {
    const { kepala } = at;
    const aired = kepala.getByRole('row').filter({ hasText: VT }).last();
    expect(await aired.getByRole('cell').nth(1).textContent()).toMatch(/^[1-9]\d*$/);
    const downloading = kepala.waitForEvent('download');
    await kepala.getByRole('link', { name: 'Unduh surat' }).click();
    const letter = await readFile(await (await downloading).path());
    expect(letter.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is seen as recalled by the agency, with the reason and the way on', async () => {
    const { mitra } = at;
    await mitra.getByText('Ditarik dari tayangan').first().waitFor(SOON);
    const told = mitra.getByRole('status').filter({ hasText: 'Materi ini ditarik dari semua layar dan siaran' });
    expect(await told.textContent()).toContain(WHY);
    expect(await mitra.getByText('Tayang', { exact: true }).count()).toBe(0);
    await button(mitra, 'Unggah versi baru').waitFor();
    expect(complaints.flat()).toEqual([]);
  });
});
