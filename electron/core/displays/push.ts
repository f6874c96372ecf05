/**
 * Hands timelines to connections without holding the loop: its text is made once for all displays that share it, sends go
 * in pieces, and a display that cannot keep up gets the newest timeline when it has room, never a queue of old ones.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Timeline } from '../../contract/records/timeline';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';

/** Sends between two looks at the loop. Measured: the send loop to 1,000 blocks it for 28 ms. */
const PIECE = 50;
/** A connection with this much unsent gets nothing more for now, bytes. */
const FULL = 4 * 1024 * 1024;
const RETRY_MS = 200;

export interface Receiver {
  /** One message, in pieces of UTF-8 text. */
  send(pieces: readonly Buffer[]): void;
  bufferedBytes(): number;
}

/** Makes the timeline when its turn has come; null where there is none (any more). Does not reject. */
type Maker = () => Timeline | null | Promise<Timeline | null>;

export class Pusher {
  private readonly waiting = new Map<string, Maker>();
  private running = false;
  private stopped = false;

  constructor(private readonly receiver: (displayId: string) => Receiver | null) {}

  /** The newest for this display; one that still waits is replaced. */
  push(displayId: string, newest: Maker): void {
    this.waiting.set(displayId, newest);
    if (!this.running) void this.run();
  }

  stop(): void {
    this.stopped = true;
    this.waiting.clear();
  }

  private async run(): Promise<void> {
    this.running = true;
    // Whoever pushes to a thousand in one turn fills the queue first.
    await nextTurn();
    for (let sent = 1; this.waiting.size > 0 && !this.stopped; sent++) {
      if (!(await this.sendNext())) await new Promise((wait) => setTimeout(wait, RETRY_MS));
      else if (sent % PIECE === 0) await nextTurn();
    }
    this.running = false;
  }

  /** False when every display that waits is full. */
  private async sendNext(): Promise<boolean> {
    for (const [displayId, newest] of this.waiting) {
      const receiver = this.receiver(displayId);
      if (receiver && receiver.bufferedBytes() > FULL) continue;
      this.waiting.delete(displayId);
      if (receiver) await this.make(displayId, newest);
      return true;
    }
    return false;
  }

  /** While it is made, the page may leave or a newer timeline come. */
  private async make(displayId: string, newest: Maker): Promise<void> {
    const timeline = await newest();
    const pieces = timeline && (await inTurns(timelinePieces(timeline)));
    if (pieces && !this.waiting.has(displayId)) this.receiver(displayId)?.send(pieces);
  }
}

/**
 * The message, together equal to `JSON.stringify` of it. Long arrays that displays share are pieces of their own: made into
 * bytes once for all of them, and neither measured nor copied for each.
 */
export function* timelinePieces(timeline: Timeline): Steps<Buffer[]> {
  const pieces: Buffer[] = [];
  let text = '{"type":"timeline","timeline":{';
  for (const [index, [name, value]] of Object.entries(timeline).entries()) {
    text += `${index ? ',' : ''}"${name}":`;
    const part = yield* partOf(value);
    if (typeof part === 'string') text += part;
    else {
      pieces.push(Buffer.from(text), part);
      text = '';
    }
  }
  return [...pieces, Buffer.from(`${text}}}`)];
}

/** Null: met once. Kept from the second meeting on, as 72 h of entries that nobody shares are 150 kB. */
const kept = new WeakMap<object, string | Buffer | null>();
/** A shorter text is not worth a frame of its own. */
const LONG = 8192;

function* partOf(value: Timeline[keyof Timeline]): Steps<string | Buffer> {
  if (typeof value !== 'object') return JSON.stringify(value);
  const known = kept.get(value);
  if (known) return known;
  const text = yield* textOf(value);
  const part = text.length < LONG ? text : Buffer.from(text);
  kept.set(value, kept.has(value) ? part : null);
  return part;
}

/** Elements made into text between two pauses. 24,000 entries at once held the loop for 9 ms. */
const STEP = 2048;

function* textOf(list: readonly unknown[]): Steps<string> {
  let text = '';
  for (let start = 0; start < list.length; start += STEP) {
    if (start > 0) yield;
    text += `${start > 0 ? ',' : ''}${JSON.stringify(list.slice(start, start + STEP)).slice(1, -1)}`;
  }
  return `[${text}]`;
}
