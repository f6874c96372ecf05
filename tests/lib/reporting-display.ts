/** A display that shows nothing and only reports plays, with an outbox as honest as the page's: kept until acknowledged. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { ToDisplay } from '../../electron/contract/display-protocol';
import type { PlayReport } from '../../electron/contract/records/play';
import { newId } from '../../electron/contract/ulid';
import type { RunningStation } from './station';

/** Plays between two sendings of the whole outbox. A real page does it every 5 s; this is to send many twice. */
const AGAIN_EVERY = 50;

export class ReportingDisplay {
  /** Ids of plays that the station could not read. */
  readonly refused: string[] = [];
  /** Ids of every play ever made. */
  readonly made: string[] = [];
  private readonly outbox = new Map<string, object>();
  private readonly load = newId();
  private instanceId = `reporting-${newId()}`;
  private socket: WebSocket | null = null;
  private token = '';
  displayId = '';

  static async pair(station: RunningStation): Promise<ReportingDisplay> {
    const display = new ReportingDisplay();
    const { zone, defaultProfile: profile } = await station.client.station.settings();
    const made = { name: 'Reporting', place: '', zone, profile, fillerPlaylistId: null };
    display.displayId = (await station.client.displays.create(made)).id;
    const { path } = await station.client.displays.localPage({ id: display.displayId });
    display.token = `once:${new URL(path, station.origin).searchParams.get('once')}`;
    await display.connect(station);
    return display;
  }

  /** Connects, is welcomed (paired first where it must be) and sends what is in the outbox. */
  async connect(station: RunningStation): Promise<void> {
    this.disconnect();
    const socket = new WebSocket(`${station.origin.replace('http', 'ws')}/display/socket`, { origin: station.origin });
    this.socket = socket;
    socket.on('error', () => {});
    await once(socket, 'open');
    await new Promise<void>((welcomed, fail) => {
      socket.on('message', (data) => this.hear(ToDisplay.parse(JSON.parse(String(data))), welcomed, fail));
      socket.once('close', () => fail(new Error('closed before the welcome')));
      this.hello();
    });
    this.flush();
  }

  /** Another page that holds the same token, as of a copied profile. */
  copied(): ReportingDisplay {
    const copy = new ReportingDisplay();
    copy.token = this.token;
    return copy;
  }

  /** Another page that runs with a copy of the whole browser profile: the same token under the same name. */
  cloned(): ReportingDisplay {
    const clone = this.copied();
    clone.instanceId = this.instanceId;
    return clone;
  }

  /** Reports a play as some other version of the page might; answers whether the station had it dropped. */
  async reportUnfit(unfit: object): Promise<boolean> {
    const play = this.newPlay();
    this.outbox.set(play.id, { ...play, ...unfit });
    await this.emptied();
    return this.refused.includes(play.id);
  }

  /** Any text or bytes over its connection; answers the code with which it is closed. */
  async closedAfter(message: string | Buffer): Promise<number> {
    if (!this.socket) throw new Error('not connected');
    const closed = once(this.socket, 'close');
    this.socket.send(message);
    return (await closed)[0];
  }

  disconnect(): void {
    this.socket?.terminate();
    this.socket = null;
  }

  /** Makes plays and sends each at once, and now and then all that are unacknowledged, until told that it is over. */
  async report(over: () => boolean): Promise<void> {
    for (let count = 1; !over(); count++) {
      const play = this.newPlay();
      this.made.push(play.id);
      this.outbox.set(play.id, play);
      if (count % AGAIN_EVERY === 0) this.flush();
      else this.send({ type: 'plays', plays: [play] });
      await pause(3);
    }
  }

  /** Resolves when every play has been acknowledged. */
  async emptied(): Promise<void> {
    for (let tries = 0; this.outbox.size > 0; tries++) {
      if (tries > 200) throw new Error(`${this.outbox.size} plays were never acknowledged`);
      this.flush();
      await pause(50);
    }
  }

  private hello(): void {
    const page = { userAgent: 'test', width: 800, height: 400, version: '1' };
    this.send({ type: 'hello', protocol: 1, token: this.token, instanceId: this.instanceId, load: this.load, page });
  }

  private hear(message: ToDisplay, welcomed: () => void, fail: (fault: Error) => void): void {
    if (message.type === 'paired') {
      this.token = message.token;
      this.hello();
    } else if (message.type === 'welcome') welcomed();
    else if (message.type === 'refused') fail(new Error(`refused: ${message.why}`));
    else if (message.type === 'acknowledged') {
      this.refused.push(...message.refused);
      for (const id of [...message.ids, ...message.refused]) this.outbox.delete(id);
    }
  }

  /** What it fetches media with, once it is welcomed. */
  get bearer(): string {
    return this.token;
  }

  get connected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Everything unacknowledged: the station must not mind hearing it again. */
  private flush(): void {
    const plays = [...this.outbox.values()];
    for (let from = 0; from < plays.length; from += 200)
      this.send({ type: 'plays', plays: plays.slice(from, from + 200) });
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private newPlay(): PlayReport {
    const now = Date.now();
    return {
      id: newId(now),
      bookingId: null,
      assetId: null,
      hash: null,
      revision: 1,
      plannedStart: now,
      plannedMs: 1000,
      startedAt: now,
      endedAt: now + 1000,
      frames: 25,
      outcome: 'shown',
      because: null,
      clockOffsetMs: 0,
    };
  }
}
