/** The tus file store, with a hash that runs along and words for a disk that will not take more. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { Failure } from '../../../contract/failure';
import { hashingWrite, newRunningHash, type RunningHash } from './hashing-write';
import type { UploadRecords } from './records';

export class UploadStore extends FileStore {
  readonly records: UploadRecords;
  readonly #hashes = new Map<string, RunningHash>();

  constructor(directory: string, records: UploadRecords) {
    super({ directory, configstore: records });
    // tus counts from the creation and would refuse a slow upload in the middle; `expiry.ts` counts from the last byte.
    this.extensions = this.extensions.filter((extension) => extension !== 'expiration');
    this.records = records;
  }

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** Hex SHA-256 of the whole upload, or null when parts of it came before this process began. */
  takeHash(id: string, bytes: number): string | null {
    const running = this.#hashes.get(id);
    this.#hashes.delete(id);
    return running?.bytes === bytes ? running.hash.digest('hex') : null;
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const running = this.#resume(id, offset);
    let trusted = false;
    try {
      const end = await hashingWrite(source, this.pathOf(id), offset, running);
      trusted = true;
      return end;
    } catch (fault) {
      trusted = !isDiskFault(fault);
      throw asFailure(fault);
    } finally {
      if (!trusted) this.#hashes.delete(id);
    }
  }

  /** A finished upload holds all its bytes, though they have moved on. */
  override async getUpload(id: string): Promise<Upload> {
    const record = await this.records.read(id);
    if (!record?.finished) return super.getUpload(id);
    return new Upload({ ...record, offset: record.size ?? 0 });
  }

  override async remove(id: string): Promise<void> {
    this.#hashes.delete(id);
    await rm(this.pathOf(id), { force: true });
    await this.records.delete(id);
  }

  #resume(id: string, offset: number): RunningHash | null {
    if (offset === 0) this.#hashes.set(id, newRunningHash());
    const running = this.#hashes.get(id);
    if (running?.bytes === offset) return running;
    this.#hashes.delete(id);
    return null;
  }
}

const DISK_FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const READ_ONLY = ['EROFS', 'EACCES', 'EPERM'];

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

function isDiskFault(fault: unknown): boolean {
  return [...DISK_FULL, ...READ_ONLY, 'EIO'].includes(codeOf(fault));
}

function asFailure(fault: unknown): unknown {
  if (DISK_FULL.includes(codeOf(fault))) return new Failure('diskFull', {}, [], fault);
  if (READ_ONLY.includes(codeOf(fault))) return new Failure('readOnly', {}, [], fault);
  return fault;
}
