/** A station on the morning of a show: a programme with its template, a spot in the library, and a producer who is signed in. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { PLAIN_ITEM, TemplateLine } from '../../../electron/contract/records/rundown-item';
import { made } from '../../fixtures/media';
import { PASSWORD } from '../../lib/console';
import { eventually } from '../../lib/eventually';
import { type RunningStation, startStation } from '../../lib/station';
import { uploadBytes } from '../../lib/upload';
import { consolePage } from './console-page';

export const SPOT = 'Cek DPT';
const SPOT_SECONDS = 4;

/** A show of seconds. Their order is the show's. */
const LINES = [
  { title: 'Bumper in', kind: 'bumper', seconds: 5 },
  { title: 'Pembuka', kind: 'script', seconds: 8 },
  { title: 'Wawancara KPU', kind: 'script', seconds: 6, text: 'Tahapan apa saja yang sudah berjalan?' },
  { title: 'Insert Hoaks atau Fakta', kind: 'insert', seconds: 5, optional: true },
  { title: 'Tanda waktu', kind: 'timeSignal', seconds: 3 },
  { title: 'Jeda iklan', kind: 'spotBreak', seconds: 30 },
  { title: 'Penutup', kind: 'script', seconds: 5, text: 'Terima kasih sudah mendengarkan.' },
] as const;

export const TITLES = LINES.map(({ title }) => title);

export async function morningOfShow(): Promise<RunningStation> {
  const station = await startStation();
  const { client } = station;
  await client.users.create({ signInName: 'siti', name: 'Siti Rahmawati', role: 'producer', password: PASSWORD });
  const presenter = await client.presenters.create({ name: 'Penyiar 1', wpm: 120 });
  await client.programmes.create({
    ...{ name: 'Ruang Pemilih', description: '', weekdays: [], startsAt: '09:00:00', lengthMs: 60_000 },
    ...{ presenterIds: [presenter.id], jingles: [] },
    template: LINES.map(({ seconds, ...line }) =>
      TemplateLine.parse({ ...PLAIN_ITEM, text: '', parent: null, ...line, durationMs: seconds * 1000 }),
    ),
  });
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=48000:duration=${SPOT_SECONDS}`, '-ac', '2'];
  const { assetId } = await uploadBytes(station, `${SPOT}.wav`, await readFile(await made('spot.wav', tone)));
  await eventually(async () => {
    const asset = await client.library.get({ id: assetId });
    if (asset.state !== 'ready') throw new Error(JSON.stringify(asset));
  }, 90_000);
  return station;
}

export async function producerPage(browser: Browser, { origin }: RunningStation): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin });
  const data = { signInName: 'siti', password: PASSWORD };
  const answer = await context.request.post('/api/auth/sign-in', { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
  const state = await context.storageState();
  await context.close();
  return consolePage(browser, origin, { theme: 'dark', language: 'id' }, state);
}
