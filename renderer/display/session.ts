/** The page's dealings with its station: pairing, welcome, timelines, reports. Start at `take`. */
import { DISPLAY_PROTOCOL, type FromDisplay, type ToDisplay } from '../../electron/contract/display-protocol';
import type { TimelineHead } from '../../electron/contract/records/timeline';
import { type Reason, reason } from '../../electron/contract/scalars';
import { newId } from '../../electron/contract/ulid';
import type { StationClock } from './clock/station-clock';
import { nameOf } from './face';
import { identify } from './identify';
import type { Memories } from './keep/memory';
import type { Outbox } from './keep/outbox';
import type { DisplayLaw } from './law/law';
import { type Connection, connect } from './link/connection';
import { createPinger } from './link/pinger';
import { createPostman } from './link/postman';
import { createSieve } from './link/sieve';
import { watchForSleep } from './link/sleep';
import { dueAt, type Slot } from './player/slot';
import { reloadSparingly } from './reload';
import type { Show } from './show';
import type { Slate } from './slate/slate';
import type { Takeovers } from './takeover/takeovers';
import { createWords } from './words';

export interface SessionDeps {
  memories: Memories;
  clock: StationClock;
  outbox: Outbox;
  show: Show;
  slate: Slate;
  takeovers: Takeovers;
  law: DisplayLaw;
  /** A code that stands for a token once. */
  once: string | null;
  version: string;
  profile(welcome: Memories['now']['welcome']): void;
  watch(everyMs: number | null): void;
}

export interface Session {
  fault(why: Reason): void;
  /** Something on the panel or on the disk changed. */
  report(): void;
  playKept(): void;
  picture(jpeg: string): void;
  /** False while no station listens. */
  takeover(message: Extract<FromDisplay, { type: 'takeover' }>): boolean;
  connected(): boolean;
}

/** Tells this load of the page from another that runs with a copy of its disk. */
const LOAD = newId();
const REPORT_MS = 5000;
const IN_USE_MS = 10_000;
const MAX_FAULTS_WAITING = 50;

export function startSession(deps: SessionDeps): Session {
  const { memories, clock, show, slate, takeovers } = deps;
  let once = deps.once;
  let connected = false;
  let welcomed = false;
  let coming: TimelineHead | null = null;
  let taking = Promise.resolve();
  const faults: FromDisplay[] = [];
  const faultsTold = createSieve();
  const connection: Connection = connect({
    url: `${location.origin.replace(/^http/, 'ws')}/display/socket`,
    hello,
    message: (message) => {
      // Neither waits for what is being written: the one is measured, the other urgent.
      if (message.type === 'pong') pinger.pong(message);
      else if (message.type === 'takeovers') takeovers.take(message.orders);
      else taking = taking.then(() => take(message)).catch(failedToTake);
    },
    state: changedState,
  });
  const send = (message: FromDisplay) => connection.send(message);
  const pinger = createPinger(clock, send);
  watchForSleep(clock, pinger, connection);
  const postman = createPostman(deps.outbox, send);

  function hello(): FromDisplay {
    const { timeline } = memories.now;
    const page = { userAgent: navigator.userAgent.slice(0, 500), width: innerWidth, height: innerHeight };
    return {
      type: 'hello',
      protocol: DISPLAY_PROTOCOL,
      token: once ? `once:${once}` : memories.now.token,
      instanceId: memories.now.instanceId,
      load: LOAD,
      holds: timeline && { displayId: timeline.displayId, revision: timeline.revision, countedAt: timeline.countedAt },
      page: { ...page, version: deps.version },
    };
  }

  function changedState(now: boolean): void {
    connected = now;
    if (now) pinger.connected();
    else {
      welcomed = false;
      coming = null;
      postman.welcome(null);
      deps.watch(null);
      slate.show({ ...slate.view(), code: null, note: slate.view().note === 'inUse' ? 'inUse' : 'lost' });
    }
  }

  /** One after another, since some wait for the disk. */
  async function take(message: Exclude<ToDisplay, { type: 'pong' | 'takeovers' }>): Promise<void> {
    switch (message.type) {
      case 'pairing':
        return pairing(message);
      case 'paired':
        return paired(message);
      case 'welcome':
        return welcome(message);
      case 'timeline':
        coming = message.timeline;
        return;
      case 'entries':
        return takeEntries(message);
      case 'law':
        deps.law.take(message.book);
        show.lawMoved();
        return takeovers.judgeAgain();
      case 'acknowledged':
        return postman.acknowledged([...message.ids, ...message.refused]);
      case 'refused':
        return refused(message.why);
      case 'watch':
        return deps.watch(message.everyMs);
      case 'identify':
        return identify(memories.now.welcome, message.seconds);
      default:
        return message satisfies never;
    }
  }

  /** One message that cannot be taken must not hold up those after it. */
  function failedToTake(why: unknown): void {
    fault(reason('fault.displayPage', { message: String(why).slice(0, 300) }));
  }

  function pairing({ code, stationName, language, zone }: Extract<ToDisplay, { type: 'pairing' }>): void {
    // A used one-time code, as after a reload: this page may still be paired.
    const spent = once !== null && memories.now.token !== null;
    once = null;
    if (spent) {
      connection.again(0);
      return;
    }
    slate.show({ stationName, zone, code, note: null });
    slate.speak(createWords(language));
  }

  /** The rest of the timeline whose head has come. One whose head could not be read is passed over. */
  async function takeEntries({ clips, entries, skipped }: Extract<ToDisplay, { type: 'entries' }>): Promise<void> {
    if (!coming) return;
    const timeline = { ...coming, clips, entries, skipped };
    coming = null;
    await memories.keepTimeline(timeline);
    show.timeline(timeline, memories.now.token);
    slate.show({ ...slate.view(), note: null });
    holds();
  }

  async function paired({ token }: Extract<ToDisplay, { type: 'paired' }>): Promise<void> {
    once = null;
    await memories.keepToken(token);
    history.replaceState(null, '', location.pathname);
    connection.hello();
  }

  async function welcome(message: Extract<ToDisplay, { type: 'welcome' }>): Promise<void> {
    if (memories.now.welcome && memories.now.welcome.displayId !== message.displayId) await memories.keepTimeline(null);
    await memories.keepWelcome(message);
    const { stationName, zone } = message;
    const { timeline } = memories.now;
    slate.show({ stationName, zone, code: null, note: timeline ? null : 'waiting' });
    slate.speak(createWords(message.language));
    takeovers.speak(createWords(message.language));
    deps.profile(memories.now.welcome);
    show.timeline(timeline, memories.now.token);
    welcomed = true;
    postman.welcome(message.displayId);
    onDisk(postman.look());
    takeovers.welcomed();
    for (const fault of faults.splice(0)) send(fault);
    holds();
    report();
  }

  async function refused(why: Extract<ToDisplay, { type: 'refused' }>['why']): Promise<void> {
    if (why === 'protocol') return reloadSparingly();
    if (why === 'inUse') {
      slate.show({ ...slate.view(), code: null, note: 'inUse' });
      return connection.again(IN_USE_MS);
    }
    if (why === 'revoked') await revoked();
  }

  async function revoked(): Promise<void> {
    if (once) once = null;
    else {
      await memories.forgetDisplay();
      takeovers.forget();
      show.timeline(null, null);
      deps.profile(null);
      postman.welcome(null);
    }
    welcomed = false;
    history.replaceState(null, '', location.pathname);
    connection.again(0);
  }

  function holds(): void {
    if (!welcomed) return;
    const { hashes, bytes } = show.missing();
    const revision = memories.now.timeline?.revision ?? 0;
    send({ type: 'holds', revision, missing: hashes.slice(0, 5000), missingBytes: bytes });
  }

  function report(): void {
    if (welcomed) onDisk(deps.outbox.waiting().then((outbox) => send({ type: 'showing', ...onPanel(), outbox })));
  }

  /** A disk that fails is reported; as an unhandled fault of the page it would have the stage made anew. */
  function onDisk(work: Promise<unknown>): void {
    work.catch((why: unknown) => fault(reason('fault.notKept', { message: String(why).slice(0, 300) })));
  }

  function onPanel() {
    const [now, next] = [show.now(), show.next()];
    const over = takeovers.now();
    return {
      now: over
        ? onTop(over)
        : now && { name: nameOf(now), ...owner(now), startedAt: at(now.start), endsAt: at(now.end) },
      next: next && { name: nameOf(next), assetId: owner(next).assetId, at: at(dueAt(next)) },
      clock: clock.offset(),
    };
  }

  setInterval(() => {
    report();
    onDisk(postman.look());
    keepOffset();
  }, REPORT_MS);

  function keepOffset(): void {
    const offset = clock.offset();
    if (connected && offset) void memories.keepOffset({ ...offset, at: Date.now() });
  }

  function fault(why: Reason): void {
    if (!faultsTold.isNew(JSON.stringify(why))) return;
    const message: FromDisplay = { type: 'fault', at: at(clock.now()), reason: why };
    if (!welcomed || !send(message)) faults.push(message);
    faults.splice(0, faults.length - MAX_FAULTS_WAITING);
  }

  let told = '';
  return {
    fault,
    report() {
      report();
      const { hashes } = show.missing();
      const now = `${memories.now.timeline?.revision}:${hashes.length}:${hashes[0]}`;
      if (now !== told) holds();
      told = now;
    },
    playKept: () => onDisk(postman.look()),
    takeover: (message) => welcomed && send(message),
    picture: (jpeg) => void send({ type: 'picture', at: at(clock.now()), jpeg }),
    connected: () => connected,
  };
}

function at(instant: number): number {
  return Math.max(0, Math.round(instant));
}

function owner({ shows }: Slot): { assetId: string | null; bookingId: string | null } {
  return { assetId: shows.kind === 'slate' ? null : shows.assetId, bookingId: shows.bookingId };
}

/** A takeover as what is on the panel. */
function onTop({ order, since }: NonNullable<ReturnType<Takeovers['now']>>) {
  const assetId = 'assetId' in order.show ? order.show.assetId : null;
  const endsAt = order.until === null ? null : at(order.until);
  return { name: order.name, assetId, bookingId: null, startedAt: at(since), endsAt };
}
