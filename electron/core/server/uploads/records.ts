/**
 * What is known of each upload, as `ID.json` beside its bytes: enough to go on after a restart, and to say again what
 * became of an upload whose last answer was lost on the way.
 */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import type { FastifyBaseLogger } from 'fastify';
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
  /** Null when there is none, and when it is damaged, which is logged. @throws what keeps it from being read. */
  read(id: string): Promise<UploadRecord | null>;
  finish(id: string, finished: NonNullable<UploadRecord['finished']>): Promise<void>;
  list(): Promise<string[]>;
}

export function createUploadRecords(folder: string, log: FastifyBaseLogger): UploadRecords {
  const senders = new Map<string, Actor>();
  const pathOf = (id: string) => join(folder, `${UploadRecord.shape.id.parse(id)}.json`);

  async function read(id: string): Promise<UploadRecord | null> {
    const text = await readFile(pathOf(id), 'utf8').catch(noneIfAbsent);
    if (text === null) return null;
    try {
      return UploadRecord.parse(JSON.parse(text));
    } catch (fault) {
      // Its sender begins anew; what had arrived stays until it has been quiet for long enough.
      log.warn({ err: fault, upload: id }, 'the record of an upload is damaged');
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
    async delete(id) {
      for (const path of [`${pathOf(id)}.tmp`, pathOf(id)]) await rm(path, { force: true });
    },
    async list() {
      const names = (await readdir(folder).catch(noneIfAbsent)) ?? [];
      return names.flatMap((name) => /^([0-9a-f]{32})\.json$/.exec(name)?.[1] ?? []);
    },
  };
}

/** Only what is not there is gone; a disk that stumbles says nothing about it. */
export function noneIfAbsent(fault: unknown): null {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
  throw fault;
}
