/** The state of every display, told to consoles at most four times a second each. */
import type { DisplayStatus } from '../../contract/live';
import { createTopic, type Store } from '../store';
import { type DisplayState, newState } from './display-state';
import type { TimelineSource } from './types';

const TELL_MS = 250;

export class StatusBoard {
  readonly told = createTopic<DisplayStatus>();
  private readonly states = new Map<string, DisplayState>();
  private readonly toldAt = new Map<string, number>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly store: Store,
    private readonly timelines: TimelineSource,
    private readonly monotonic: () => number,
  ) {}

  status(displayId: string): DisplayStatus {
    return {
      displayId,
      ...this.state(displayId),
      expectedRevision: this.timelines.revision(displayId),
      notReady: [...this.timelines.notReady(displayId)],
    };
  }

  change(displayId: string, change: (state: DisplayState) => DisplayState): void {
    const before = this.state(displayId);
    const after = change(before);
    this.states.set(displayId, after);
    if (after !== before) this.tell(displayId);
  }

  /** Tells the status anew, at once or with the next due. */
  tell(displayId: string): void {
    if (this.timers.has(displayId)) return;
    const last = this.toldAt.get(displayId) ?? Number.NEGATIVE_INFINITY;
    const wait = Math.max(0, last + TELL_MS - this.monotonic());
    this.timers.set(displayId, setTimeout(() => this.say(displayId), wait).unref());
  }

  forget(displayId: string): void {
    clearTimeout(this.timers.get(displayId));
    for (const map of [this.timers, this.states, this.toldAt]) map.delete(displayId);
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private say(displayId: string): void {
    this.timers.delete(displayId);
    this.toldAt.set(displayId, this.monotonic());
    if (this.store.get('display', displayId)) this.told.emit(this.status(displayId));
  }

  private state(displayId: string): DisplayState {
    const known = this.states.get(displayId) ?? newState(this.lastSign(displayId));
    this.states.set(displayId, known);
    return known;
  }

  /** Before it connects after a start of the station: its newest play, or its pairing, is the last sign of it. */
  private lastSign(displayId: string): number | null {
    const issuedAt = this.store.get('display', displayId)?.token?.issuedAt ?? null;
    if (issuedAt === null) return null;
    const [play] = this.store.plays.list({ displayId, limit: 1 }).items;
    return Math.max(issuedAt, play?.receivedAt ?? 0);
  }
}
