/** Secrets a paired page holds. Only their hashes are kept here. */
import type { Display } from '../../contract/records/display';
import { sha256 } from '../secret';
import type { Store } from '../store';

/** Finds the display of a token by its hash: an index kept beside the store, since every media request asks. */
export class TokenIndex {
  private readonly byHash = new Map<string, string>();
  private readonly byDisplay = new Map<string, string>();

  constructor(private readonly store: Store) {
    for (const display of store.all('display')) this.note(display.id, display);
    store.committed.subscribe(({ changes }) => {
      for (const { record, id } of changes) if (record === 'display') this.note(id, store.get('display', id));
    });
  }

  /** The display, or null for a token that is unknown or has been revoked. */
  find(token: string): Display | null {
    const id = this.byHash.get(sha256(token));
    return id === undefined ? null : (this.store.get('display', id) ?? null);
  }

  private note(id: string, display: Display | undefined): void {
    const before = this.byDisplay.get(id);
    if (before !== undefined) this.byHash.delete(before);
    this.byDisplay.delete(id);
    if (!display?.token) return;
    this.byHash.set(display.token.hash, id);
    this.byDisplay.set(id, display.token.hash);
  }
}
