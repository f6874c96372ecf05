/** Tells displays of takeovers as soon as a commit is on disk: only those whose list has changed, in pieces. */
import { Rounds } from '../loop';
import type { Committed } from '../store';
import type { Orders, Told } from './orders';

export interface Line {
  /** Displays that are connected now. */
  connected(): Iterable<string>;
  send(displayId: string, bytes: Buffer): void;
}

export class Teller {
  private readonly told = new Map<string, string>();
  private readonly rounds = new Rounds((displayId) => this.tell(displayId));

  constructor(
    private readonly orders: Orders,
    private readonly line: Line,
  ) {}

  /** What a page that was just let in is to be sent. */
  greet(displayId: string): Buffer {
    const message = this.orders.of(displayId);
    this.told.set(displayId, message.text);
    return message.bytes;
  }

  committed({ changes }: Pick<Committed, 'changes'>): void {
    if (!changes.some(({ record, id }) => this.orders.matters(record, id))) return;
    this.rounds.add(this.line.connected());
  }

  stop(): void {
    this.rounds.stop();
  }

  private tell(displayId: string): boolean {
    const message = this.news(displayId);
    if (message) this.line.send(displayId, message.bytes);
    return message !== null;
  }

  private news(displayId: string): Told | null {
    const message = this.orders.of(displayId);
    if (this.told.get(displayId) === message.text) return null;
    this.told.set(displayId, message.text);
    return message;
  }
}
