/** For tests of this room: a room on a real store, and pages that speak the protocol without a network. */

import type { Caller } from '../../contract/api/handlers';
import { type FromDisplay, ToDisplay } from '../../contract/display-protocol';
import type { PlayReport } from '../../contract/records/play';
import type { Timeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { openStore, type Store } from '../store';
import { operator, quiet, temporaryFolder } from '../store/samples';
import { createDisplays, type Displays } from '.';
import type { DisplayConnection } from './types';

export const caller: Caller = {
  actor: operator,
  role: 'administrator',
  sessionId: null,
  address: '127.0.0.1',
  signal: undefined,
  setSession: () => {},
};

export const fields = {
  name: 'VT-01',
  place: 'Alun-alun',
  zone: 'Asia/Jakarta',
  profile: { width: 800, height: 400, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null },
  fillerPlaylistId: null,
};

export interface Kit {
  store: Store;
  displays: Displays;
  recorded: { displayId: string; plays: readonly PlayReport[] }[];
  timelines: Map<string, Timeline>;
  notReady: Map<string, Reason[]>;
  /** What `proof.record` throws, when set. */
  refuse: { with: Error | null };
  close(): Promise<void>;
}

export async function openKit(): Promise<Kit> {
  const folder = temporaryFolder();
  const clock = { now: () => Date.now() };
  const store = await openStore({ dir: folder.dir, clock, log: quiet });
  const recorded: Kit['recorded'] = [];
  const timelines: Kit['timelines'] = new Map();
  const notReady: Kit['notReady'] = new Map();
  const refuse: Kit['refuse'] = { with: null };
  const displays = createDisplays({
    store,
    clock,
    log: quiet,
    proof: {
      record(displayId, plays) {
        if (refuse.with) throw refuse.with;
        recorded.push({ displayId, plays });
      },
    },
    timelines: {
      current: (id) => timelines.get(id) ?? null,
      revision: (id) => timelines.get(id)?.revision ?? null,
      notReady: (id) => notReady.get(id) ?? [],
    },
  });
  const close = async () => {
    displays.stop();
    await store.close();
    folder.remove();
  };
  return { store, displays, recorded, timelines, notReady, refuse, close };
}

export function timeline(displayId: string, revision: number, entries = 1): Timeline {
  return {
    displayId,
    revision,
    from: 0,
    until: entries * 1000,
    fit: 'contain',
    clips: [{ kind: 'slate', bookingId: null, because: { code: 'why.nothing', params: {} } }],
    entries: Array.from({ length: entries }, (_, n) => [0, n * 1000, 1000] as [number, number, number]),
    skipped: [],
  };
}

/** A page on a plain socket object. */
export class Page {
  readonly heard: ToDisplay[] = [];
  closed: { code: number; why: string } | null = null;
  buffered = 0;
  private readonly connection: DisplayConnection;

  constructor(
    displays: Displays,
    readonly instanceId: string = `page-${newId()}`,
    address = '10.0.0.7',
  ) {
    this.connection = displays.connect({
      address,
      send: (text) => this.heard.push(ToDisplay.parse(JSON.parse(text))),
      close: (code, why) => {
        this.closed ??= { code, why };
      },
      bufferedBytes: () => this.buffered,
    });
  }

  hello(token: string | null, protocol = 1): this {
    const page = { userAgent: 'test', width: 800, height: 400, version: '1' };
    return this.say({ type: 'hello', protocol, token, instanceId: this.instanceId, page });
  }

  say(message: FromDisplay): this {
    return this.raw(JSON.stringify(message));
  }

  raw(text: string): this {
    this.connection.message(text);
    return this;
  }

  hangUp(): void {
    this.connection.closed();
  }

  /** The newest message of a type. */
  last<T extends ToDisplay['type']>(type: T): Extract<ToDisplay, { type: T }> | undefined {
    const found = this.heard.filter((message) => message.type === type).at(-1);
    return found as Extract<ToDisplay, { type: T }> | undefined;
  }

  /** Waits for the first message of a type, by a clock that no test holds. */
  async gets<T extends ToDisplay['type']>(type: T): Promise<Extract<ToDisplay, { type: T }>> {
    const until = process.hrtime.bigint() + 10_000_000_000n;
    while (process.hrtime.bigint() < until) {
      const found = this.last(type);
      if (found) return found;
      await new Promise(setImmediate);
    }
    throw new Error(`no ${type}; heard ${this.heard.map((message) => message.type)}`);
  }
}

/** A display, and a page that is welcomed as it. */
export async function pairedPage({ displays }: Kit, name = 'VT-01') {
  const display = await displays.handlers.displays.create({ ...fields, name }, caller);
  const { path } = await displays.handlers.displays.localPage({ id: display.id }, caller);
  const page = new Page(displays).hello(`once:${new URL(path, 'http://x').searchParams.get('once')}`);
  const { token } = await page.gets('paired');
  page.hello(token);
  await page.gets('welcome');
  return { id: display.id, page, token };
}
