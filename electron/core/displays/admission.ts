/** The door: who comes with a key is let in, who comes without is shown a code or, from this machine, given a key at once. */
import type { Logger } from 'pino';
import { DISPLAY_CLOSE } from '../../contract/display-protocol';
import { STATION_ACTOR } from '../../contract/records/audit';
import { isThisMachine } from '../../domain/this-machine';
import { newSecret, sha256 } from '../secret';
import { type Clock, createTopic, type Store, settingsOf, type Topic } from '../store';
import type { Connection, Hello } from './connection';
import type { Fleet } from './fleet';
import type { OnceCodes } from './once';
import { Pairings } from './pairings';
import type { TokenIndex } from './tokens';

const ONCE = 'once:';

export interface AdmissionNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  tokens: TokenIndex;
  once: OnceCodes;
  fleet: Fleet;
}

export class Admission {
  readonly changed: Topic<null> = createTopic();
  private setOut: string | null = null;
  private readonly pairings = new Pairings<Connection>();

  constructor(private readonly need: AdmissionNeed) {}

  /** The next page of this machine that comes without a token is this display's, while it has no other. */
  setOutFor(displayId: string): void {
    this.setOut = displayId;
  }

  hello(connection: Connection, { token }: Hello): void {
    if (token?.startsWith(ONCE)) return void this.pairOnce(connection, token.slice(ONCE.length));
    if (token === null) return this.receive(connection);
    const display = this.need.tokens.find(token);
    if (!display) return connection.refuse('revoked', DISPLAY_CLOSE.revoked);
    this.gone(connection);
    this.need.fleet.admit(connection, display);
  }

  /** No longer waits with a code. */
  gone(connection: Connection): void {
    if (this.pairings.close(connection)) this.changed.emit(null);
  }

  waiting() {
    return this.pairings.list();
  }

  /** The page that shows this code, no longer waiting; null when nobody shows it. */
  takeCode(code: string): Connection | null {
    const waiting = this.pairings.take(code, this.need.clock.now());
    if (waiting) this.changed.emit(null);
    return waiting?.page ?? null;
  }

  /** Gives a page its token once the display that carries its hash is on disk. */
  givePaired(connection: Connection, displayId: string, token: string): void {
    connection.send({ type: 'paired', displayId, token });
  }

  /** A page whose code was taken, and which could not be paired, needs another. */
  notPaired(connection: Connection): void {
    if (connection.isOpen) this.showCode(connection);
  }

  /** New codes for those that have run out. */
  renew(): void {
    for (const { page } of this.pairings.expired(this.need.clock.now())) this.showCode(page);
  }

  /**
   * A page without a token: shown a code, unless it is on this machine and a display was set out for such a page and has
   * none now. So the demo plays on `/display` without a person having to pair it.
   */
  private receive(connection: Connection): void {
    const { fleet, once } = this.need;
    const free = this.setOut !== null && !fleet.has(this.setOut) && isThisMachine(connection.socket.address);
    if (!free || this.setOut === null) return this.showCode(connection);
    void this.pairOnce(connection, once.issue(this.setOut, performance.now()));
  }

  private showCode(connection: Connection): void {
    const { store, clock } = this.need;
    const { userAgent, width, height } = connection.about.page;
    const about = { address: connection.socket.address, userAgent, width, height };
    const { waiting, dropped } = this.pairings.open(connection, about, clock.now());
    dropped?.end(DISPLAY_CLOSE.stopping, 'too many pages wait');
    if (dropped === connection) return;
    const { stationName, language, zone } = settingsOf(store);
    const { code, expiresAt } = waiting.view;
    connection.send({ type: 'pairing', code, expiresAt, stationName, language, zone });
    this.changed.emit(null);
  }

  /** A one-time code makes a token at once: whoever holds it was let in by the station itself. */
  private async pairOnce(connection: Connection, code: string): Promise<void> {
    const { once, log } = this.need;
    const displayId = once.use(code, performance.now());
    if (displayId === null || !this.need.store.get('display', displayId)) return this.showCode(connection);
    try {
      this.givePaired(connection, displayId, await this.issueToken(connection, displayId));
    } catch (fault) {
      log.error({ err: fault, displayId }, 'a page could not be paired');
      connection.end(DISPLAY_CLOSE.stopping, 'not paired');
    }
  }

  private async issueToken({ about: { instanceId } }: Connection, displayId: string): Promise<string> {
    const { store, clock } = this.need;
    const token = newSecret();
    const held = { hash: sha256(token), instanceId, issuedAt: clock.now() };
    await store.commit({ command: 'displays.localPage', actor: STATION_ACTOR }, (tx) => {
      const display = tx.get('display', displayId);
      if (display) tx.put('display', { ...display, token: held });
    });
    return token;
  }
}
