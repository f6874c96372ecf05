/** Asks for sound alone of what the radio will need, as soon as something names it and it has been looked at. */
import type { Logger } from 'pino';
import type { RecordName } from '../../contract/records';
import type { Clock, Committed, Store } from '../store';
import { assetsNeeded, type ItemsOf } from './named';

export interface SoundNeed {
  assetId: string;
  /** Sound alone. */
  profile: null;
  inMs: 0;
}

export interface WatchNeed {
  store: Pick<Store, 'get' | 'all' | 'committed'>;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  items: ItemsOf;
  /** Cheap where nothing is missing. */
  ensureRenditions(needs: readonly SoundNeed[]): Promise<void>;
}

const NAMES: ReadonlySet<RecordName> = new Set<RecordName>(['rundown', 'rundownItem', 'programme', 'settings']);
/** A person who edits commits several times a second: one look serves them all. */
const GATHER_MS = 200;
/** A new day brings the next rundown near. */
const AGAIN_MS = 3_600_000;

export class SoundWatch {
  private needed: ReadonlySet<string> = new Set();
  private due: NodeJS.Timeout | null = null;
  private hourly: NodeJS.Timeout | null = null;
  private unsubscribe = () => {};

  constructor(private readonly need: WatchNeed) {}

  start(): void {
    this.unsubscribe = this.need.store.committed.subscribe((committed) => this.committed(committed));
    this.hourly = setInterval(() => this.lookSoon(), AGAIN_MS).unref();
    this.lookSoon();
  }

  stop(): void {
    this.unsubscribe();
    if (this.due) clearTimeout(this.due);
    if (this.hourly) clearInterval(this.hourly);
  }

  /** An asset may be named before it was looked at: only then can it be asked for. */
  private committed({ changes }: Committed): void {
    const moves = changes.some(({ record, id }) => NAMES.has(record) || (record === 'asset' && this.needed.has(id)));
    if (moves) this.lookSoon();
  }

  private lookSoon(): void {
    this.due ??= setTimeout(() => {
      this.due = null;
      void this.look();
    }, GATHER_MS).unref();
  }

  private async look(): Promise<void> {
    const { store, items, clock, log, ensureRenditions } = this.need;
    try {
      this.needed = assetsNeeded(store, items, clock.now());
      await ensureRenditions([...this.needed].map((assetId) => ({ assetId, profile: null, inMs: 0 })));
    } catch (fault) {
      log.error({ err: fault }, 'sound for the radio could not be asked for');
    }
  }
}
