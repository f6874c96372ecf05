/** Tells every display which recalls stand, as soon as a commit is on disk: the same bytes for all, in pieces. */
import type { ToDisplay } from '../../contract/display-protocol';
import { MOST_RECALLS } from '../../contract/records/recall';
import { Rounds } from '../loop';
import type { Committed } from '../store';
import type { Standing } from './standing';

export interface Line {
  /** Displays that are connected now. */
  connected(): Iterable<string>;
  send(displayId: string, bytes: Buffer): void;
}

export class Teller {
  private made: { of: Standing; bytes: Buffer } | null = null;
  private readonly rounds = new Rounds((displayId) => this.tell(displayId));

  constructor(
    private readonly standing: () => Standing,
    private readonly line: Line,
  ) {}

  /** What a page that was just let in is to be sent before anything it could play. */
  greet(): Buffer {
    const of = this.standing();
    if (this.made?.of !== of) this.made = { of, bytes: messageOf(of) };
    return this.made.bytes;
  }

  committed({ changes }: Pick<Committed, 'changes'>): void {
    if (!changes.some(({ record }) => record === 'recall')) return;
    this.rounds.add(this.line.connected());
  }

  stop(): void {
    this.rounds.stop();
  }

  private tell(displayId: string): boolean {
    this.line.send(displayId, this.greet());
    return true;
  }
}

/** One too many would have a display refuse the whole list. */
function messageOf({ all }: Standing): Buffer {
  const recalls = all.slice(-MOST_RECALLS).map(({ id, hashes }) => ({ id, hashes }));
  return Buffer.from(JSON.stringify({ type: 'recalls', recalls } satisfies ToDisplay));
}
