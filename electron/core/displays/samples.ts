/** For tests: the room on a real store, and pages that speak its protocol over plain objects instead of sockets. */
import { afterEach, beforeEach, vi } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import { DISPLAY_PROTOCOL, ToDisplay } from '../../contract/display-protocol';
import type { PlayReport } from '../../contract/records/play';
import type { Timeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { openStore } from '../store';
import { caller as anyone, quiet, temporaryFolder } from '../store/samples';
import { createDisplays, type DisplaysNeed } from '.';
import type { Hello } from './connection';

export type Room = Awaited<ReturnType<typeof openRoom>>;
type Of<T extends ToDisplay['type']> = Extract<ToDisplay, { type: T }>;

export const caller: Caller = { ...anyone, sessionId: 'session', address: '10.0.0.9' };

/** The room, its store, and what tests turn: timelines by display, readiness, and what the play log does. */
export async function openRoom(attempts: DisplaysNeed['attempts'] = { begin: () => () => {} }) {
  const { dir, remove } = temporaryFolder();
  const clock = { now: () => Date.now() };
  const store = await openStore({ dir, clock, log: quiet });
  const current = new Map<string, Timeline>();
  const notReady: Reason[] = [];
  const record = vi.fn<(displayId: string, plays: readonly PlayReport[]) => void>();
  const newest = (id: string) => current.get(id) ?? null;
  const timelines = { current: async (id: string) => current.get(id) ?? null, newest, notReady: () => notReady };
  const warned: object[] = [];
  const log = { info: () => {}, error: () => {}, warn: (what: object) => void warned.push(what) };
  const heard = vi.fn();
  const recalled = vi.fn();
  const takeovers = { greet: () => Buffer.from('{"type":"takeovers","orders":[]}'), heard };
  const recalls = { greet: () => Buffer.from('{"type":"recalls","recalls":[]}'), heard: recalled };
  const displays = createDisplays({ store, clock, log, proof: { record }, timelines, takeovers, recalls, attempts });
  const close = async () => {
    displays.stop();
    await store.close();
    remove();
  };
  const commands = displays.handlers.displays;
  return {
    store,
    displays,
    commands,
    groups: displays.handlers.groups,
    current,
    notReady,
    record,
    heard,
    recalled,
    warned,
    close,
  };
}

/** A room with one display before each test of the file, on clocks that the test turns; closed after it. */
export function eachWithRoom(take: (room: Room, displayId: string) => void, attempts?: () => DisplaysNeed['attempts']) {
  let room: Room;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
    room = await openRoom(attempts?.());
    take(room, (await newDisplay(room)).id);
  });
  afterEach(async () => {
    await room.close();
    vi.useRealTimers();
  });
}

const fields = {
  name: 'VT-01 Alun-alun',
  place: 'Alun-alun',
  zone: 'Asia/Jakarta',
  profile: { width: 800, height: 400, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: null },
  fillerPlaylistId: null,
};

export const newDisplay = ({ commands }: Room, part: Partial<typeof fields> = {}) =>
  Promise.resolve(commands.create({ ...fields, ...part }, caller));

/** A page that has connected; it says what the test has it say. */
export class Page {
  readonly heard: ToDisplay[] = [];
  closedWith: { code: number; why: string } | null = null;
  buffered = 0;
  private readonly connection;

  constructor(
    { displays }: Pick<Room, 'displays'>,
    readonly instanceId: string = `page-${newId()}`,
    address = '10.0.0.7',
    readonly load = newId(),
  ) {
    this.connection = displays.connect({
      address,
      send: (text) => this.heard.push(ToDisplay.parse(JSON.parse(String(text)))),
      close: (code, why) => {
        this.closedWith ??= { code, why };
      },
      bufferedBytes: () => this.buffered,
    });
  }

  say(message: object | string): void {
    this.connection.message(typeof message === 'string' ? message : JSON.stringify(message));
  }

  hello(token: string | null, part: Partial<Hello> = {}): this {
    const { instanceId, load } = this;
    const page = { userAgent: 'Chromium', width: 800, height: 400, version: '1' };
    this.say({ type: 'hello', protocol: DISPLAY_PROTOCOL, token, instanceId, load, page, ...part });
    return this;
  }

  /** The server could not take a message. */
  untaken(why: 'tooLarge' | 'notText'): void {
    this.connection.untaken(why);
  }

  /** The network takes it away. */
  vanish(): void {
    this.connection.closed();
  }

  all<T extends ToDisplay['type']>(type: T): Of<T>[] {
    return this.heard.filter((message): message is Of<T> => message.type === type);
  }

  /** The newest of a kind. @throws when there is none */
  last<T extends ToDisplay['type']>(type: T): Of<T> {
    const found = this.all(type).at(-1);
    if (!found) throw new Error(`no ${type} among: ${this.heard.map((message) => message.type).join(' ')}`);
    return found;
  }
}

/** A page that an operator paired by its code, welcomed; answers its token too. */
export async function pairedPage(room: Room, displayId: string): Promise<{ page: Page; token: string }> {
  const page = new Page(room).hello(null);
  await room.commands.pair({ id: displayId, code: page.last('pairing').code }, caller);
  const { token } = page.last('paired');
  page.hello(token);
  return { page, token };
}

export async function statusOf({ commands }: Room, displayId: string) {
  const found = (await commands.list(undefined, caller)).find(({ display }) => display.id === displayId);
  if (!found) throw new Error('no such display');
  return found.status;
}

export function samplePlay(): PlayReport {
  return {
    id: newId(),
    ...{ bookingId: null, assetId: null, hash: null, revision: 1, plannedStart: 1000, plannedMs: 1000 },
    ...{ startedAt: 1000, endedAt: 2000, frames: 25, outcome: 'shown', because: null, clockOffsetMs: 0 },
  };
}

export function sampleTimeline(displayId: string, revision: number): Timeline {
  return {
    displayId,
    revision,
    countedAt: 1,
    from: 0,
    until: 1000,
    fit: 'contain',
    clips: [],
    entries: [],
    skipped: [],
  };
}
