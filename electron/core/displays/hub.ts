/** Who is connected: one page per display, told what changes. Who may come in is `greeter.ts`, what pages say `listener.ts`. */
import { DISPLAY_CLOSE, type FromDisplay, type ToDisplay } from '../../contract/display-protocol';
import type { Display } from '../../contract/records/display';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import type { Timeline } from '../../contract/records/timeline';
import { type Reason, reason } from '../../contract/scalars';
import { withConnection, withFault } from './display-state';
import { Greeter } from './greeter';
import { Line } from './line';
import { Listener } from './listener';
import type { HubParts } from './parts';
import { Sender } from './sender';
import type { DisplayConnection, DisplaySocket } from './types';
import { Watch } from './watch';

/** A page speaks at least every five seconds; three missed words are silence. */
const SILENT_MS = 15_000;
const CHECK_MS = 2_500;

export class Hub {
  readonly watch: Watch;
  private readonly lines = new Set<Line>();
  private readonly byDisplay = new Map<string, Line>();
  private readonly sender = new Sender();
  private readonly greeter: Greeter;
  private readonly listener: Listener;
  private readonly check: NodeJS.Timeout;

  constructor(private readonly parts: HubParts) {
    this.watch = new Watch(
      () => this.byDisplay.size,
      (message) => this.sayToAll(message),
    );
    this.greeter = new Greeter(parts, {
      station: () => this.station(),
      bind: (line, display) => this.bind(line, display),
      release: (line) => this.release(line),
    });
    this.listener = new Listener(parts, this.watch);
    this.check = setInterval(() => this.lookForSilence(), CHECK_MS).unref();
  }

  connect(socket: DisplaySocket): DisplayConnection {
    const events = {
      said: (line: Line, message: FromDisplay) => this.said(line, message),
      bad: (line: Line, why: Reason) => this.bad(line, why),
      gone: (line: Line) => this.gone(line),
    };
    const line = new Line(socket, events, this.parts.monotonic);
    this.lines.add(line);
    return line;
  }

  lineOf(displayId: string): Line | undefined {
    return this.byDisplay.get(displayId);
  }

  /** Handed to the socket as soon as that has room; a newer timeline takes a waiting one's place. */
  push(displayId: string, timeline: Timeline): void {
    this.parts.board.tell(displayId);
    const line = this.byDisplay.get(displayId);
    if (line)
      this.sender.add(
        displayId,
        timelineFor(line, () => timeline),
      );
  }

  /** After a display's record changed: its page is welcomed anew, or dropped when its token is no longer the display's. */
  follow(displayId: string): void {
    const display = this.parts.store.get('display', displayId);
    const line = this.byDisplay.get(displayId);
    if (display) this.parts.board.tell(displayId);
    if (line && display && display.token?.hash === line.bound?.tokenHash) this.welcome(line, display);
    else line?.refuse('revoked', reason('refused.revoked'));
    if (!display) this.parts.board.forget(displayId);
  }

  /** After the settings changed: name, language and zone of the station stand in every welcome. */
  welcomeAll(): void {
    for (const id of this.byDisplay.keys()) this.later(`welcome ${id}`, () => this.follow(id));
  }

  stop(): void {
    clearInterval(this.check);
    this.watch.stop();
    for (const line of [...this.lines]) line.close(DISPLAY_CLOSE.stopping, 'stopping');
    this.sender.stop();
  }

  private said(line: Line, message: FromDisplay): void {
    if (message.type === 'hello') this.greeter.hello(line, message);
    else if (message.type === 'ping') line.pong(message.sent, this.parts.clock.now());
    // Else said in flight, by a page that has just been dropped or is not welcomed yet.
    else if (line.bound) this.listener.hear(line, line.bound.displayId, message);
  }

  private fault(displayId: string, why: Reason): void {
    const { board, clock } = this.parts;
    board.change(displayId, (state) => withFault(state, clock.now(), why));
  }

  private bad(line: Line, why: Reason): void {
    const { log } = this.parts;
    const id = line.bound?.displayId;
    log.warn({ address: line.address, displayId: id, reason: why }, 'a display said what it may not');
    if (id) this.fault(id, why);
    line.refuse('badMessage', why);
  }

  /** One page per display: the first that lives, or the same page come again. */
  private bind(line: Line, display: Display): void {
    const { board, clock, log } = this.parts;
    const other = this.byDisplay.get(display.id);
    if (other && other.bound?.instanceId !== line.bound?.instanceId && !this.isSilent(other)) {
      this.refuseSecond(line, display);
      return;
    }
    other?.close(DISPLAY_CLOSE.inUse, 'replaced');
    this.byDisplay.set(display.id, line);
    // A token copied to another machine works there once its own page is off; that must not go unseen.
    if (display.token?.instanceId !== line.bound?.instanceId) {
      this.fault(display.id, reason('fault.tokenMoved', { address: line.address }));
    }
    log.info({ displayId: display.id, address: line.address }, 'a display is connected');
    board.change(display.id, (state) => withConnection(state, true, clock.now()));
    this.welcome(line, display);
    const watching = this.watch.greeting();
    if (watching) line.say(watching);
    this.sender.add(
      display.id,
      timelineFor(line, () => this.parts.timelines.current(display.id)),
    );
  }

  private refuseSecond(line: Line, { id }: Display): void {
    const { log } = this.parts;
    log.warn({ displayId: id, address: line.address }, 'a second page has the token of a display');
    this.fault(id, reason('fault.tokenInUse', { address: line.address }));
    line.refuse('inUse', reason('refused.inUse'));
  }

  private welcome(line: Line, { id, name, zone, profile }: Display): void {
    line.say({ type: 'welcome', displayId: id, name, profile, ...this.station(), zone });
  }

  private station() {
    const { stationName, language, zone } = this.parts.store.get('settings', 'settings') ?? DEFAULT_SETTINGS;
    return { stationName, language, zone };
  }

  private gone(line: Line): void {
    this.greeter.forget(line);
    this.release(line);
    this.lines.delete(line);
  }

  /** The line is no display's any more; it may say hello again. */
  private release(line: Line): void {
    const { board, clock, log } = this.parts;
    const id = line.bound?.displayId;
    line.bound = null;
    if (!id || this.byDisplay.get(id) !== line) return;
    this.byDisplay.delete(id);
    this.sender.drop(id);
    this.watch.forget(id);
    log.info({ displayId: id }, 'a display is gone');
    board.change(id, (state) => ({ ...withConnection(state, false, clock.now()), pictureAt: null }));
  }

  private isSilent(line: Line): boolean {
    return this.parts.monotonic() - line.heardAt > SILENT_MS;
  }

  /** A socket may live on while its page hangs; one that never says hello holds its place no longer than a silent one. */
  private lookForSilence(): void {
    const { board, clock } = this.parts;
    for (const line of [...this.lines].filter((each) => this.isSilent(each))) {
      const id = line.bound?.displayId;
      if (id) board.change(id, (state) => withConnection(state, false, clock.now()));
      else if (!this.greeter.isWaiting(line)) line.close(DISPLAY_CLOSE.badMessage, 'no hello');
    }
  }

  private sayToAll(message: ToDisplay): void {
    for (const [id, line] of this.byDisplay) this.later(`watch ${id}`, () => line.say(message));
  }

  private later(key: string, send: () => void): void {
    this.sender.add(key, { bufferedBytes: () => 0, send });
  }
}

function timelineFor(line: Line, make: () => Timeline | null) {
  return {
    bufferedBytes: () => line.bufferedBytes(),
    send() {
      const timeline = line.isOver ? null : make();
      if (timeline) line.say({ type: 'timeline', timeline });
    },
  };
}
