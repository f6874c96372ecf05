/** Runs uploads, at most three at once. Lives outside React, so that moving between screens stops nothing. */
import { newId } from '../../../../../electron/contract/ulid';
import type { OpenTransfer, Transfer, TransferSource } from '../../../../client/transfer';
import { needsSignIn, reduce, startable, type Upload, type UploadEvent } from './uploads';

export class UploadQueue {
  #uploads: readonly Upload[] = [];
  readonly #transfers = new Map<string, Transfer>();
  readonly #listeners = new Set<() => void>();
  readonly #open: OpenTransfer;
  readonly #now: () => number;

  constructor(open: OpenTransfer, now: () => number = Date.now) {
    this.#open = open;
    this.#now = now;
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): readonly Upload[] => this.#uploads;

  add(sources: readonly (TransferSource & { bytes: number })[]): void {
    const added = sources.map((source) => ({ source, id: newId(), name: source.name, bytes: source.bytes }));
    for (const { id, source } of added) this.#transfers.set(id, this.#open(source, this.#eventsOf(id)));
    this.#apply({ type: 'added', uploads: added.map(({ id, name, bytes }) => ({ id, name, bytes })) });
  }

  pause(id: string): void {
    this.#transfers.get(id)?.pause();
    this.#apply({ type: 'paused', id });
  }

  resume(id: string): void {
    this.#apply({ type: 'resumed', id });
    this.resumeSignedIn();
  }

  /** Somebody is signed in again: what the end of a session stopped goes on where it was. */
  resumeSignedIn(): void {
    for (const { id } of this.#uploads.filter(needsSignIn)) this.#apply({ type: 'resumed', id });
  }

  retry(id: string): void {
    this.#apply({ type: 'retried', id });
  }

  /** The connection is back: what was lost with it goes on. */
  retryLost(): void {
    for (const { id, state, failure } of this.#uploads) if (state === 'failed' && failure === null) this.retry(id);
  }

  /** Stops it if it runs and takes it off the tray. */
  remove(id: string): void {
    const upload = this.#uploads.find((each) => each.id === id);
    if (upload !== undefined && upload.state !== 'done') this.#transfers.get(id)?.cancel();
    this.#transfers.delete(id);
    this.#apply({ type: 'removed', id });
  }

  clearDone(): void {
    for (const upload of this.#uploads) if (upload.state === 'done') this.#transfers.delete(upload.id);
    this.#apply({ type: 'cleared' });
  }

  #eventsOf(id: string) {
    return {
      progress: (sent: number) => this.#apply({ type: 'progress', id, sent, at: this.#now() }),
      done: (result: { assetId: string | null; duplicate: boolean }) => this.#apply({ type: 'done', id, ...result }),
      failed: (failure: Upload['failure']) => this.#apply({ type: 'failed', id, failure }),
    };
  }

  #apply(event: UploadEvent): void {
    this.#uploads = reduce(this.#uploads, event);
    for (const id of startable(this.#uploads)) {
      this.#uploads = reduce(this.#uploads, { type: 'started', id });
      this.#transfers.get(id)?.start();
    }
    for (const listener of this.#listeners) listener();
  }
}
