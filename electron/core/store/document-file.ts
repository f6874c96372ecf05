/** Documents on disk: lowdb with an adapter that flushes, and one bounded queue of writes per file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { removeDurably, writeAtomically } from './atomic-file';
import { DocumentImage } from './documents';

/** lowdb's own writer renames but never flushes, and under steady writes lets its first caller wait for the last. */
class FlushedFile implements Adapter<DocumentImage> {
  constructor(readonly path: string) {}

  async read(): Promise<DocumentImage> {
    return DocumentImage.parse(JSON.parse(await readFile(this.path, 'utf8')));
  }

  write(image: DocumentImage): Promise<void> {
    return writeAtomically(this.path, `${JSON.stringify(image, null, 1)}\n`);
  }
}

export type FileTrouble = (document: string, fault: unknown | null) => void;

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

/** One document's file. A save waits for at most the write under way and one more. */
export class DocumentFile {
  private readonly adapter: FlushedFile;
  private image: DocumentImage | null = null;
  private wanted = false;
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private delay = FIRST_RETRY_MS;

  constructor(
    folder: string,
    private readonly document: string,
    private readonly told: FileTrouble,
  ) {
    this.adapter = new FlushedFile(join(folder, `${document}.json`));
  }

  /**
   * Resolves once this image or a newer one is on disk, and also when the disk refuses it: the journal has it, `told`
   * is called, and the write is tried again.
   */
  save(image: DocumentImage | null): Promise<void> {
    this.image = image;
    this.wanted = true;
    this.next ??= (this.running ?? Promise.resolve()).then(() => this.begin());
    return this.next;
  }

  /** Tries once more what could not be written and waits for what is under way. */
  async close(): Promise<void> {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
    if (this.wanted && !this.next) await this.save(this.image);
    await this.next;
    await this.running;
    if (this.retry) clearTimeout(this.retry);
  }

  private begin(): Promise<void> {
    this.next = null;
    this.running = this.write().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async write(): Promise<void> {
    this.wanted = false;
    try {
      await this.put(this.image);
      this.delay = FIRST_RETRY_MS;
      this.told(this.document, null);
    } catch (fault) {
      this.wanted = true;
      this.told(this.document, fault);
      this.tryLater();
    }
  }

  /** An emptied document has no file. */
  private put(image: DocumentImage | null): Promise<void> {
    return image ? new Low(this.adapter, image).write() : removeDurably(this.adapter.path);
  }

  private tryLater(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.save(this.image), this.delay).unref();
    this.delay = Math.min(this.delay * 2, LAST_RETRY_MS);
  }
}

/** All document files of one folder. */
export class DocumentFiles {
  private readonly files = new Map<string, DocumentFile>();
  private readonly failing = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly told: FileTrouble,
  ) {}

  save(document: string, image: DocumentImage | null): Promise<void> {
    const file =
      this.files.get(document) ?? new DocumentFile(this.folder, document, (name, fault) => this.note(name, fault));
    this.files.set(document, file);
    return file.save(image);
  }

  async close(): Promise<void> {
    await Promise.all([...this.files.values()].map((file) => file.close()));
  }

  /** Tells the first failure of each document, and once when the last of them is over. */
  private note(document: string, fault: unknown | null): void {
    const failed = this.failing.has(document);
    if (fault) {
      this.failing.add(document);
      if (!failed) this.told(document, fault);
    } else if (this.failing.delete(document) && this.failing.size === 0) this.told(document, null);
  }
}
