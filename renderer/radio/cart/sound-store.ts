/**
 * Sounds ready to play. Files as they came are kept from when the rundown is ready, so that a broken network does not silence a break;
 * decoded sound takes 23 MB a minute, so only as much of it is kept as the bound allows, what was not used longest going first.
 */
import type { ReadyMaterial } from '../../../electron/contract/api/cart';

export type Wanted = Pick<ReadyMaterial, 'hash' | 'durationMs'>;

export interface SoundStoreNeed<B> {
  fetchFile(hash: string): Promise<ArrayBuffer>;
  decode(file: ArrayBuffer, wanted: Wanted): Promise<B>;
  /** Bytes of decoded sound. */
  sizeOf(sound: B): number;
  mostDecoded?: number;
  mostFiles?: number;
}

const MB = 1024 * 1024;
/** About eleven minutes of stereo: eight keys, a bed, and of a break what is on and what comes. */
export const MOST_DECODED = 256 * MB;
/** About an hour at 160 kbit/s. */
const MOST_FILES = 96 * MB;

export class SoundStore<B> {
  private readonly sounds: Shelf<B>;
  private readonly files: Shelf<ArrayBuffer>;

  constructor(private readonly need: SoundStoreNeed<B>) {
    this.sounds = new Shelf(need.mostDecoded ?? MOST_DECODED, need.sizeOf);
    this.files = new Shelf(need.mostFiles ?? MOST_FILES, (file) => file.byteLength);
  }

  get decodedBytes(): number {
    return this.sounds.bytes;
  }

  has({ hash }: Wanted): boolean {
    return this.sounds.has(hash);
  }

  /** Decoded; at once where it was used lately. Rejects where the station has no such file, or it is no sound. */
  get(wanted: Wanted): Promise<B> {
    return this.sounds.get(wanted.hash, async () => this.need.decode((await this.file(wanted)).slice(0), wanted));
  }

  /** Fetches the file for later. */
  async keep(wanted: Wanted): Promise<void> {
    if (!this.sounds.has(wanted.hash)) await this.file(wanted);
  }

  private file({ hash }: Wanted): Promise<ArrayBuffer> {
    return this.files.get(hash, () => this.need.fetchFile(hash));
  }
}

/** What was used last stays, up to a number of bytes; what is being made is made once. */
class Shelf<V> {
  private readonly kept = new Map<string, V>();
  private readonly making = new Map<string, Promise<V>>();
  bytes = 0;

  constructor(
    private readonly most: number,
    private readonly sizeOf: (value: V) => number,
  ) {}

  has = (key: string): boolean => this.kept.has(key);

  get(key: string, make: () => Promise<V>): Promise<V> {
    const found = this.kept.get(key);
    if (found !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return Promise.resolve(found);
    }
    const under = this.making.get(key) ?? this.make(key, make);
    return under;
  }

  private make(key: string, make: () => Promise<V>): Promise<V> {
    const promise = make()
      .then((value) => {
        this.put(key, value);
        return value;
      })
      .finally(() => this.making.delete(key));
    this.making.set(key, promise);
    return promise;
  }

  /** The newest stays even where it alone is more than the bound: it is about to be played. */
  private put(key: string, value: V): void {
    this.kept.set(key, value);
    this.bytes += this.sizeOf(value);
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= this.most || oldest === key) return;
      this.kept.delete(oldest);
      this.bytes -= this.sizeOf(old);
    }
  }
}
