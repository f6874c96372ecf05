/** Over real UDP on this machine. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fromBuffer, toBuffer } from 'osc-min';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import type { Reason } from '../../contract/scalars';
import { createRundowns, type RundownsRoom } from '../rundowns';
import { producer, write } from '../rundowns/fresh-rundowns';
import { createShows, type ShowsRoom } from '../shows';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, quiet } from '../store/samples';
import { createOsc } from '.';
import { actionOf } from './messages';

const clock = { now: () => Date.now() };
let store: Store;
let rundowns: RundownsRoom;
let shows: ShowsRoom;
let osc: ReturnType<typeof createOsc>;
let ear: Socket;
const heard: [string, unknown][] = [];
const troubles: (Reason | null)[] = [];

freshStore((fresh) => {
  store = fresh;
}, clock);
beforeEach(async () => {
  heard.length = 0;
  troubles.length = 0;
  ear = createSocket('udp4');
  ear.bind(0, '127.0.0.1');
  await once(ear, 'listening');
  ear.on('message', (bytes) => {
    const { address, args } = fromBuffer(bytes) as { address: string; args: { value: unknown }[] };
    heard.push([address, args[0]?.value]);
  });
  rundowns = createRundowns({ store, clock, log: quiet });
  const items = (id: string) => rundowns.book.items(id);
  shows = createShows({ store, clock, log: quiet, items, onClockSet: () => {} });
  const remote = async (action: Parameters<typeof shows.handlers.remote>[0]['action']) =>
    shows.handlers.remote({ action }, producer);
  osc = createOsc({ store, clock, log: quiet, items, remote, trouble: (why) => troubles.push(why) });
});
afterEach(() => {
  osc.stop();
  shows.stop();
  rundowns.stop();
  ear.close();
});

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
const set = (listenPort: number | null, port = (ear.address() as AddressInfo).port) =>
  store.commit({ command: 'station.updateSettings', actor: operator }, (tx) =>
    tx.put('settings', { ...DEFAULT_SETTINGS, osc: { listenPort, targets: [{ host: '127.0.0.1', port }] } }),
  );
function say(port: number, address: string, ...values: number[]): void {
  const args = values.map((value) => ({ type: 'integer' as const, value }));
  const view = toBuffer({ address, args });
  ear.send(Buffer.from(view.buffer, view.byteOffset, view.byteLength), port, '127.0.0.1');
}

describe('OSC', () => {
  it('takes and holds, once for a button that bounces, and tells what is on air', async () => {
    const port = await freePort();
    osc.start();
    await set(port);
    const { id } = await rundowns.handlers.rundowns.create(
      { programmeId: null, date: '2024-11-14', fields: {} },
      producer,
    );
    await write(
      rundowns,
      id,
      { title: 'Pembuka', durationMs: 60_000 },
      { title: 'Segmen 1', durationMs: 60_000 },
      { title: 'Penutup' },
    );
    await shows.handlers.start({ rundownId: id, rehearsal: false, source: 'hand' }, producer);
    const title = () => store.get('rundownItem', store.all('show')[0]?.current?.itemId ?? '')?.title;
    await expect.poll(() => heard.find(([address]) => address === '/suar/onair')).toEqual(['/suar/onair', 'Pembuka']);
    expect(heard).toContainEqual(['/suar/next', 'Segmen 1']);
    for (let press = 0; press < 5; press++) say(port, '/suar/take', 1);
    await expect.poll(title).toBe('Segmen 1');
    say(port, '/suar/take', 0);
    ear.send(Buffer.from('not OSC at all'), port, '127.0.0.1');
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(title()).toBe('Segmen 1');
    say(port, '/suar/hold', 1);
    await expect.poll(() => store.all('show')[0]?.current?.heldAt).not.toBeNull();
    await expect
      .poll(() => heard.some(([address, value]) => address === '/suar/onair' && value === 'Segmen 1'))
      .toBe(true);
  });

  it('says so where the port is taken, and is well again on another', async () => {
    osc.start();
    await set((ear.address() as AddressInfo).port);
    await expect.poll(() => troubles.at(-1)?.code).toBe('osc.cannotListen');
    await set(await freePort());
    expect(troubles.at(-1)).toBeNull();
  });
});

it('knows its addresses, and a button that is let go does nothing', () => {
  expect([actionOf('/suar/take', 1), actionOf('/suar/take', undefined), actionOf('/suar/take', 0)]).toEqual([
    'take',
    'take',
    null,
  ]);
  expect([actionOf('/suar/hold', 0), actionOf('/suar/hold', undefined), actionOf('/suar/hold', true)]).toEqual([
    ...['resume', 'toggleHold', 'hold'],
  ]);
  expect([actionOf('/suar/roll', 0), actionOf('/other', 1)]).toEqual(['hand', null]);
});
