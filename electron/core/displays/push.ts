/**
 * Hands timelines to connections without holding the loop: a text is made once for all displays that share it, sends go
 * in pieces, and a display that cannot keep up gets the newest timeline when it has room, never a queue of old ones.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Timeline } from '../../contract/records/timeline';

/** Sends between two looks at the loop. Measured: the send loop to 1,000 blocks it for 28 ms. */
const PIECE = 50;
/** A connection with this much unsent gets nothing more for now, bytes. */
const FULL = 4 * 1024 * 1024;
const RETRY_MS = 200;

export interface Receiver {
  send(text: string): void;
  bufferedBytes(): number;
}

export class Pusher {
  private readonly waiting = new Map<string, Timeline>();
  private running = false;
  private stopped = false;

  constructor(private readonly receiver: (displayId: string) => Receiver | null) {}

  /** The newest for this display; one that still waits is replaced. */
  push(displayId: string, timeline: Timeline): void {
    this.waiting.set(displayId, timeline);
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
      if (!this.sendNext()) await new Promise((wait) => setTimeout(wait, RETRY_MS));
      else if (sent % PIECE === 0) await nextTurn();
    }
    this.running = false;
  }

  /** False when every display that waits is full. */
  private sendNext(): boolean {
    for (const [displayId, timeline] of this.waiting) {
      const receiver = this.receiver(displayId);
      if (receiver && receiver.bufferedBytes() > FULL) continue;
      this.waiting.delete(displayId);
      receiver?.send(timelineText(timeline));
      return true;
    }
    return false;
  }
}

/** The message, equal to `JSON.stringify` of it; arrays that displays share are made into text once for all of them. */
export function timelineText(timeline: Timeline): string {
  const fields = Object.entries(timeline).map(([name, value]) => `"${name}":${valueText(value)}`);
  return `{"type":"timeline","timeline":{${fields.join(',')}}}`;
}

/** Null: met once. Text is kept from the second meeting on, as 72 h of entries that nobody shares are 150 kB. */
const texts = new WeakMap<object, string | null>();

function valueText(value: Timeline[keyof Timeline]): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  const kept = texts.get(value);
  if (kept) return kept;
  const text = JSON.stringify(value);
  texts.set(value, texts.has(value) ? text : null);
  return text;
}
