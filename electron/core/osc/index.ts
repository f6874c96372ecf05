/** Builds the OSC room: listens and tells as the settings say, anew whenever they change. */
import { createSocket, type Socket } from 'node:dgram';
import { fromBuffer, toBuffer } from 'osc-min';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { RemoteAction } from '../../contract/api/shows';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Osc } from '../../contract/records/settings';
import { type Reason, reason } from '../../contract/scalars';
import { type LiveTiming, liveOf, runningOf } from '../../domain/rundown/live';
import { planOf } from '../../domain/rundown/plan';
import { type Clock, type Store, settingsOf, stepsOf } from '../store';
import { actionOf, messagesOf } from './messages';

export interface OscNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'debug'>;
  /** Of a rundown, as last committed. */
  items: (rundownId: string) => readonly RundownItem[];
  remote: (action: RemoteAction) => Promise<unknown>;
  /** Told why it cannot listen; null once it can. */
  trouble: (why: Reason | null) => void;
}

const EVERY_MS = 1000;
/** As much of a packet as is of use; all else is passed over. */
const Message = z.object({
  oscType: z.literal('message'),
  address: z.string(),
  args: z.array(z.object({ value: z.unknown() })),
});

export function createOsc(need: OscNeed): { start(): void; stop(): void } {
  const { store, log } = need;
  const settings = () => settingsOf(store);
  let listener: Socket | null = null;
  let asked = '';
  let told = '';
  const speaker = createSocket('udp4').unref();
  speaker.on('error', (fault) => log.debug({ err: fault }, 'OSC could not be sent'));

  /** From the network only where the network is switched on. */
  function listen(): void {
    const { osc, displaysOnNetwork } = settings();
    const address = displaysOnNetwork ? '0.0.0.0' : '127.0.0.1';
    const now = `${osc.listenPort} ${address}`;
    if (now === asked) return;
    asked = now;
    listener?.close();
    listener = null;
    need.trouble(null);
    if (osc.listenPort === null) return;
    const socket = createSocket('udp4').unref();
    socket.on('message', hear);
    socket.on('error', (fault) => {
      log.warn({ err: fault }, 'OSC cannot be listened to');
      need.trouble(reason('osc.cannotListen', { port: osc.listenPort ?? 0, detail: fault.message }));
    });
    socket.bind(osc.listenPort, address);
    listener = socket;
  }

  function hear(bytes: Buffer): void {
    const action = read(bytes);
    if (action === null) return;
    need.remote(action).catch((fault: unknown) => log.debug({ err: fault }, 'OSC asked for what cannot be done'));
  }

  function tell(always: boolean): void {
    const { targets } = settings().osc;
    if (targets.length === 0) return;
    const messages = messagesOf(liveNow(need));
    const text = JSON.stringify(messages);
    if (!always && text === told) return;
    told = text;
    for (const { address, value } of messages) send(targets, address, value);
  }

  function send(targets: Osc['targets'], address: string, value: string | number): void {
    const type = typeof value === 'number' ? 'integer' : 'string';
    const view = toBuffer({ address, args: [{ type, value } as { type: 'string'; value: string }] });
    const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
    for (const { host, port } of targets) speaker.send(bytes, port, host);
  }

  let timer: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};
  return {
    start() {
      listen();
      unsubscribe = store.committed.subscribe(({ changes }) => {
        if (changes.some(({ record }) => record === 'settings')) listen();
        if (changes.some(({ record }) => record === 'show')) tell(true);
      });
      timer = setInterval(() => tell(false), EVERY_MS).unref();
    },
    stop() {
      unsubscribe();
      if (timer) clearInterval(timer);
      listener?.close();
      speaker.close();
    },
  };
}

function read(bytes: Buffer): RemoteAction | null {
  try {
    const message = Message.safeParse(fromBuffer(bytes));
    return message.success ? actionOf(message.data.address, message.data.args[0]?.value) : null;
  } catch {
    // Anything may come over UDP.
    return null;
  }
}

function liveNow({ store, clock, items }: OscNeed): LiveTiming | null {
  const show = store.all('show').findLast(({ state, rehearsal }) => state === 'onAir' && !rehearsal);
  const rundown = show && store.get('rundown', show.rundownId);
  if (!show || !rundown) return null;
  return liveOf(planOf(rundown, items(rundown.id)), runningOf(show, stepsOf(store, show)), clock.now());
}
