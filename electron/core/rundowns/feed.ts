/** Tells whoever has a rundown open: everything once, then what each commit moved. No gathering: a take is to be seen at once. */
import { setMaxListeners } from 'node:events';
import { type PartId, rundownOf } from '../../contract/records/part-id';
import type { RundownEvent } from '../../contract/rundown-feed';
import type { Id } from '../../contract/scalars';
import { type Clock, type Committed, newestShow, type Store, stepsOf } from '../store';
import type { Book } from './book';
import type { Presence } from './presence';

/** A view that reads this much too slowly is told everything anew instead. */
const MOST_WAITING = 200;
const NO_WORDS = { rev: 0, words: {}, pausesMs: 0 };

export interface FeedNeed {
  store: Store;
  clock: Clock;
  book: Book;
  presence: Presence;
}

export class Feed {
  private readonly followers = new Map<Id, Set<Follower>>();
  private readonly stopped = new AbortController();

  constructor(private readonly need: FeedNeed) {
    setMaxListeners(0, this.stopped.signal);
  }

  /** Ends when `signal` aborts, the rundown goes, or the feed stops. */
  async *follow(rundownId: Id, signal?: AbortSignal): AsyncGenerator<RundownEvent, void, void> {
    const follower = new Follower(() => this.whole(rundownId));
    const ends = [signal, this.stopped.signal];
    const over = () => ends.some((end) => end?.aborted);
    for (const end of ends) end?.addEventListener('abort', follower.wake);
    this.join(rundownId, follower);
    try {
      follower.tell(this.whole(rundownId));
      while (!over()) {
        for (const event of await follower.next(over)) {
          yield event;
          if (event.type === 'gone') return;
        }
      }
    } finally {
      this.followers.get(rundownId)?.delete(follower);
      for (const end of ends) end?.removeEventListener('abort', follower.wake);
    }
  }

  /** What a commit moved, for those who look. */
  committed({ changes }: Pick<Committed, 'changes'>): void {
    for (const rundownId of this.followers.keys()) {
      const event = this.movedBy(rundownId, changes);
      if (event) this.tell(rundownId, event);
    }
  }

  presentMoved(rundownId: Id): void {
    this.tell(rundownId, { type: 'present', present: this.need.presence.of(rundownId) });
  }

  clockSet(): void {
    const at = this.need.clock.now();
    for (const rundownId of this.followers.keys()) this.tell(rundownId, { type: 'clock', at });
  }

  stop(): void {
    this.stopped.abort();
  }

  private join(rundownId: Id, follower: Follower): void {
    const known = this.followers.get(rundownId);
    if (known) known.add(follower);
    else this.followers.set(rundownId, new Set([follower]));
  }

  private tell(rundownId: Id, event: RundownEvent): void {
    const followers = this.followers.get(rundownId);
    if (followers?.size === 0) this.followers.delete(rundownId);
    for (const follower of followers ?? []) follower.tell(event);
  }

  private whole(rundownId: Id): RundownEvent {
    const { store, clock, book, presence } = this.need;
    const rundown = store.get('rundown', rundownId);
    if (!rundown) return { type: 'gone' };
    const show = newestShow(store, rundownId);
    return {
      type: 'whole',
      at: clock.now(),
      rundown,
      presenters: [...store.all('presenter')],
      items: book.items(rundownId),
      spoken: book.spoken(rundownId),
      comments: store.rundownParts.of('rundownComment', rundownId),
      calls: store.rundownParts.of('call', rundownId),
      show,
      steps: show ? stepsOf(store, show) : [],
      present: presence.of(rundownId),
    };
  }

  private movedBy(rundownId: Id, changes: Committed['changes']): RundownEvent | null {
    const { store, clock, book } = this.need;
    const event: Extract<RundownEvent, { type: 'moved' }> = { type: 'moved', at: clock.now() };
    let any = false;
    const mine = (id: PartId) => rundownOf(id) === rundownId;
    for (const { record, id } of changes) {
      // Whose it was cannot be asked any more: the newest of those that are left is told anew, with its log.
      if (record === 'show' && !store.get('show', id)) {
        const show = newestShow(store, rundownId);
        Object.assign(event, { show, steps: show ? stepsOf(store, show) : [] });
        any = true;
        continue;
      }
      if (record === 'rundown' && id === rundownId) {
        const rundown = store.get('rundown', id);
        if (!rundown) return { type: 'gone' };
        event.rundown = rundown;
      } else if (record === 'presenter') event.presenters = [...store.all('presenter')];
      else if (record === 'show' && this.isOf(id, rundownId)) event.show = newestShow(store, rundownId);
      else if (record === 'rundownItem' && mine(id)) put(event, 'items', store.get(record, id), id);
      else if (record === 'rundownComment' && mine(id)) put(event, 'comments', store.get(record, id), id);
      else if (record === 'call' && mine(id)) put(event, 'calls', store.get(record, id), id);
      else if (record === 'step' && mine(id)) put(event, 'steps', store.get(record, id), id);
      else if (record === 'script' && mine(id)) {
        const spoken = book.spoken(rundownId).find(({ itemId }) => itemId === id) ?? { itemId: id, ...NO_WORDS };
        event.spoken = [...(event.spoken ?? []), spoken];
      } else continue;
      any = true;
    }
    return any ? event : null;
  }

  private isOf(showId: Id, rundownId: Id): boolean {
    return this.need.store.get('show', showId)?.rundownId === rundownId;
  }
}

type Moved = Extract<RundownEvent, { type: 'moved' }>;

function put<K extends 'items' | 'comments' | 'calls' | 'steps'>(
  event: Moved,
  key: K,
  value: NonNullable<Moved[K]>[number] | undefined,
  id: PartId,
): void {
  if (value) event[key] = [...(event[key] ?? []), value] as NonNullable<Moved[K]>;
  else event.removed = [...(event.removed ?? []), id];
}

class Follower {
  private waiting: RundownEvent[] = [];
  private woken = () => {};

  constructor(private readonly whole: () => RundownEvent) {}

  readonly wake = (): void => this.woken();

  tell(event: RundownEvent): void {
    if (this.waiting.length < MOST_WAITING) this.waiting.push(event);
    else this.waiting = [this.whole()];
    this.woken();
  }

  /** What has come since; waits where nothing has. */
  async next(over: () => boolean): Promise<RundownEvent[]> {
    if (this.waiting.length === 0 && !over()) {
      await new Promise<void>((resolve) => {
        this.woken = resolve;
      });
    }
    const events = this.waiting;
    this.waiting = [];
    return events;
  }
}
