/**
 * A process that commits until it is killed, printing a line for each thing begun and each thing acknowledged.
 * Run as `node store-child.js DIR`; lines are written synchronously, so an acknowledgement that was printed was given.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../electron/core/store';
import {
  operator,
  quiet,
  sampleAsset,
  sampleBooking,
  samplePlay,
  samplePlaylist,
} from '../../electron/core/store/samples';

const say = (line: string) => writeSync(1, `${line}\n`);
const edit = { command: 'test', actor: operator, undoable: true };
const store = await openStore({ dir: process.argv[2] as string, clock: Date, log: quiet });
say('ready');

async function playlists(): Promise<void> {
  const mine = await store.commit(edit, (tx) => tx.put('playlist', samplePlaylist()));
  for (let n = 1; n <= 20; n += 1) {
    say(`begin playlist ${mine.id} ${n}`);
    await store.commit(edit, (tx) => tx.put('playlist', { ...mine, name: String(n) }));
    say(`ack playlist ${mine.id} ${n}`);
  }
  say(`begin playlist ${mine.id} gone`);
  await store.commit(edit, (tx) => tx.remove('playlist', mine.id));
  say(`ack playlist ${mine.id} gone`);
}

async function bookings(): Promise<void> {
  const booking = sampleBooking();
  const asset = sampleAsset({ name: booking.id });
  await store.commit(edit, (tx) => {
    tx.put('booking', booking);
    tx.put('asset', asset);
  });
  say(`ack pair ${booking.id} ${asset.id}`);
}

async function plays(): Promise<void> {
  const batch = Array.from({ length: 20 }, () => samplePlay());
  store.plays.add(batch);
  store.plays.add(batch);
  say(`ack plays ${batch.map(({ id }) => id).join(',')}`);
  await new Promise(setImmediate);
}

async function forever(work: () => Promise<void>): Promise<never> {
  for (;;) await work();
}
await Promise.all([forever(playlists), forever(playlists), forever(bookings), forever(plays)]);
