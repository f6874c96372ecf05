/**
 * Hands timelines to connections without holding the loop: what displays share is made into bytes once for all, sends go
 * in pieces, and a display that cannot keep up gets the newest timeline when it has room, never a queue of old ones.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Timeline, TimelineBody } from '../../contract/records/timeline';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';

/** Sends between two looks at the loop. Measured: the send loop to 1,000 blocks it for 28 ms. */
const PIECE = 50;
/** A connection with this much unsent gets nothing more for now, bytes. */
const FULL = 4 * 1024 * 1024;
const RETRY_MS = 200;

export interface Receiver {
  /** One message. */
  send(text: string | Buffer): void;
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
    const messages = timeline && (await inTurns(messagesOf(timeline)));
    const receiver = this.waiting.has(displayId) ? null : this.receiver(displayId);
    if (messages && receiver) for (const message of messages) receiver.send(message);
  }
}

/**
 * The two messages of a timeline. As one message in frames it is not copied for each display here, but is there: a receiver
 * puts frames together, and a third of the time until the last of a thousand had it went into that.
 */
export function* messagesOf({ clips, entries, skipped, ...head }: Timeline): Steps<[string, string | Buffer]> {
  return [JSON.stringify({ type: 'timeline', timeline: head }), yield* bytesOf({ clips, entries, skipped })];
}

interface Met {
  body: TimelineBody;
  bytes: Buffer | null;
}
/** By its entries. Bytes are kept from the second meeting on, as 72 h of entries that nobody shares are 150 kB. */
const met = new WeakMap<TimelineBody['entries'], Met>();

function* bytesOf(body: TimelineBody): Steps<string | Buffer> {
  const known = met.get(body.entries);
  const again = known?.body.clips === body.clips && known.body.skipped === body.skipped;
  if (again && known.bytes) return known.bytes;
  const text = `{"type":"entries","clips":${yield* textOf(body.clips)},"entries":${yield* textOf(body.entries)},"skipped":${yield* textOf(body.skipped)}}`;
  const bytes = again ? Buffer.from(text) : null;
  met.set(body.entries, { body, bytes });
  return bytes ?? text;
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
