/** Hands an upload that has arrived whole to the library, once, however often and by whomever it is asked for. */
import { stat } from 'node:fs/promises';
import { Failure, type FailureCode } from '../../../contract/failure';
import type { ServerDoors } from '../types';
import { noneIfAbsent, type UploadRecord } from './records';
import type { UploadStore } from './upload-store';

export type Finished = NonNullable<UploadRecord['finished']>;

/** After these the same upload may succeed later; after any other refusal its bytes are of no use. */
const WORTH_KEEPING = new Set<FailureCode>(['diskFull', 'readOnly', 'stopping', 'internal', 'toolMissing']);

export interface Finishing {
  /** What became of a whole upload; null while bytes are missing. @throws what the library refused it with. */
  settle(id: string): Promise<Finished | null>;
  /** Takes up what arrived whole before a crash. */
  settleAll(onFault: (fault: unknown, id: string) => void): Promise<void>;
}

export function createFinishing(store: UploadStore, finishUpload: ServerDoors['finishUpload']): Finishing {
  const working = new Map<string, Promise<Finished | null>>();

  async function hand(record: UploadRecord): Promise<Finished> {
    const bytes = record.size ?? 0;
    const { id, actor } = record;
    try {
      const hash = store.takeHash(id, bytes);
      const arrived = { path: store.pathOf(id), originalName: nameOf(record), hash, bytes, actor };
      const finished = await finishUpload({ ...arrived, submissionId: submissionOf(record) });
      await store.records.finish(id, finished);
      return finished;
    } catch (fault) {
      if (fault instanceof Failure && !WORTH_KEEPING.has(fault.code)) await store.remove(id);
      throw fault;
    }
  }

  async function look(id: string): Promise<Finished | null> {
    const record = await store.records.read(id);
    if (!record || record.finished) return record?.finished ?? null;
    const found = await stat(store.pathOf(id)).catch(noneIfAbsent);
    return record.size !== undefined && found?.size === record.size ? hand(record) : null;
  }

  function settle(id: string): Promise<Finished | null> {
    const running = working.get(id) ?? look(id).finally(() => working.delete(id));
    working.set(id, running);
    return running;
  }

  return {
    settle,
    async settleAll(onFault) {
      for (const id of await store.records.list()) await settle(id).catch((fault) => onFault(fault, id));
    },
  };
}

/** As the sender named it; the library makes it printable and never uses it as a path. */
export function nameOf({ metadata }: Pick<UploadRecord, 'metadata'>): string {
  return (metadata?.filename ?? metadata?.name ?? 'unnamed').slice(0, 1024);
}

/** For which submission it is; null: for the library. */
export function submissionOf({ metadata }: Pick<UploadRecord, 'metadata'>): string | null {
  return metadata?.submission ?? null;
}
