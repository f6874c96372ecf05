/**
 * compile: a display's day of 200 bookings of all kinds, against the fill of an equal array; a week of a network of 1,000
 * displays with 10 bookings each, as the station looks at them (compiled and fingerprinted in turns, one after another) but
 * with its records in memory, so that no disk is measured; and one edit at a running station, from the command to the last of
 * its displays.
 */
import { createLooker } from '../../electron/core/schedule/look';
import { readNetwork } from '../../electron/core/schedule/network';
import { HOUR_MS, timeOf } from '../../electron/domain/calendar';
import { type CompileInput, compile } from '../../electron/domain/compile';
import type { RunningStation } from '../../tests/lib/station';
import { atStation } from './lib/at-station';
import { arrived, type Client, connectAll, PING_MS, ping } from './lib/clients';
import { peakRssMb } from './lib/memory';
import { busyDay, memoryStore, network, weekBookings } from './lib/network';
import { median, note, report } from './lib/report';

const DISPLAYS = Number(process.env.SUAR_BENCH_DISPLAYS ?? 1000);
const EDITED = 10;
const BOOKINGS = 10;
const ROUNDS = Number(process.env.SUAR_BENCH_ROUNDS ?? 30);
const bench = 'compile';

await measureNetwork();
measureDay(busyDay());
await atStation({ assets: 20, plays: 0 }, editAt);

function measureDay(input: CompileInput): void {
  const times: number[] = [];
  const fills: number[] = [];
  let entries = 0;
  for (let round = -10; round < ROUNDS; round++) {
    const started = performance.now();
    entries = compile(input).entries.length;
    if (round >= 0) times.push(performance.now() - started);
    const filled = performance.now();
    fill(entries);
    if (round >= 0) fills.push(performance.now() - filled);
  }
  note(`a day of ${input.bookings.length} bookings is ${entries} entries`);
  report({ bench, metric: 'display_day_ms', value: median(times), unit: 'ms', reference: median(fills) });
}

/** As many entries of the same shape. */
function fill(count: number): [number, number, number][] {
  const all: [number, number, number][] = [];
  for (let index = 0; index < count; index++) all.push([index % 10, index * 30_000, 30_000]);
  return all;
}

async function measureNetwork(): Promise<void> {
  const records = network(DISPLAYS, BOOKINGS);
  const store = memoryStore(records);
  const looker = createLooker(store, () => links);
  const links = readNetwork(store);
  const started = performance.now();
  let entries = 0;
  for (const { id } of records.display) {
    const looked = await looker.lookAt(id, records.now);
    if (!looked) throw new Error('a display is gone');
    entries += looked.look.timeline.entries.length;
  }
  const seconds = (performance.now() - started) / 1000;
  note(`${DISPLAYS} displays: ${entries} entries, ${((seconds / DISPLAYS) * 1000).toFixed(1)} ms a display`);
  report({ bench, metric: 'network_s', value: seconds, unit: 's', reference: null });
  report({ bench, metric: 'rss_mb', value: peakRssMb(process.pid), unit: 'MB', reference: null });
}

/**
 * Three minutes later each time, an hour and a half in all: of a single minute frequencies and shares may need the whole, and an
 * edit that changes nothing is rightly told to nobody.
 */
function endOf(round: number): string {
  return timeOf(20 * HOUR_MS + ((round + 5) % 30) * 180_000);
}

/** Ten displays, ten bookings; each round moves the daypart of one booking that is on all of them. */
async function editAt(station: RunningStation): Promise<void> {
  const { client } = station;
  const { zone, defaultProfile: profile } = await client.station.settings();
  const ids: string[] = [];
  for (let number = 0; number < EDITED; number++) {
    const made = { name: `Bench ${number}`, place: '', zone, profile, fillerPlaylistId: null };
    ids.push((await client.displays.create(made)).id);
  }
  const { items } = await client.library.list({ limit: 20 } as Parameters<typeof client.library.list>[0]);
  const drafts = weekBookings(
    items.map(({ id }) => id),
    ids,
    BOOKINGS,
  );
  const bookings = [];
  for (const draft of drafts) bookings.push(await client.bookings.create(draft));
  const clients: Client[] = [];
  const pinging = setInterval(() => clients.forEach(ping), PING_MS);
  await connectAll(station, ids, clients);
  await arrived(clients, 60_000);
  // Compiles of the first bookings may still be on their way.
  await new Promise((wait) => setTimeout(wait, 3000));
  const times: number[] = [];
  let booking = bookings[0];
  for (let round = -5; round < ROUNDS && booking; round++) {
    for (const one of clients) one.at = 0;
    const started = performance.now();
    const dayparts = [{ start: '00:00:00', end: endOf(round) }];
    booking = await client.bookings.update({ id: booking.id, rev: booking.rev, draft: { ...booking, dayparts } });
    const { last } = await arrived(clients, 30_000, 1);
    if (round >= 0) times.push(last - started);
    await new Promise((wait) => setTimeout(wait, 200));
  }
  clearInterval(pinging);
  for (const { socket } of clients) socket.terminate();
  note(`${EDITED} displays of ${(clients[0]?.bytes ?? 0) / 1000} kB each, ${ROUNDS} edits`);
  report({ bench, metric: 'edit_ms', value: median(times), unit: 'ms', reference: null });
}
