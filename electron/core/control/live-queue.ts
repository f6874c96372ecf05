/** What one console has not heard yet, folded together: never more than the newest word on each thing. */
import type { LiveEvent } from '../../contract/live';

type Of<T extends LiveEvent['type']> = Extract<LiveEvent, { type: T }>;

/** Beyond this many things to say, asking for everything again is cheaper. */
const MOST_HELD = 2000;

export interface LiveQueue {
  add(event: LiveEvent): void;
  /** Everything held, oldest kind first; the queue is empty afterwards. */
  take(): LiveEvent[];
  readonly size: number;
}

/** @param hello makes the event that stands for "ask for everything again". */
export function createLiveQueue(hello: () => Of<'hello'>): LiveQueue {
  const moved = new Map<string, Of<'changed'>['records'][number]>();
  const others = new Map<string, LiveEvent>();
  let overflowed = false;

  function overflow(): void {
    overflowed = true;
    moved.clear();
    others.clear();
  }

  const size = () => (overflowed ? 1 : moved.size + others.size);
  return {
    add(event) {
      if (overflowed) return;
      if (event.type === 'changed') {
        for (const one of event.records) moved.set(`${one.record} ${one.id}`, one);
      } else others.set(keyOf(event), event);
      if (size() > MOST_HELD) overflow();
    },
    take() {
      const changed: LiveEvent[] = moved.size > 0 ? [{ type: 'changed', records: [...moved.values()] }] : [];
      const events = overflowed ? [hello()] : [...changed, ...others.values()];
      overflowed = false;
      moved.clear();
      others.clear();
      return events;
    },
    get size() {
      return size();
    },
  };
}

function keyOf(event: Exclude<LiveEvent, { type: 'changed' }>): string {
  switch (event.type) {
    case 'job':
      return `job ${event.id}`;
    case 'display':
      return `display ${event.status.displayId}`;
    case 'hello':
    case 'pairings':
    case 'plays':
    case 'alerts':
      return event.type;
    default:
      return event satisfies never;
  }
}
