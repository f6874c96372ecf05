/** Decides when displays are looked at again: after a change, at booking edges, once a day, after a jump of the clock. */
import type { Newest, Timeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { type Committed, settingsOf, type Topic } from '../store';
import { createGather, type Gather } from './gather';
import { type Changed, Keeper, type KeeperOptions } from './keeper';
import { type Network, readNetwork } from './network';
import { matters, stampOf } from './one-moment';
import { type Change, touched } from './touched';
import { createWake, type Wake } from './wake';

export interface TimelinesOptions extends KeeperOptions {
  /** Monotonic milliseconds, for tests that jump the clock. */
  monotonic?: () => number;
}

export interface Timelines {
  /** What the display should hold now, compiled for this moment; null before its first compile and when it is gone. */
  current(displayId: string): Promise<Timeline | null>;
  /** What tells its newest timeline from others; null before the first compile. */
  newest(displayId: string): Newest | null;
  /** Looks at every display; resolves when all that changed has been handed to its connection. */
  compileAll(): Promise<{ changed: number }>;
  /** What it should show but cannot, as of the last look. */
  notReady(displayId: string): readonly Reason[];
  /** Who plays where, as of now. */
  network(): Network;
  /** After the revision is on disk; `why` tells new content from the same told further ahead. */
  readonly changed: Topic<Changed>;
  /** Emits a display whose `notReady` has changed. */
  readonly readiness: Topic<string>;
  /** Compiles all displays in the background, and again after every change, from then on. */
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** An edit reaches its displays within the first and one compile each; under a storm of edits, within the second. */
const WAIT_MS = 50;
const MAX_WAIT_MS = 500;
/** What a network is read from. */
const NETWORK = ['booking', 'displayGroup', 'loopPolicy'] as const;
/** After a commit that failed, such as on a full disk. */
const RETRY_MS = 15_000;

export function createTimelines(options: TimelinesOptions): Timelines {
  return new StationTimelines(options);
}

class StationTimelines implements Timelines {
  private readonly keeper: Keeper;
  private readonly gather: Gather<Change>;
  private latest: { network: Network; stamp: number } | null = null;
  /**
   * Those that were in use since changes were last handled, that of then first: a booking that left a display is found by
   * them, also one that came and went in between.
   */
  private used: Network[];
  private wake: Wake | null = null;
  private retry: NodeJS.Timeout | undefined;
  private readonly unsubscribe: () => void;

  constructor(private readonly options: TimelinesOptions) {
    this.keeper = new Keeper(options, () => this.network());
    this.used = [readNetwork(options.store)];
    const keyOf = ({ record, id }: Change) => `${record} ${id}`;
    const handle = (changes: Change[]) => this.handle(changes);
    this.gather = createGather({ keyOf, waitMs: WAIT_MS, maxMs: MAX_WAIT_MS, handle });
    this.unsubscribe = options.store.committed.subscribe((event) => this.follow(event));
  }

  get changed() {
    return this.keeper.changed;
  }

  get readiness() {
    return this.keeper.readiness;
  }

  current(displayId: string): Promise<Timeline | null> {
    return this.keeper.current(displayId);
  }

  newest(displayId: string): Newest | null {
    return this.keeper.stored(displayId) ?? null;
  }

  async compileAll(): Promise<{ changed: number }> {
    const ids = this.options.store.all('display').map(({ id }) => id);
    return { changed: await this.refresh(ids) };
  }

  notReady(displayId: string): readonly Reason[] {
    return this.keeper.notReady(displayId);
  }

  network(): Network {
    const { store } = this.options;
    const stamp = stampOf(store, NETWORK);
    if (this.latest?.stamp === stamp) return this.latest.network;
    this.outdate();
    this.latest = { network: readNetwork(store), stamp };
    return this.latest.network;
  }

  start(): void {
    const { clock, log, monotonic } = this.options;
    this.wake = createWake({
      clock,
      monotonic,
      onEdge: () => this.inBackground(this.keeper.due(clock.now())),
      onDaily: () => this.allInBackground(),
      onJump: (byMs) => {
        log.warn({ byMs }, 'the system clock was moved; every timeline is compiled anew');
        this.allInBackground();
      },
    });
    this.setDaily();
    this.allInBackground();
  }

  async stop(): Promise<void> {
    this.unsubscribe();
    this.gather.stop();
    this.wake?.stop();
    this.wake = null;
    clearTimeout(this.retry);
    await this.keeper.stop();
  }

  private follow({ changes }: Committed): void {
    const relevant = changes.filter(matters);
    if (relevant.length === 0) return;
    if (this.wake) this.gather.add(relevant);
  }

  private outdate(): void {
    if (this.wake && this.latest && !this.used.includes(this.latest.network)) this.used.push(this.latest.network);
  }

  private handle(changes: Change[]): void {
    if (changes.some(({ record }) => record === 'settings')) this.setDaily();
    const now = this.network();
    const before = this.used;
    this.used = [now];
    this.inBackground(touched(changes, before, now, this.options.store));
  }

  private setDaily(): void {
    const { compileAt, zone } = settingsOf(this.options.store);
    this.wake?.daily(compileAt, zone);
  }

  /** Not armed again after a failure: an edge that has passed would fail again at once, for ever. */
  private async refresh(displayIds: Iterable<string>): Promise<number> {
    const told = await this.keeper.refresh(displayIds);
    this.wake?.atEdge(this.keeper.nextEdge());
    return told;
  }

  private allInBackground(): void {
    this.inBackground(this.options.store.all('display').map(({ id }) => id));
  }

  private inBackground(displayIds: Iterable<string>): void {
    const ids = [...displayIds];
    this.refresh(ids).catch((fault: unknown) => {
      this.options.log.error({ err: fault }, 'timelines could not be compiled; tried again soon');
      clearTimeout(this.retry);
      if (this.wake) this.retry = setTimeout(() => this.allInBackground(), RETRY_MS);
    });
  }
}
