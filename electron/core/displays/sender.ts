/**
 * Hands large messages over one at a time, so that a thousand displays that come back at once do not block the loop,
 * and not faster than a socket takes them. A newer piece of work for the same display takes the older one's place.
 */
const FULL_BYTES = 4 * 1024 * 1024;
const AGAIN_MS = 250;

export interface Outlet {
  bufferedBytes(): number;
  /** Makes and sends the message. */
  send(): void;
}

export class Sender {
  private readonly queue = new Map<string, Outlet>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private turning = false;

  /** `key` is a display. */
  add(key: string, outlet: Outlet): void {
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    this.queue.set(key, outlet);
    if (this.turning) return;
    this.turning = true;
    setImmediate(() => this.turn());
  }

  drop(key: string): void {
    this.queue.delete(key);
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
  }

  stop(): void {
    for (const key of [...this.queue.keys(), ...this.waiting.keys()]) this.drop(key);
  }

  private turn(): void {
    const [next] = this.queue;
    if (next) {
      const [key, outlet] = next;
      this.queue.delete(key);
      this.handOver(key, outlet);
    }
    this.turning = this.queue.size > 0;
    if (this.turning) setImmediate(() => this.turn());
  }

  private handOver(key: string, outlet: Outlet): void {
    if (outlet.bufferedBytes() < FULL_BYTES) outlet.send();
    else this.waiting.set(key, setTimeout(() => this.add(key, outlet), AGAIN_MS).unref());
  }
}
