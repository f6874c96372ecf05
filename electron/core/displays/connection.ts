/** One connection of a display page: the protocol as seen from the station. */
import {
  DISPLAY_CLOSE,
  DISPLAY_PROTOCOL,
  FromDisplay,
  MAX_DISPLAY_MESSAGE_BYTES,
  type ToDisplay,
} from '../../contract/display-protocol';
import { reason } from '../../contract/scalars';

/** The socket as the server hands it over. */
export interface Socket {
  send(text: string): void;
  close(code: number, why: string): void;
  bufferedBytes(): number;
  address: string;
}

export type Hello = Extract<FromDisplay, { type: 'hello' }>;
export type Said = Exclude<FromDisplay, Hello | { type: 'ping' }>;

/** What the room does with what a page says. */
export interface Listener {
  hello(connection: Connection, hello: Hello): void;
  said(connection: Connection, displayId: string, message: Said): void;
  gone(connection: Connection): void;
}

export class Connection {
  /** Set once welcomed. */
  displayId: string | null = null;
  instanceId = '';
  page: Hello['page'] = { userAgent: '', width: 0, height: 0, version: '' };
  /** Hash of the token it was welcomed with. */
  tokenHash: string | null = null;
  /** Monotonic, ms: the wall clock may be set while pages are connected. */
  lastHeardAt = performance.now();
  private open = true;

  constructor(
    readonly socket: Socket,
    private readonly listener: Listener,
    private readonly now: () => number,
  ) {}

  /** Said hello at least once. */
  get greeted(): boolean {
    return this.instanceId !== '';
  }

  send(message: ToDisplay): void {
    if (this.open) this.socket.send(JSON.stringify(message));
  }

  /** One message as it came. Whatever does not parse ends the connection with a word, never the station. */
  message(text: string): void {
    // A socket goes on delivering until its closing is answered: a revoked page must not be listened to.
    if (!this.open) return;
    const received = this.now();
    this.lastHeardAt = performance.now();
    const message = parse(text);
    if (!message) return this.refuse('badMessage', DISPLAY_CLOSE.badMessage);
    if (message.type === 'ping') return this.send({ type: 'pong', sent: message.sent, received, replied: this.now() });
    if (message.type === 'hello') return this.greet(message);
    if (this.displayId === null) return this.refuse('badMessage', DISPLAY_CLOSE.badMessage);
    this.listener.said(this, this.displayId, message);
  }

  closed(): void {
    if (!this.open) return;
    this.open = false;
    this.listener.gone(this);
  }

  /** Says why and ends it. */
  refuse(why: Extract<ToDisplay, { type: 'refused' }>['why'], code: number): void {
    this.send({ type: 'refused', why, reason: reason(`refused.${why}`) });
    this.end(code, why);
  }

  end(code: number, why: string): void {
    this.socket.close(code, why);
    this.closed();
  }

  private greet(hello: Hello): void {
    if (hello.protocol !== DISPLAY_PROTOCOL) return this.refuse('protocol', DISPLAY_CLOSE.protocol);
    if (this.displayId !== null) return this.refuse('badMessage', DISPLAY_CLOSE.badMessage);
    this.instanceId = hello.instanceId;
    this.page = hello.page;
    this.listener.hello(this, hello);
  }
}

function parse(text: string): FromDisplay | null {
  if (text.length > MAX_DISPLAY_MESSAGE_BYTES) return null;
  try {
    return FromDisplay.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
