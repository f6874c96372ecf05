/**
 * Saves a playlist as it is edited: each edit is one command, sent in order with the revision the one before left.
 * A stale revision stops the queue and shows both versions. Knows neither React nor the network.
 */
import type { PlaylistView } from '../../../../electron/contract/api/schedule';
import type { PlaylistItem } from '../../../../electron/contract/records/playlist';

export interface SaverState {
  /** What is on screen: the edits made here, saved or not. */
  readonly items: readonly PlaylistItem[];
  /** The newest version known to be saved. */
  readonly saved: PlaylistView;
  readonly saving: boolean;
  /** Someone else saved meanwhile: their version. Nothing is sent until one is chosen. */
  readonly theirs: PlaylistView | null;
}

export interface SaverDoors {
  update(input: { id: string; rev: number; items: PlaylistItem[] }): Promise<PlaylistView>;
  newest(id: string): Promise<PlaylistView>;
  isStale(fault: unknown): boolean;
  /** Any other refusal: the edits not yet saved are dropped, after saying so. */
  refused(fault: unknown): void;
}

export class Saver {
  #state: SaverState;
  #waiting: PlaylistItem[][] = [];
  readonly #doors: SaverDoors;
  readonly #listeners = new Set<() => void>();

  constructor(saved: PlaylistView, doors: SaverDoors) {
    this.#state = { items: saved.items, saved, saving: false, theirs: null };
    this.#doors = doors;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): SaverState => this.#state;

  edit(items: PlaylistItem[]): void {
    this.#waiting.push(items);
    this.#become({ items });
    void this.#send();
  }

  /** The station's newest version: taken over unless edits are on their way. */
  receive(saved: PlaylistView): void {
    if (this.#state.saving || this.#state.theirs || saved.rev === this.#state.saved.rev) return;
    this.#become({ saved, items: saved.items });
  }

  keepMine(): void {
    const { theirs, items } = this.#state;
    if (theirs === null) return;
    this.#waiting = [[...items]];
    this.#become({ saved: theirs, theirs: null });
    void this.#send();
  }

  takeTheirs(): void {
    const { theirs } = this.#state;
    if (theirs) this.#become({ saved: theirs, items: theirs.items, theirs: null });
  }

  async #send(): Promise<void> {
    if (this.#state.saving || this.#state.theirs) return;
    this.#become({ saving: true });
    for (let items = this.#waiting.shift(); items; items = this.#waiting.shift()) {
      try {
        const { id, rev } = this.#state.saved;
        this.#become({ saved: await this.#doors.update({ id, rev, items }) });
      } catch (fault) {
        await this.#fail(fault);
      }
    }
    this.#become({ saving: false });
  }

  async #fail(fault: unknown): Promise<void> {
    this.#waiting = [];
    if (!this.#doors.isStale(fault)) {
      this.#doors.refused(fault);
      this.#become({ items: this.#state.saved.items });
      return;
    }
    try {
      this.#become({ theirs: await this.#doors.newest(this.#state.saved.id) });
    } catch (second) {
      this.#doors.refused(second);
    }
    this.#waiting = [];
  }

  #become(part: Partial<SaverState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
