/** A signature is for what was seen: an approval whose form was opened before another version came is refused, in a real Chromium. */
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';
import { makeVideo } from './lib/clips';
import { consolePage } from './lib/console-page';
import { personOf, verified } from './lib/desk-people';

let station: RunningStation;
let browser: Browser;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  await signedIn(browser, station);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

it('is refused where another version came while the form was open, and goes through on a form of that version', async () => {
  const { client } = station;
  const [desk, head] = [
    await personOf(station, browser, { signInName: 'verifikator', role: 'operator' }),
    await personOf(station, browser, { signInName: 'kepala', role: 'head' }),
  ];
  const files = [];
  for (const number of [1, 2]) {
    const { path } = await makeVideo(station.dataDir, { number, seconds: 2 });
    files.push(await uploadReady(station, `ayo-${number}.mp4`, path));
  }
  const { id: agencyId } = await client.agencies.create({ name: 'KPU Kabupaten Tirtaraya', notes: '' });
  const fields = {
    ...{ title: 'Ayo ke TPS', letterNumber: '012', responsible: 'Ketua KPU', category: 'Pemilu' },
    rights: { text: '', confirmed: true },
  };
  const { id, rev } = await client.submissions.create({ agencyId, fields, assetId: files[0] ?? null });
  await client.submissions.submit({ id, rev });
  await verified(station, desk.request, id);

  const page = await consolePage(
    browser,
    station.origin,
    { theme: 'light', language: 'id' },
    await head.storageState(),
  );
  await page.goto(`/submissions/${id}`);
  await page.getByRole('button', { name: 'Setujui' }).click();
  const form = page.getByRole('dialog', { name: 'Setujui untuk tayang' });
  await form.waitFor();
  const now = (await client.submissions.get({ id })).submission;
  await client.submissions.addVersion({ id, rev: now.rev, assetId: files[1] ?? '', note: '' });
  await verified(station, desk.request, id);
  // The page behind the form has come to know the other version by now.
  const other = (await client.submissions.get({ id })).submission.versions.at(-1)?.hash;
  await page.locator(`[src="/media/${other}"]`).waitFor({ state: 'attached', timeout: 15_000 });
  await form.getByRole('button', { name: 'Setujui' }).click();
  await form.getByText('sudah diubah orang lain', { exact: false }).waitFor();
  expect((await client.submissions.get({ id })).submission.state).toBe('verified');

  await form.getByRole('button', { name: 'Batal' }).click();
  await page.getByRole('button', { name: 'Setujui' }).click();
  await form.getByRole('button', { name: 'Setujui' }).click();
  await eventually(async () => expect((await client.submissions.get({ id })).submission.state).toBe('approved'));
}, 180_000);
