/** One connection of a display page: the protocol as seen from the station. */
import { DISPLAY_CLOSE, DISPLAY_PROTOCOL, type FromDisplay, type ToDisplay } from '../../contract/display-protocol';
import { reason } from '../../contract/scalars';
import { type Heard, NOT_TEXT, outOfTurn, readMessage, TOO_LARGE, type Unreadable } from './messages';

/** The socket as the server hands it over. */
export interface Socket {
  /** One message; as UTF-8 bytes where many sockets are sent the same. */
  send(text: string | Buffer): void;
  close(code: number, why: string): void;
  bufferedBytes(): number;
  address: string;
}

export type Hello = Extract<FromDisplay, { type: 'hello' }>;
export type Said = Exclude<Heard, Hello | { type: 'ping' }>;

/** What the room does with what a page says. */
export interface Listener {
  hello(connection: Connection, hello: Hello): void;
  said(connection: Connection, displayId: string, message: Said): void;
  /** The connection is about to be ended for it. */
  unreadable(connection: Connection, unreadable: Unreadable): void;
  gone(connection: Connection): void;
}

/** What a page says of itself in its greeting. */
const STRANGER: Omit<Hello, 'type' | 'token'> = {
  protocol: DISPLAY_PROTOCOL,
  instanceId: '',
  load: '',
  holds: null,
  page: { userAgent: '', width: 0, height: 0, version: '' },
};

export class Connection {
  /** Set once welcomed. */
  displayId: string | null = null;
  about = STRANGER;
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

  get isOpen(): boolean {
    return this.open;
  }

  /** Said hello at least once. */
  get greeted(): boolean {
    return this.about !== STRANGER;
  }

  send(message: ToDisplay): void {
    if (this.open) this.socket.send(JSON.stringify(message));
  }

  /** One message as it came. */
  message(text: string): void {
    // A socket goes on delivering until its closing is answered: a revoked page must not be listened to.
    if (!this.open) return;
    const received = this.now();
    this.lastHeardAt = performance.now();
    const message = readMessage(text);
    if (!('type' in message)) return this.refuseMessage(message);
    if (message.type === 'ping') return this.send({ type: 'pong', sent: message.sent, received, replied: this.now() });
    if (message.type === 'hello') return this.greet(message);
    if (this.displayId === null) return this.refuseMessage(outOfTurn(message.type));
    this.listener.said(this, this.displayId, message);
  }

  /** A message that the server could not even take: of more bytes than it may have, or no text. */
  untaken(why: 'tooLarge' | 'notText'): void {
    if (this.open) this.refuseMessage(why === 'tooLarge' ? TOO_LARGE : NOT_TEXT);
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
    if (this.displayId !== null) return this.refuseMessage(outOfTurn('hello'));
    this.about = hello;
    this.listener.hello(this, hello);
  }

  /** Whatever cannot be read ends the connection with a word, never the station. */
  private refuseMessage(unreadable: Unreadable): void {
    this.listener.unreadable(this, unreadable);
    this.refuse('badMessage', unreadable.large ? DISPLAY_CLOSE.tooBig : DISPLAY_CLOSE.badMessage);
  }
}
