/**
 * What is known of each upload, as `ID.json` beside its bytes: enough to go on after a restart, and to say again what
 * became of an upload whose last answer was lost on the way.
 */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { z } from 'zod';
import { Actor } from '../../../contract/records/audit';

const UploadRecord = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Absent while the sender does not know it. */
  size: z.int().min(0).optional(),
  metadata: z.record(z.string(), z.string().nullable()).optional(),
  creation_date: z.iso.datetime(),
  actor: Actor,
  finished: z.object({ assetId: z.string(), duplicate: z.boolean() }).nullable(),
});
export type UploadRecord = z.infer<typeof UploadRecord>;

type Configstore = NonNullable<ConstructorParameters<typeof FileStore>[0]['configstore']>;

export interface UploadRecords extends Configstore {
  /** Whose upload the next `set` under this id makes. */
  expect(id: string, actor: Actor): void;
  read(id: string): Promise<UploadRecord | null>;
  finish(id: string, finished: NonNullable<UploadRecord['finished']>): Promise<void>;
  list(): Promise<string[]>;
}

export function createUploadRecords(folder: string): UploadRecords {
  const senders = new Map<string, Actor>();
  const pathOf = (id: string) => join(folder, `${UploadRecord.shape.id.parse(id)}.json`);

  async function read(id: string): Promise<UploadRecord | null> {
    try {
      return UploadRecord.parse(JSON.parse(await readFile(pathOf(id), 'utf8')));
    } catch {
      return null;
    }
  }

  async function write(record: UploadRecord): Promise<void> {
    const path = pathOf(record.id);
    await writeFile(`${path}.tmp`, JSON.stringify(record), { flush: true });
    await rename(`${path}.tmp`, path);
  }

  return {
    expect: (id, actor) => senders.set(id, actor),
    read,
    async finish(id, finished) {
      const held = await read(id);
      if (held) await write({ ...held, finished });
    },
    async get(id) {
      const held = await read(id);
      return held ? new Upload({ ...held, offset: 0 }) : undefined;
    },
    async set(id, { size, metadata, creation_date }) {
      const held = await read(id);
      const actor = held?.actor ?? senders.get(id);
      senders.delete(id);
      const known = { id, size, metadata, creation_date, actor, finished: held?.finished ?? null };
      await write(UploadRecord.parse(known));
    },
    delete: (id) => rm(pathOf(id), { force: true }),
    async list() {
      const names = await readdir(folder).catch(() => []);
      return names.flatMap((name) => /^([0-9a-f]{32})\.json$/.exec(name)?.[1] ?? []);
    },
  };
}
