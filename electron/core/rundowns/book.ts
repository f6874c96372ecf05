/**
 * Items and what is said in them, of the rundowns that were asked about last: kept in memory, since every view and every list asks
 * for them. What a commit moves is read anew.
 */
import { type PartId, rundownOf } from '../../contract/records/part-id';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Script } from '../../contract/records/script';
import type { Spoken } from '../../contract/rundown-feed';
import type { Id } from '../../contract/scalars';
import { spokenOf } from '../../domain/rundown/reading';
import type { Committed, Store } from '../store';

interface Page {
  items: Map<PartId, RundownItem>;
  spoken: Map<PartId, Spoken>;
}

/** A month of daily broadcasts twice over. */
const MOST_PAGES = 64;

export const spokenBy = ({ id, rev, doc }: Pick<Script, 'id' | 'rev' | 'doc'>): Spoken => ({
  itemId: id,
  rev,
  ...spokenOf(doc),
});

export class Book {
  private readonly pages = new Map<Id, Page>();

  constructor(private readonly store: Pick<Store, 'get' | 'rundownParts'>) {}

  items(rundownId: Id): RundownItem[] {
    return [...this.page(rundownId).items.values()];
  }

  spoken(rundownId: Id): Spoken[] {
    return [...this.page(rundownId).spoken.values()];
  }

  /** To be told of every commit, before whoever asks because of it. */
  committed({ changes }: Pick<Committed, 'changes'>): void {
    for (const { record, id } of changes) {
      if (record !== 'rundownItem' && record !== 'script') continue;
      const page = this.pages.get(rundownOf(id));
      if (!page) continue;
      if (record === 'rundownItem') renew(page.items, id, this.store.get('rundownItem', id));
      else renew(page.spoken, id, spokenOrNone(this.store.get('script', id)));
    }
  }

  private page(rundownId: Id): Page {
    const known = this.pages.get(rundownId);
    this.pages.delete(rundownId);
    const page = known ?? this.read(rundownId);
    this.pages.set(rundownId, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
    return page;
  }

  private read(rundownId: Id): Page {
    const { rundownParts } = this.store;
    return {
      items: new Map(rundownParts.of('rundownItem', rundownId).map((item) => [item.id, item])),
      spoken: new Map(rundownParts.of('script', rundownId).map((script) => [script.id, spokenBy(script)])),
    };
  }
}

const spokenOrNone = (script: Script | undefined): Spoken | undefined => script && spokenBy(script);

function renew<T>(map: Map<PartId, T>, id: PartId, value: T | undefined): void {
  if (value === undefined) map.delete(id);
  else map.set(id, value);
}
