/** All connections: who is paired, who waits with a code, who has gone quiet, and what they are told. */
import type { Logger } from 'pino';
import { DISPLAY_CLOSE } from '../../contract/display-protocol';
import type { Display } from '../../contract/records/display';
import type { PlayReport } from '../../contract/records/play';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import type { Timeline } from '../../contract/records/timeline';
import { reason } from '../../contract/scalars';
import { isThisMachine } from '../../domain/this-machine';
import { type Clock, createTopic, type Store, type Topic } from '../store';
import type { Board } from './board';
import { Connection, type Hello, type Listener, type Said, type Socket } from './connection';
import type { OnceCodes } from './once';
import { Pairings } from './pairings';
import { Pusher } from './push';
import { hashToken, newToken, type TokenIndex } from './tokens';
import { Watch } from './watch';

/** Silent for so long is not connected, whatever the socket thinks. Displays speak every 5 s. */
const SILENT_MS = 15_000;
const LOOK_EVERY_MS = 2_500;
const ONCE = 'once:';

export interface HubNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  board: Board;
  tokens: TokenIndex;
  once: OnceCodes;
  current(displayId: string): Promise<Timeline | null>;
  /** Durable when it returns. @throws Failure */
  record(displayId: string, plays: readonly PlayReport[]): void;
}

export class Hub implements Listener {
  readonly pairingsChanged: Topic<null> = createTopic();
  private setOut: string | null = null;
  private readonly pairings = new Pairings<Connection>();
  private readonly paired = new Map<string, Connection>();
  private readonly all = new Set<Connection>();
  private readonly watch = new Watch((everyMs) => this.everyone({ type: 'watch', everyMs }));
  private readonly pusher = new Pusher((displayId) => this.paired.get(displayId)?.socket ?? null);
  private readonly timer: NodeJS.Timeout;
  private readonly unsubscribe: () => void;

  constructor(private readonly need: HubNeed) {
    this.timer = setInterval(() => this.lookRound(), LOOK_EVERY_MS);
    this.timer.unref();
    this.unsubscribe = need.store.committed.subscribe(({ changes }) => {
      for (const { record, id } of changes) {
        if (record === 'display') this.follow(id);
        else if (record === 'settings') this.greetAll();
      }
    });
  }

  /** The next page of this machine that comes without a token is this display's, while it has no other. */
  setOutFor(displayId: string): void {
    this.setOut = displayId;
  }

  connect(socket: Socket): Connection {
    const connection = new Connection(socket, this, this.need.clock.now);
    this.all.add(connection);
    return connection;
  }

  waiting() {
    return this.pairings.list();
  }

  push(displayId: string, timeline: Timeline): void {
    if (this.paired.has(displayId)) this.pusher.push(displayId, timeline);
  }

  identify(displayId: string): void {
    this.paired.get(displayId)?.send({ type: 'identify', seconds: 10 });
  }

  /** A console looks at pictures: displays send them for a while. */
  watched(): void {
    this.watch.seen(performance.now());
  }

  /** The page that shows this code, no longer waiting; null when nobody shows it. */
  takeCode(code: string): Connection | null {
    const waiting = this.pairings.take(code, this.need.clock.now());
    if (waiting) this.pairingsChanged.emit(null);
    return waiting?.page ?? null;
  }

  /** Gives a page its token once the display that carries its hash is on disk. */
  givePaired(connection: Connection, displayId: string, token: string): void {
    connection.send({ type: 'paired', displayId, token });
  }

  /** A page whose code was taken, and which could not be paired, needs another. */
  notPaired(connection: Connection): void {
    if (this.all.has(connection)) this.showCode(connection);
  }

  stop(): void {
    clearInterval(this.timer);
    this.unsubscribe();
    this.watch.stop();
    this.pusher.stop();
    for (const connection of this.all) connection.end(DISPLAY_CLOSE.stopping, 'stopping');
  }

  hello(connection: Connection, { token }: Hello): void {
    if (token?.startsWith(ONCE)) return void this.pairOnce(connection, token.slice(ONCE.length));
    if (token === null) return this.receive(connection);
    const display = this.need.tokens.find(token);
    if (!display) return connection.refuse('revoked', DISPLAY_CLOSE.revoked);
    this.admit(connection, display);
  }

  said(connection: Connection, displayId: string, message: Said): void {
    const { board, clock } = this.need;
    switch (message.type) {
      case 'holds': {
        const missing = { files: message.missing.length, bytes: message.missingBytes };
        return board.update(displayId, { holdsRevision: message.revision, missing });
      }
      case 'showing': {
        const { now: playing, next, clock: offset, outbox } = message;
        return board.update(displayId, { playing, next, clock: offset, outbox });
      }
      case 'plays':
        return this.keep(connection, displayId, message.plays);
      case 'fault':
        return board.fault(displayId, message.at, message.reason);
      case 'picture':
        this.watch.keep(displayId, { jpeg: Buffer.from(message.jpeg, 'base64'), at: clock.now() });
        return board.update(displayId, { pictureAt: clock.now() });
      default:
        return message satisfies never;
    }
  }

  gone(connection: Connection): void {
    this.all.delete(connection);
    if (this.pairings.close(connection)) this.pairingsChanged.emit(null);
    const { displayId } = connection;
    if (displayId === null || this.paired.get(displayId) !== connection) return;
    this.paired.delete(displayId);
    this.need.board.update(displayId, { connected: false, since: this.need.clock.now(), playing: null, next: null });
  }

  picture(displayId: string) {
    return this.watch.picture(displayId);
  }

  /**
   * A page without a token: shown a code, unless it is on this machine and a display was set out for such a page and has
   * none now. So the demo plays on `/display` without a person having to pair it.
   */
  private receive(connection: Connection): void {
    const free = this.setOut !== null && !this.paired.has(this.setOut) && isThisMachine(connection.socket.address);
    if (!free || this.setOut === null) return this.showCode(connection);
    void this.pairOnce(connection, this.need.once.issue(this.setOut, performance.now()));
  }

  private showCode(connection: Connection): void {
    const { store, clock } = this.need;
    const { userAgent, width, height } = connection.page;
    const about = { address: connection.socket.address, userAgent, width, height };
    const { waiting, dropped } = this.pairings.open(connection, about, clock.now());
    dropped?.end(DISPLAY_CLOSE.stopping, 'too many pages wait');
    const { stationName, language, zone } = store.get('settings', 'settings') ?? DEFAULT_SETTINGS;
    const { code, expiresAt } = waiting.view;
    connection.send({ type: 'pairing', code, expiresAt, stationName, language, zone });
    this.pairingsChanged.emit(null);
  }

  /** A one-time code makes a token at once: whoever holds it was let in by the station itself. */
  private async pairOnce(connection: Connection, code: string): Promise<void> {
    const { once, clock, store, log } = this.need;
    const displayId = once.use(code, performance.now());
    const display = displayId === null ? undefined : store.get('display', displayId);
    if (!display) return this.showCode(connection);
    try {
      const token = newToken();
      const held = { hash: hashToken(token), instanceId: connection.instanceId, issuedAt: clock.now() };
      const actor = { kind: 'station' as const, id: 'station', name: 'Suar' };
      await store.commit({ command: 'displays.localPage', actor }, (tx) => {
        const now = tx.get('display', display.id);
        if (now) tx.put('display', { ...now, token: held });
      });
      this.givePaired(connection, display.id, token);
    } catch (fault) {
      log.error({ err: fault, displayId }, 'a page could not be paired');
      connection.end(DISPLAY_CLOSE.stopping, 'not paired');
    }
  }

  /** One page a display: the same page coming back replaces its old connection, another page is refused. */
  private admit(connection: Connection, display: Display): void {
    const { board, clock } = this.need;
    const before = this.paired.get(display.id);
    const stranger = display.token !== null && display.token.instanceId !== connection.instanceId;
    if (before && before !== connection && before.instanceId !== connection.instanceId) {
      board.fault(display.id, clock.now(), reason('fault.tokenInUse', { address: connection.socket.address }));
      return connection.refuse('inUse', DISPLAY_CLOSE.inUse);
    }
    if (stranger)
      board.fault(display.id, clock.now(), reason('fault.tokenMoved', { address: connection.socket.address }));
    if (before && before !== connection) {
      before.displayId = null;
      before.end(DISPLAY_CLOSE.stopping, 'replaced by its own page');
    }
    if (this.pairings.close(connection)) this.pairingsChanged.emit(null);
    connection.displayId = display.id;
    connection.tokenHash = display.token?.hash ?? null;
    this.paired.set(display.id, connection);
    this.welcome(connection, display);
    this.handOver(connection, display.id);
    board.update(display.id, { connected: true, since: clock.now(), holdsRevision: null });
  }

  /**
   * The record of a display has moved, by a command or by undo. A page whose token is no longer the display's is ended;
   * one that stays is told its name, zone and profile.
   */
  private follow(displayId: string): void {
    const display = this.need.store.get('display', displayId);
    const connection = this.paired.get(displayId);
    if (connection && display?.token?.hash !== connection.tokenHash) {
      connection.refuse('revoked', DISPLAY_CLOSE.revoked);
    } else if (connection && display) this.welcome(connection, display);
    if (display) return;
    this.watch.forget(displayId);
    this.need.board.forget(displayId);
  }

  /** Station name or language may have moved. */
  private greetAll(): void {
    for (const [displayId, connection] of this.paired) {
      const display = this.need.store.get('display', displayId);
      if (display) this.welcome(connection, display);
    }
  }

  private welcome(connection: Connection, display: Display): void {
    const { stationName, language } = this.need.store.get('settings', 'settings') ?? DEFAULT_SETTINGS;
    const { id: displayId, name, zone, profile } = display;
    connection.send({ type: 'welcome', displayId, name, stationName, language, zone, profile });
  }

  /** What a page that was just let in needs beside its welcome. */
  private handOver(connection: Connection, displayId: string): void {
    void this.handTimeline(displayId);
    const everyMs = this.watch.everyMs();
    if (everyMs !== null) connection.send({ type: 'watch', everyMs });
  }

  private async handTimeline(displayId: string): Promise<void> {
    try {
      const timeline = await this.need.current(displayId);
      if (timeline) this.push(displayId, timeline);
    } catch (fault) {
      this.need.log.error({ err: fault, displayId }, 'a timeline could not be compiled for a display that came back');
    }
  }

  /** Acknowledged only when on disk; what could not be kept stays in the display's outbox and comes again. */
  private keep(connection: Connection, displayId: string, plays: readonly PlayReport[]): void {
    try {
      this.need.record(displayId, plays);
      connection.send({ type: 'acknowledged', ids: plays.map(({ id }) => id) });
    } catch (fault) {
      this.need.log.error({ err: fault, displayId, plays: plays.length }, 'plays could not be kept; not acknowledged');
    }
  }

  private everyone(message: Parameters<Connection['send']>[0]): void {
    for (const connection of this.paired.values()) connection.send(message);
  }

  private lookRound(): void {
    const now = performance.now();
    for (const connection of this.all) {
      const mustSpeak = connection.displayId !== null || !connection.greeted;
      if (mustSpeak && now - connection.lastHeardAt > SILENT_MS) connection.end(DISPLAY_CLOSE.stopping, 'silent');
    }
    for (const { page } of this.pairings.expired(this.need.clock.now())) this.showCode(page);
    this.watch.look(now);
  }
}
