/**
 * Saves a script while it is written: some time after the last key, and at the latest so long after the first. A revision that
 * somebody else made meanwhile stops it and shows both. Knows neither React nor the network.
 */
import type { Script, ScriptDoc } from '../../../electron/contract/records/script';

export interface SaverState {
  /** The newest version known to be saved. */
  readonly saved: Script;
  /** What is not saved yet; null where all is. */
  readonly mine: ScriptDoc | null;
  readonly saving: boolean;
  readonly theirs: Script | null;
  /** The last try failed: it is tried again with the next key, or by hand. */
  readonly fault: unknown;
}

export interface SaverDoors {
  save(input: { id: string; rev: number; doc: ScriptDoc }): Promise<Script>;
  newest(id: string): Promise<Script>;
  isStale(fault: unknown): boolean;
}

const AFTER_MS = 600;
const AT_LATEST_MS = 3000;

export class ScriptSaver {
  #state: SaverState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | null = null;
  readonly #doors: SaverDoors;
  readonly #listeners = new Set<() => void>();

  constructor(saved: Script, doors: SaverDoors) {
    this.#state = { saved, mine: null, saving: false, theirs: null, fault: null };
    this.#doors = doors;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): SaverState => this.#state;

  edit(doc: ScriptDoc): void {
    this.#become({ mine: doc });
    if (this.#state.theirs) return;
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.flush(),
      Math.max(0, Math.min(AFTER_MS, this.#since + AT_LATEST_MS - now)),
    );
  }

  /** Now, such as when the item is left. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const { mine, saving, theirs, saved } = this.#state;
    if (mine === null || saving || theirs) return;
    this.#since = null;
    this.#become({ saving: true, fault: null });
    try {
      const after = await this.#doors.save({ id: saved.id, rev: saved.rev, doc: mine });
      this.#become({ saved: after, ...(this.#state.mine === mine ? { mine: null } : {}) });
    } catch (fault) {
      await this.#fail(fault);
    }
    this.#become({ saving: false });
    if (this.#state.mine !== null && this.#state.fault === null) this.edit(this.#state.mine);
  }

  /** The station's newest: taken over unless something is on its way. Answers whether it was. */
  receive(saved: Script): boolean {
    if (saved.rev <= this.#state.saved.rev || this.#state.saving || this.#state.mine !== null) return false;
    this.#become({ saved });
    return true;
  }

  keepMine(): void {
    const { theirs, mine } = this.#state;
    if (theirs === null) return;
    this.#become({ saved: theirs, theirs: null });
    if (mine) {
      this.edit(mine);
      void this.flush();
    }
  }

  takeTheirs(): void {
    const { theirs } = this.#state;
    if (theirs) this.#become({ saved: theirs, theirs: null, mine: null });
  }

  async #fail(fault: unknown): Promise<void> {
    if (!this.#doors.isStale(fault)) return this.#become({ fault });
    try {
      this.#become({ theirs: await this.#doors.newest(this.#state.saved.id) });
    } catch (second) {
      this.#become({ fault: second });
    }
  }

  #become(part: Partial<SaverState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
