/** Every connection, from its first byte to its end: whose word goes where, and who has gone quiet. */
import { DISPLAY_CLOSE } from '../../contract/display-protocol';
import type { Clock } from '../store';
import type { Admission } from './admission';
import { Connection, type Hello, type Listener, type Said, type Socket } from './connection';
import type { Fleet } from './fleet';
import type { Hearing } from './hearing';
import type { Unreadable } from './messages';

/** Silent for so long is not connected, whatever the socket thinks. Displays speak every 5 s. */
const SILENT_MS = 15_000;
const LOOK_EVERY_MS = 2_500;

export interface HubNeed {
  clock: Clock;
  admission: Admission;
  fleet: Fleet;
  hearing: Hearing;
}

export class Hub implements Listener {
  private readonly all = new Set<Connection>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly need: HubNeed) {
    this.timer = setInterval(() => this.lookRound(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  connect(socket: Socket): Connection {
    const connection = new Connection(socket, this, this.need.clock.now);
    this.all.add(connection);
    return connection;
  }

  hello(connection: Connection, hello: Hello): void {
    this.need.admission.hello(connection, hello);
  }

  said(connection: Connection, displayId: string, message: Said): void {
    this.need.hearing.said(connection, displayId, message);
  }

  unreadable(connection: Connection, unreadable: Unreadable): void {
    this.need.hearing.unreadable(connection, unreadable);
  }

  gone(connection: Connection): void {
    this.all.delete(connection);
    this.need.admission.gone(connection);
    this.need.fleet.gone(connection);
  }

  stop(): void {
    clearInterval(this.timer);
    this.need.fleet.stop();
    for (const connection of this.all) connection.end(DISPLAY_CLOSE.stopping, 'stopping');
  }

  private lookRound(): void {
    const now = performance.now();
    for (const connection of this.all) {
      const mustSpeak = connection.displayId !== null || !connection.greeted;
      if (mustSpeak && now - connection.lastHeardAt > SILENT_MS) connection.end(DISPLAY_CLOSE.stopping, 'silent');
    }
    this.need.admission.renew();
    this.need.fleet.watch.look(now);
  }
}
