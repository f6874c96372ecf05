/** What each display is doing now: in memory, told to consoles at most four times a second a display. */
import { isDeepStrictEqual } from 'node:util';
import type { DisplayStatus } from '../../contract/live';
import type { Newest } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { createTopic, type Topic } from '../store';

const MOST_FAULTS = 20;
const TELL_EVERY_MS = 250;

export interface Expectation {
  newest(displayId: string): Newest | null;
  notReady(displayId: string): readonly Reason[];
}

type Heard = Omit<DisplayStatus, 'expectedRevision' | 'notReady'>;

export class Board {
  readonly told: Topic<DisplayStatus> = createTopic();
  private readonly heard = new Map<string, Heard>();
  private readonly due = new Map<string, NodeJS.Timeout>();
  private readonly lastTold = new Map<string, number>();

  constructor(private readonly expectation: Expectation) {}

  get(displayId: string): DisplayStatus {
    return {
      ...this.of(displayId),
      expectedRevision: this.expectation.newest(displayId)?.revision ?? null,
      notReady: [...this.expectation.notReady(displayId)],
    };
  }

  update(displayId: string, change: Partial<Heard>): void {
    this.heard.set(displayId, { ...this.of(displayId), ...change });
    this.touch(displayId);
  }

  /** The newest first. One that comes again is told once, with its newest time: it must not push out the others. */
  fault(displayId: string, at: number, reason: Reason): void {
    const others = this.of(displayId).faults.filter((held) => !isDeepStrictEqual(held.reason, reason));
    const faults = [{ at, reason }, ...others].slice(0, MOST_FAULTS);
    this.update(displayId, { faults });
  }

  /** Something outside has moved its status: tell. The first word goes at once, the next ones together. */
  touch(displayId: string): void {
    if (this.due.has(displayId)) return;
    const wait = Math.max(0, (this.lastTold.get(displayId) ?? 0) + TELL_EVERY_MS - performance.now());
    this.due.set(
      displayId,
      setTimeout(() => this.tell(displayId), wait),
    );
  }

  forget(displayId: string): void {
    clearTimeout(this.due.get(displayId));
    for (const map of [this.heard, this.due, this.lastTold]) map.delete(displayId);
  }

  stop(): void {
    for (const timer of this.due.values()) clearTimeout(timer);
    this.due.clear();
  }

  private tell(displayId: string): void {
    this.due.delete(displayId);
    this.lastTold.set(displayId, performance.now());
    this.told.emit(this.get(displayId));
  }

  private of(displayId: string): Heard {
    return this.heard.get(displayId) ?? unseen(displayId);
  }
}

const unseen = (displayId: string): Heard => ({
  displayId,
  connected: false,
  since: null,
  holdsRevision: null,
  missing: { files: 0, bytes: 0 },
  playing: null,
  next: null,
  clock: null,
  outbox: 0,
  pictureAt: null,
  faults: [],
});
