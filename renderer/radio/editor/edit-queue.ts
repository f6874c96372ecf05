/**
 * Edits of items on their way: shown at once, sent one after another, put back when refused. Where somebody else changed the same
 * fields meanwhile both versions are kept until one is chosen; where they changed others, ours is written beside theirs. Knows
 * neither React nor the network.
 */
import type { ItemChange } from '../../../electron/contract/api/rundowns';
import type { ItemFields, PartId, RundownItem } from '../../../electron/contract/records/rundown-item';
import { applied, arrived } from './pending';

type SetChange = Extract<ItemChange, { type: 'set' }>;

export interface Conflict {
  id: PartId;
  mine: Partial<ItemFields>;
  theirs: RundownItem;
}

export interface QueueState {
  readonly items: readonly RundownItem[];
  readonly saving: boolean;
  readonly conflicts: readonly Conflict[];
}

export interface QueueDoors {
  edit(changes: ItemChange[]): Promise<readonly RundownItem[]>;
  /** All items as the station holds them now. */
  newest(): Promise<readonly RundownItem[]>;
  isStale(fault: unknown): boolean;
  /** Any other refusal: this edit is put back, after saying so. */
  refused(fault: unknown): void;
  now(): number;
  by: string;
  rundownId: string;
}

interface Batch {
  changes: ItemChange[];
  /** What each changed item was when it was changed. */
  base: ReadonlyMap<PartId, RundownItem>;
  answered: readonly RundownItem[] | null;
  answeredAt: number;
}

/** An answer that the feed has not brought by then was overtaken: the feed is right. */
const FEED_MS = 2000;

export class EditQueue {
  #held: readonly RundownItem[];
  #batches: Batch[] = [];
  #state: QueueState;
  /** Revisions that our own edits have made, which the feed may not have brought yet. */
  readonly #revs = new Map<PartId, number>();
  readonly #doors: QueueDoors;
  readonly #listeners = new Set<() => void>();
  #sending = false;

  constructor(items: readonly RundownItem[], doors: QueueDoors) {
    this.#held = items;
    this.#doors = doors;
    this.#state = { items, saving: false, conflicts: [] };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): QueueState => this.#state;

  /** What the feed says. */
  receive(items: readonly RundownItem[]): void {
    if (items === this.#held) return;
    this.#held = items;
    this.#become({});
  }

  edit(changes: readonly ItemChange[]): void {
    if (changes.length === 0) return;
    const base = new Map(this.#state.items.map((item) => [item.id, item]));
    this.#batches.push({ changes: [...changes], base, answered: null, answeredAt: 0 });
    this.#become({});
    void this.#send();
  }

  keepMine({ id, mine }: Conflict): void {
    this.#settle(id);
    this.edit([{ type: 'set', id, rev: null, fields: mine }]);
  }

  takeTheirs({ id }: Conflict): void {
    this.#settle(id);
  }

  #settle(id: PartId): void {
    this.#become({ conflicts: this.#state.conflicts.filter((each) => each.id !== id) });
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let batch = this.#next(); batch; batch = this.#next()) await this.#try(batch);
    this.#sending = false;
    this.#become({});
  }

  #next(): Batch | undefined {
    return this.#batches.find(({ answered }) => answered === null);
  }

  async #try(batch: Batch, again = false): Promise<void> {
    try {
      const answered = await this.#doors.edit(batch.changes.map((change) => this.#withRev(change)));
      for (const { id, rev } of answered) this.#revs.set(id, rev);
      Object.assign(batch, { answered, answeredAt: this.#doors.now() });
      this.#become({});
      if (this.#batches.includes(batch)) setTimeout(() => this.#become({}), FEED_MS + 50);
    } catch (fault) {
      if (this.#doors.isStale(fault) && !again && (await this.#merge(batch))) return this.#try(batch, true);
      if (this.#batches.includes(batch)) this.#doors.refused(fault);
      this.#drop(batch);
    }
  }

  #withRev(change: ItemChange): ItemChange {
    if (change.type !== 'set' || change.rev === null) return change;
    return { ...change, rev: Math.max(change.rev, this.#revs.get(change.id) ?? 0) };
  }

  /** Parts what can be written beside theirs from what cannot. Answers whether anything is left to send. */
  async #merge(batch: Batch): Promise<boolean> {
    const newest = await this.#doors.newest().catch(() => null);
    if (newest === null) return false;
    const now = new Map(newest.map((item) => [item.id, item]));
    const conflicts: Conflict[] = [];
    batch.changes = batch.changes.flatMap((change) => {
      const theirs = change.type === 'set' ? now.get(change.id) : undefined;
      if (change.type !== 'set' || !theirs) return [change];
      if (!clashes(change, batch.base.get(change.id), theirs)) return [{ ...change, rev: theirs.rev }];
      conflicts.push({ id: change.id, mine: change.fields, theirs });
      return [];
    });
    const rest = this.#state.conflicts.filter(({ id }) => !conflicts.some((each) => each.id === id));
    this.#become({ conflicts: [...rest, ...conflicts] });
    if (batch.changes.length === 0) this.#drop(batch);
    return batch.changes.length > 0;
  }

  #drop(batch: Batch): void {
    this.#batches = this.#batches.filter((each) => each !== batch);
    this.#become({});
  }

  #become(part: Partial<Pick<QueueState, 'conflicts'>>): void {
    const now = this.#doors.now();
    // In order: one that has arrived under one that has not is still needed to lay that one over.
    while (this.#batches[0]?.answered && this.#isOver(this.#batches[0], now)) this.#batches.shift();
    const { by, rundownId } = this.#doors;
    let items = this.#held;
    for (const { changes } of this.#batches) items = applied(items, changes, { by, at: now }, rundownId);
    this.#state = { ...this.#state, ...part, items, saving: this.#next() !== undefined };
    for (const listener of this.#listeners) listener();
  }

  #isOver({ changes, base, answered, answeredAt }: Batch, now: number): boolean {
    const revOf = (id: PartId) => Math.max(base.get(id)?.rev ?? 0, this.#revs.get(id) ?? 0);
    return arrived(this.#held, changes, answered ?? [], revOf) || now - answeredAt >= FEED_MS;
  }
}

/** Whether they changed what we changed, to something else. */
function clashes({ fields }: SetChange, base: RundownItem | undefined, theirs: RundownItem): boolean {
  return (Object.keys(fields) as (keyof ItemFields)[]).some(
    (key) => !same(theirs[key], fields[key]) && !same(theirs[key], base?.[key]),
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
