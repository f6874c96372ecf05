/** What was recorded and is not on the station's disk yet, in IndexedDB: it outlives a reload and a station that is away. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from 'zod';
import { Id, Instant } from '../../../../electron/contract/scalars';

export const KeptFile = z.object({
  id: Id,
  showId: Id.nullable(),
  input: z.string(),
  /** Until when the last chunk holds sound. */
  until: Instant,
  /** Null while it is being recorded. */
  endedAt: Instant.nullable(),
});
export type KeptFile = z.infer<typeof KeptFile>;

const KeptChunk = z.object({ bytes: z.instanceof(ArrayBuffer), until: Instant });
export type KeptChunk = z.infer<typeof KeptChunk> & { n: number };

interface Schema extends DBSchema {
  files: { key: string; value: unknown };
  chunks: { key: [string, number]; value: unknown };
}

export interface Box {
  begin(file: KeptFile): Promise<void>;
  put(id: string, chunk: KeptChunk): Promise<void>;
  end(id: string, endedAt: number): Promise<void>;
  /** Oldest first. */
  files(): Promise<KeptFile[]>;
  first(id: string): Promise<KeptChunk | null>;
  /** Forgets the chunks before `next`. */
  acknowledge(id: string, next: number): Promise<void>;
  drop(id: string): Promise<void>;
  count(): Promise<number>;
}

const of = (id: string, from = 0, until = Number.POSITIVE_INFINITY) => IDBKeyRange.bound([id, from], [id, until]);

export async function openBox(name = 'suar-recordings'): Promise<Box> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('files', { keyPath: 'id' });
      fresh.createObjectStore('chunks');
    },
  });

  async function change(id: string, part: Partial<KeptFile>): Promise<void> {
    const tx = db.transaction('files', 'readwrite', { durability: 'strict' });
    const file = KeptFile.safeParse(await tx.store.get(id));
    if (file.success) await tx.store.put({ ...file.data, ...part });
    await tx.done;
  }

  return {
    async begin(file) {
      await db.put('files', file);
    },
    async put(id, { n, bytes, until }) {
      const tx = db.transaction(['files', 'chunks'], 'readwrite', { durability: 'strict' });
      const file = KeptFile.safeParse(await tx.objectStore('files').get(id));
      await tx.objectStore('chunks').put({ bytes, until }, [id, n]);
      if (file.success) await tx.objectStore('files').put({ ...file.data, until });
      await tx.done;
    },
    end: (id, endedAt) => change(id, { endedAt }),
    async files() {
      const all = await db.getAll('files');
      return all.flatMap((raw) => KeptFile.safeParse(raw).data ?? []);
    },
    first: (id) => firstOf(db, id),
    async acknowledge(id, next) {
      if (next > 0) await db.delete('chunks', of(id, 0, next - 1));
    },
    async drop(id) {
      const tx = db.transaction(['files', 'chunks'], 'readwrite');
      await tx.objectStore('chunks').delete(of(id));
      await tx.objectStore('files').delete(id);
      await tx.done;
    },
    count: () => db.count('chunks'),
  };
}

async function firstOf(db: IDBPDatabase<Schema>, id: string): Promise<KeptChunk | null> {
  const cursor = await db.transaction('chunks').store.openCursor(of(id));
  if (!cursor) return null;
  const n = cursor.key[1];
  const chunk = KeptChunk.safeParse(cursor.value);
  if (chunk.success) return { ...chunk.data, n };
  // Damaged: as good as lost.
  await db.delete('chunks', [id, n]);
  return firstOf(db, id);
}
