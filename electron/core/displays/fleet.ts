/** The displays that are connected: one page each, kept true to its record, and what it is told. */
import type { Logger } from 'pino';
import { DISPLAY_CLOSE, type ToDisplay } from '../../contract/display-protocol';
import type { Display } from '../../contract/records/display';
import type { SignedRulebook } from '../../contract/records/rulebook';
import type { Newest, Timeline } from '../../contract/records/timeline';
import { type Reason, reason } from '../../contract/scalars';
import { Rounds } from '../loop';
import { type Clock, groupsByDisplay, type Store, settingsOf } from '../store';
import type { Board } from './board';
import type { Connection } from './connection';
import { type Claim, Loads } from './loads';
import { Pusher } from './push';
import { Watch } from './watch';

export interface FleetNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  board: Board;
  timelines: { current(displayId: string): Promise<Timeline | null>; newest(displayId: string): Newest | null };
  /** The message that tells a page what was taken back. */
  recalls: { greet(): Buffer };
  /** The message that tells a page which takeovers it is under. */
  takeovers: { greet(displayId: string): Buffer };
}

const IDENTIFY_S = 10;

export class Fleet {
  readonly watch = new Watch((everyMs) => this.everyone({ type: 'watch', everyMs }));
  private readonly connected = new Map<string, Connection>();
  private readonly loads = new Loads();
  private readonly pusher = new Pusher((displayId) => this.connected.get(displayId)?.socket ?? null);
  /** The rules in force as one message, made into bytes once for all. */
  private law: Buffer | null = null;
  private readonly lawRounds = new Rounds((displayId) => this.sendLaw(displayId));
  private readonly unsubscribe: () => void;

  constructor(private readonly need: FleetNeed) {
    this.unsubscribe = need.store.committed.subscribe(({ changes }) => {
      for (const { record, id } of changes) {
        if (record === 'display') this.follow(id);
        else if (record === 'settings' || record === 'displayGroup') this.greetAll();
      }
    });
  }

  has(displayId: string): boolean {
    return this.connected.has(displayId);
  }

  /** Displays that have a page now. */
  ids(): Iterable<string> {
    return this.connected.keys();
  }

  /** One message, as it is, to the display's page, if it has one. */
  send(displayId: string, bytes: Buffer): void {
    this.connected.get(displayId)?.socket.send(bytes);
  }

  /** One page a display: the same page coming back replaces its old connection, another page is refused. */
  admit(connection: Connection, display: Display): void {
    const before = this.connected.get(display.id);
    const claim = before && this.claim(before, connection, display.id);
    if (claim === 'stranger' || claim === 'copy') return this.refuse(connection, display.id, claim);
    if (before) before.displayId = null;
    // A page that a copy of it had pushed out: the copy is told why. One that was left behind is merely ended.
    if (before && claim === 'outlives') this.refuse(before, display.id, 'copy');
    else before?.end(DISPLAY_CLOSE.stopping, 'replaced by its own page');
    this.loads.note(display.id, connection.about.load);
    if (display.token && display.token.instanceId !== connection.about.instanceId)
      this.fault(display.id, reason('fault.tokenMoved', { address: connection.socket.address }));
    this.seat(connection, display);
  }

  gone(connection: Connection): void {
    const { displayId } = connection;
    if (displayId === null || this.connected.get(displayId) !== connection) return;
    this.connected.delete(displayId);
    const since = this.need.clock.now();
    this.need.board.update(displayId, { connected: false, since, playing: null, next: null });
  }

  push(displayId: string, timeline: Timeline): void {
    if (this.has(displayId)) this.pusher.push(displayId, () => timeline);
  }

  identify(displayId: string): void {
    this.connected.get(displayId)?.send({ type: 'identify', seconds: IDENTIFY_S });
  }

  stop(): void {
    this.unsubscribe();
    this.watch.stop();
    this.pusher.stop();
    this.lawRounds.stop();
  }

  private sendLaw(displayId: string): boolean {
    const connection = this.connected.get(displayId);
    if (connection && this.law) connection.socket.send(this.law);
    return connection !== undefined;
  }

  private seat(connection: Connection, display: Display): void {
    connection.displayId = display.id;
    connection.tokenHash = display.token?.hash ?? null;
    this.connected.set(display.id, connection);
    this.welcome(connection, display);
    // Before all that it could play.
    connection.socket.send(this.need.recalls.greet());
    if (this.law) connection.socket.send(this.law);
    connection.socket.send(this.need.takeovers.greet(display.id));
    const holdsRevision = this.handOver(connection, display.id);
    this.need.board.update(display.id, { connected: true, since: this.need.clock.now(), holdsRevision });
  }

  private claim({ about: holder }: Connection, { about }: Connection, displayId: string): Claim | 'stranger' {
    return holder.instanceId === about.instanceId ? this.loads.claim(displayId, about.load, holder.load) : 'stranger';
  }

  private refuse(connection: Connection, displayId: string, why: 'stranger' | 'copy'): void {
    const { address } = connection.socket;
    this.fault(
      displayId,
      why === 'copy' ? reason('fault.pageCopied', { address }) : reason('fault.tokenInUse', { address }),
    );
    connection.refuse('inUse', DISPLAY_CLOSE.inUse);
  }

  private fault(displayId: string, why: Reason): void {
    this.need.board.fault(displayId, this.need.clock.now(), why);
  }

  /**
   * The record of a display has moved, by a command or by undo. A page whose token is no longer the display's is ended;
   * one that stays is told its name, zone and profile.
   */
  private follow(displayId: string): void {
    const display = this.need.store.get('display', displayId);
    const connection = this.connected.get(displayId);
    if (connection && display?.token?.hash !== connection.tokenHash) {
      connection.refuse('revoked', DISPLAY_CLOSE.revoked);
    } else if (connection && display) this.welcome(connection, display);
    if (display) return;
    this.watch.forget(displayId);
    this.loads.forget(displayId);
    this.need.board.forget(displayId);
  }

  /** To every page, and to each that comes, before its takeovers and its timeline. */
  tellLaw(book: SignedRulebook): void {
    this.law = Buffer.from(JSON.stringify({ type: 'law', book } satisfies ToDisplay));
    this.lawRounds.add(this.connected.keys());
  }

  /** Station name or language may have moved, or groups. */
  private greetAll(): void {
    const groupsOf = groupsByDisplay(this.need.store);
    for (const [displayId, connection] of this.connected) {
      const display = this.need.store.get('display', displayId);
      if (display) this.welcome(connection, display, groupsOf);
    }
  }

  private welcome(connection: Connection, display: Display, groupsOf = groupsByDisplay(this.need.store)): void {
    const { stationName, language } = settingsOf(this.need.store);
    const { id: displayId, name, zone, profile, place: site } = display;
    const groupIds = [...groupsOf(displayId)];
    connection.send({ type: 'welcome', displayId, name, stationName, language, zone, profile, groupIds, site });
  }

  /**
   * What a page that was just let in needs beside its welcome: its timeline, unless it has it. After a restart of the
   * station a thousand come at once, nearly all with the newest in hand. Answers the revision it holds.
   */
  private handOver(connection: Connection, displayId: string): number | null {
    const everyMs = this.watch.everyMs();
    if (everyMs !== null) connection.send({ type: 'watch', everyMs });
    const { holds } = connection.about;
    const held = holds?.displayId === displayId ? holds : null;
    const newest = this.need.timelines.newest(displayId);
    const same = held?.revision === newest?.revision && held?.countedAt === newest?.countedAt;
    if (newest !== null && !same) this.pusher.push(displayId, () => this.current(connection, displayId));
    return held?.revision ?? null;
  }

  /** A page that cannot be given its timeline is ended: it comes again. */
  private async current(connection: Connection, displayId: string): Promise<Timeline | null> {
    try {
      return await this.need.timelines.current(displayId);
    } catch (fault) {
      this.need.log.error({ err: fault, displayId }, 'a timeline could not be made for a page that came');
      connection.end(DISPLAY_CLOSE.stopping, 'no timeline');
      return null;
    }
  }

  private everyone(message: ToDisplay): void {
    for (const connection of this.connected.values()) connection.send(message);
  }
}
