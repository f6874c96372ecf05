/**
 * The whole way of an agency's material in a real Chromium: its own account hands it in, the office returns it, the agency mends it, two
 * people sign, a booking airs it and the agency sees that it was shown. And somebody without an account hands in by a link.
 */
import { type APIRequestContext, type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bookAllDay, day } from '../lib/booking';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD, signedIn } from '../lib/console';
import { ReportingDisplay } from '../lib/reporting-display';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { makeVideo } from './lib/clips';
import { complaintsOf, consolePage } from './lib/console-page';

const LOOK = { theme: 'light', language: 'id' } as const;
let station: RunningStation;
let browser: Browser;
let partner: Page;
let complaints: string[];
let agencyId: string;
let clips: string[];
let display: ReportingDisplay;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  await signedIn(browser, station);
  const { client } = station;
  ({ id: agencyId } = await client.agencies.create({ name: 'KPU Kabupaten Tirtaraya', kind: 'commission', notes: '' }));
  const person = { name: 'Staf KPU', password: PASSWORD };
  await client.users.create({ ...person, signInName: 'mitra', role: 'partner', agencyId });
  await client.users.create({ ...person, name: 'Verifikator', signInName: 'verifikator', role: 'operator' });
  await client.users.create({ ...person, name: 'Kepala Dinas', signInName: 'kepala', role: 'head' });
  display = await ReportingDisplay.pair(station);
  clips = [];
  for (const number of [1, 2, 3]) clips.push((await makeVideo(station.dataDir, { number, seconds: 3 })).path);
  const context = await browser.newContext({ baseURL: station.origin });
  await signIn(context.request, 'mitra');
  partner = await consolePage(browser, station.origin, LOOK, await context.storageState());
}, 90_000);
afterAll(async () => {
  display?.disconnect();
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

async function signIn(request: APIRequestContext, signInName: string): Promise<void> {
  const headers = { origin: station.origin };
  const answer = await request.post('/api/auth/sign-in', { data: { signInName, password: PASSWORD }, headers });
  expect(answer.ok()).toBe(true);
}

/** Somebody of the office: signatures are people's. */
async function officer(signInName: string) {
  const { request } = await browser.newContext({ baseURL: station.origin });
  await signIn(request, signInName);
  return async (id: string, step: string, data: object) => {
    const { submission } = await station.client.submissions.get({ id });
    const at = { rev: submission.rev, hash: submission.versions.at(-1)?.hash, ...data };
    const headers = { origin: station.origin };
    const answer = await request.fetch(`/api/submissions/${id}/${step}`, {
      ...{ method: step === 'answers' ? 'PUT' : 'POST', data: at, headers },
    });
    return { ok: answer.ok(), text: await answer.text() };
  };
}

async function fill(page: Page, title: string): Promise<void> {
  await page.getByLabel('Judul materi').fill(title);
  await page.getByLabel('Nomor surat').fill('012/KPU-TR/2026');
  await page.getByLabel('Penanggung jawab').fill('Ketua KPU');
  await page
    .getByRole('combobox', { name: 'Kategori' })
    .or(page.getByRole('textbox', { name: 'Kategori' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Pemilu', exact: true }).click();
  await page.getByLabel('Hak atas musik dan gambar ada pada kami').check();
}

async function upload(page: Page, path: string): Promise<void> {
  await page.locator('input[type="file"]').first().setInputFiles(path);
  await page.getByText('Berkas diterima').first().waitFor();
}

it('goes from the agency to the panel and back as proof', async () => {
  const { client } = station;
  complaints = complaintsOf(partner);
  const refusedOf: string[] = [];
  partner.on('response', (answer) => {
    if (answer.status() === 403) refusedOf.push(answer.url());
  });
  // Whatever address is asked for, somebody of an agency comes to their own page, and nothing of the office's is asked on the way.
  for (const path of ['/library', '/partners', '/submissions']) {
    await partner.goto(path);
    await partner.getByRole('heading', { name: 'Kiriman KPU Kabupaten Tirtaraya' }).waitFor();
  }
  expect(refusedOf).toEqual([]);
  await partner.getByRole('button', { name: 'Kiriman baru' }).click();
  await fill(partner, 'Ayo ke TPS');
  await partner.getByRole('button', { name: 'Buat konsep' }).click();
  await upload(partner, clips[0] ?? '');
  await partner.getByRole('button', { name: 'Serahkan' }).click();
  await partner.getByText(/Diserahkan\. Nomor tanda terima ILM-/).waitFor();

  const [row] = (await client.submissions.list({})).items;
  const id = row?.id ?? '';
  const [verifier, head] = [await officer('verifikator'), await officer('kepala')];
  const marks = [{ atMs: 1000, text: 'Logo terpotong' }];
  expect(await verifier(id, 'return', { reason: 'Perbaiki logo', marks })).toMatchObject({ ok: true });
  await partner.getByText('Perlu diperbaiki').waitFor({ timeout: 15_000 });
  await partner.getByText('Logo terpotong').first().waitFor();

  await upload(partner, clips[1] ?? '');
  await partner.getByRole('button', { name: 'Serahkan' }).click();
  const view = () => client.submissions.get({ id });
  await vi.waitFor(async () => expect((await view()).standing).toBe('submitted'), 10_000);
  await vi.waitFor(async () => expect((await view()).versions.at(-1)?.state).toBe('ready'), 60_000);
  for (const { item, answer } of (await view()).checklist)
    if (answer === null) await verifier(id, 'answers', { itemId: item.id, answer: 'yes' });
  expect(await verifier(id, 'verify', {})).toMatchObject({ ok: true });
  const forbidden = await verifier(id, 'approve', { ppid: 'anytime' });
  expect([forbidden.ok, forbidden.text]).toEqual([false, expect.stringContaining('notAllowed')]);
  expect(await head(id, 'approve', { ppid: 'anytime' })).toMatchObject({ ok: true });

  const { submission } = await view();
  const assetId = submission.versions.at(-1)?.assetId ?? '';
  const asset = await client.library.get({ id: assetId });
  expect(asset).toMatchObject({ approval: 'approved', approvedHash: asset.hash, agencyId });
  const firstAsset = await client.library.get({ id: submission.versions[0]?.assetId ?? '' });
  expect(firstAsset.approval).toBe('rejected');
  await bookAllDay(station, display.displayId, [asset]);
  const from = Date.parse(`${day(0)}T05:00:00Z`);
  await vi.waitFor(async () => {
    const plan = await client.schedule.timeline({ displayId: display.displayId, from, until: from + 60_000 });
    expect(JSON.stringify(plan)).toContain(assetId);
  }, 30_000);
  expect((await view()).standing).toBe('airing');
  // The station lets go of a page that was silent for so long.
  await display.connect(station);
  expect(await display.reportUnfit({ assetId })).toBe(false);
  await partner.getByText(/^1 tayangan/).waitFor({ timeout: 20_000 });
  expect(complaints).toEqual([]);
}, 180_000);

it('keeps other people’s things and all procedures of the office from an agency’s account', async () => {
  const asked = (path: string) => partner.evaluate(async (to) => (await fetch(to)).status, path);
  const { items } = await station.client.library.list({});
  const mine = items.find((asset) => asset.agencyId === agencyId);
  expect(await asked(`/media/${mine?.hash}`)).toBe(200);
  const { id } = await station.client.agencies.create({ name: 'Dinkes Kabupaten Tirtaraya', notes: '' });
  const foreign = await station.client.submissions.create({ agencyId: id, fields: { title: 'Cegah DBD' } });
  for (const path of ['/api/submissions', '/api/assets', '/api/agencies', '/api/plays', '/api/plays.csv', '/api/users'])
    expect([path, await asked(path)]).toEqual([path, 403]);
  expect(await asked(`/api/portal/submissions/${foreign.id}`)).toBe(404);
  expect(await asked(`/media/${'a'.repeat(64)}`)).toBe(404);
});

it('takes material by a link once, from somebody without an account', async () => {
  const { code } = await station.client.submissions.makeLink({ agencyId, title: 'Debat publik', days: 3 });
  const visitor = await consolePage(browser, station.origin, LOOK);
  const heard = complaintsOf(visitor);
  await visitor.goto(`/hand-in/${code}`);
  await fill(visitor, 'Debat publik');
  await visitor.getByRole('button', { name: 'Simpan dan lanjutkan' }).click();
  await upload(visitor, clips[2] ?? '');
  await visitor.getByRole('button', { name: 'Serahkan' }).click();
  const receipt = await visitor.locator('[data-receipt]').textContent();
  expect((await station.client.submissions.list({ search: receipt ?? '' })).items).toMatchObject([
    { title: 'Debat publik', via: 'link', standing: 'submitted' },
  ]);
  expect(heard).toEqual([]);
  await visitor.reload();
  await visitor.getByText('Tautan ini sudah dipakai', { exact: false }).waitFor();
}, 60_000);
