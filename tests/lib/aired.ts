/** A show that was on air and recorded, in a few seconds: its log is the station's, its sound a file of ours. */
import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import type { ItemChange } from '../../electron/contract/api/rundowns';
import { type ItemKind, PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import type { Show, Step } from '../../electron/contract/records/show';
import { newId } from '../../electron/contract/ulid';
import { ordersBetween } from '../../electron/domain/rundown/order';
import { localParts } from '../../electron/domain/time';
import { made } from '../fixtures/media';
import { eventually } from './eventually';
import type { RunningStation } from './station';

const ZONE = 'Asia/Jakarta';
const RECORDED_MS = 40_000;
const ON_AIR_MS = 2000;
const ITEMS: readonly (readonly [ItemKind, string])[] = [
  ['jingle', 'Jingle pembuka'],
  ['script', 'Pembuka & "salam"'],
  ['music', 'Lagu: Tanah Air'],
  ['phoneIn', 'Telepon & WA'],
];

export interface Aired {
  rundownId: string;
  programmeId: string;
  show: Show;
  steps: Step[];
}

export async function airedShow(station: RunningStation): Promise<Aired> {
  const { client } = station;
  const programme = await client.programmes.create({
    ...{ name: 'Ruang Pemilih', description: 'Bincang <pemilu> & pilkada', weekdays: [4], startsAt: '09:00:00' },
    ...{ lengthMs: 3_600_000, presenterIds: [], jingles: [], template: [] },
  });
  const rundownId = await written(station, programme.id);
  let show = await client.shows.start({ rundownId });
  for (const item of ITEMS) {
    await new Promise((resolve) => setTimeout(resolve, ON_AIR_MS));
    const turn = { id: show.id, turn: show.turn };
    show = item === ITEMS.at(-1) ? await client.shows.end(turn) : await client.shows.take(turn);
  }
  await recorded(station, show);
  const [log] = await client.shows.of({ rundownId });
  return { rundownId, programmeId: programme.id, show, steps: log?.steps ?? [] };
}

async function written({ client }: RunningStation, programmeId: string): Promise<string> {
  const guest = await client.guests.create({
    ...{ name: 'Ibu Sari', position: 'Anggota', agency: 'KPU Tirtaraya', phone: '0812-000', email: 'sari@kpu.go.id' },
    ...{ consent: { given: true, on: null }, notes: '', keepUntil: null },
  });
  const start = localParts(Date.now(), ZONE);
  const fields = { name: 'Cek DPT', startsAt: start.time, zone: ZONE, lengthMs: 0 };
  const { id } = await client.rundowns.create({ programmeId, date: start.date, fields });
  const { rundown } = await client.rundowns.get({ id });
  const guests = [{ key: newId(), guestId: guest.id, arrival: null, arrived: true }];
  await client.rundowns.update({ id, rev: rundown.rev, fields: { guests } });
  const orders = ordersBetween(null, null, ITEMS.length);
  const changes = ITEMS.map(
    ([kind, title], at): ItemChange => ({
      ...{ type: 'add', key: newId(Date.now() + at), parentId: null, order: orders[at] ?? 'a0', script: null },
      fields: { ...PLAIN_ITEM, kind, title, durationMs: ON_AIR_MS },
    }),
  );
  await client.rundowns.edit({ id, changes });
  return id;
}

/** As a page with the watch on sends it: a tone that ends with the show. */
async function recorded({ client, origin, token }: RunningStation, { id: showId, endedAt }: Show): Promise<void> {
  const until = endedAt ?? 0;
  const sound = await made('siaran-utuh.webm', [
    ...['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=48000:duration=${RECORDED_MS / 1000}`, '-c:a', 'libopus'],
    ...['-b:a', '96k', '-live', '1', '-cluster_time_limit', '5000', '-f', 'webm'],
  ]);
  const id = ulid(until - RECORDED_MS);
  await client.recordings.begin({ id, showId, input: 'Mixer' });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  const body = await readFile(sound);
  const sent = await fetch(`${origin}/api/recordings/${id}/chunks?n=0&until=${until}`, {
    method: 'POST',
    body,
    headers,
  });
  if (!sent.ok) throw new Error(`chunk: ${sent.status} ${await sent.text()}`);
  await client.recordings.close({ id, endedAt: until });
  const days = [until - RECORDED_MS, until].map((at) => localParts(at, ZONE).date);
  await eventually(async () => {
    const all = await Promise.all([...new Set(days)].map((day) => client.recordings.list({ day })));
    const state = all.flat().find((recording) => recording.id === id)?.state;
    if (state !== 'kept') throw new Error(`the recording is ${state}`);
  }, 30_000);
}
