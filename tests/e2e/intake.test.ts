/** What outsiders reach in a real Chromium: an agency's account its own page and things alone, a link its one submission. */
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumOptions } from '../lib/chromium';
import { PASSWORD } from '../lib/console';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { makeVideo } from './lib/clips';
import { complaintsOf, consolePage } from './lib/console-page';
import { fillMatter, upload } from './lib/hand-in';

const LOOK = { theme: 'light', language: 'id' } as const;
let station: RunningStation;
let browser: Browser;
let partner: Page;
let agencyId: string;
let clip: string;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const { client } = station;
  ({ id: agencyId } = await client.agencies.create({ name: 'KPU Kabupaten Tirtaraya', kind: 'commission', notes: '' }));
  const person = { name: 'Staf KPU', password: PASSWORD };
  await client.users.create({ ...person, signInName: 'mitra', role: 'partner', agencyId });
  clip = (await makeVideo(station.dataDir, { number: 3, seconds: 3 })).path;
  const context = await browser.newContext({ baseURL: station.origin });
  const headers = { origin: station.origin };
  const answer = await context.request.post('/api/auth/sign-in', {
    data: { signInName: 'mitra', password: PASSWORD },
    headers,
  });
  expect(answer.ok()).toBe(true);
  partner = await consolePage(browser, station.origin, LOOK, await context.storageState());
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

it('leads somebody of an agency to their own page, whatever address is asked for', async () => {
  const complaints = complaintsOf(partner);
  const refusedOf: string[] = [];
  partner.on('response', (answer) => {
    if (answer.status() === 403) refusedOf.push(answer.url());
  });
  for (const path of ['/library', '/partners', '/submissions']) {
    await partner.goto(path);
    await partner.getByRole('heading', { name: 'Kiriman KPU Kabupaten Tirtaraya' }).waitFor();
  }
  // Nothing of the office's is asked on the way.
  expect(refusedOf).toEqual([]);
  expect(complaints).toEqual([]);
});

it('takes material by a link once, from somebody without an account', async () => {
  const { code } = await station.client.submissions.makeLink({ agencyId, title: 'Debat publik', days: 3 });
  const visitor = await consolePage(browser, station.origin, LOOK);
  const heard = complaintsOf(visitor);
  await visitor.goto(`/hand-in/${code}`);
  await fillMatter(visitor, 'Debat publik');
  await visitor.getByRole('button', { name: 'Simpan dan lanjutkan' }).click();
  await upload(visitor, clip);
  await visitor.getByRole('button', { name: 'Serahkan' }).click();
  const receipt = await visitor.locator('[data-receipt]').textContent();
  expect((await station.client.submissions.list({ search: receipt ?? '' })).items).toMatchObject([
    { title: 'Debat publik', via: 'link', standing: 'submitted' },
  ]);
  expect(heard).toEqual([]);
  await visitor.reload();
  await visitor.getByText('Tautan ini sudah dipakai', { exact: false }).waitFor();
}, 60_000);

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
