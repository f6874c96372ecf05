/** One page's connection: parses what it says, and says things to it. What they mean is the hub's. */
import { DISPLAY_CLOSE, FromDisplay, MAX_DISPLAY_MESSAGE_BYTES, type ToDisplay } from '../../contract/display-protocol';
import { type Reason, reason } from '../../contract/scalars';
import type { DisplayConnection, DisplaySocket } from './types';

type Why = Extract<ToDisplay, { type: 'refused' }>['why'];

export interface LineEvents {
  said(line: Line, message: FromDisplay): void;
  bad(line: Line, why: Reason): void;
  gone(line: Line): void;
}

/** Whose page it is, once it has been welcomed. */
export interface Bound {
  displayId: string;
  tokenHash: string;
  instanceId: string;
}

export class Line implements DisplayConnection {
  bound: Bound | null = null;
  heardAt: number;
  private over = false;

  constructor(
    private readonly socket: DisplaySocket,
    private readonly events: LineEvents,
    private readonly monotonic: () => number,
  ) {
    this.heardAt = monotonic();
  }

  get address(): string {
    return this.socket.address;
  }

  get isOver(): boolean {
    return this.over;
  }

  message(text: string): void {
    if (this.over) return;
    this.heardAt = this.monotonic();
    const parsed = parse(text);
    if ('said' in parsed) this.events.said(this, parsed.said);
    else this.events.bad(this, parsed.wrong);
  }

  closed(): void {
    if (!this.over) this.end();
  }

  say(message: ToDisplay): void {
    if (!this.over) this.socket.send(JSON.stringify(message));
  }

  pong(sent: number, now: number): void {
    this.say({ type: 'pong', sent, received: now, replied: now });
  }

  bufferedBytes(): number {
    return this.socket.bufferedBytes();
  }

  /** Says why and closes. */
  refuse(why: Why, because: Reason): void {
    this.say({ type: 'refused', why, reason: because });
    this.close(DISPLAY_CLOSE[why], why);
  }

  close(code: number, why: string): void {
    if (this.over) return;
    this.socket.close(code, why);
    this.end();
  }

  private end(): void {
    this.over = true;
    this.events.gone(this);
  }
}

function parse(text: string): { said: FromDisplay } | { wrong: Reason } {
  if (Buffer.byteLength(text) > MAX_DISPLAY_MESSAGE_BYTES) {
    return { wrong: reason('displays.tooLarge', { bytes: Buffer.byteLength(text) }) };
  }
  const raw = parseJson(text);
  if (raw === undefined) return { wrong: reason('displays.notJson') };
  const result = FromDisplay.safeParse(raw);
  if (result.success) return { said: result.data };
  const [issue] = result.error.issues;
  return { wrong: reason('displays.unknownMessage', { detail: `${issue?.path.join('.')} ${issue?.message}` }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
