/** One file to the station over tus, as the library's own screen sends its: what breaks off goes on where it stopped. */
import { ORPCError } from '@orpc/client';
import type { FailureData } from '../../electron/contract/failure';
import type { OpenTransfer, TransferFor, TransferSource } from './transfer';

interface Sending {
  /** The library where it is left out. */
  given?: TransferFor;
  onProgress(ratio: number): void;
}

/** Resolves with the asset once the station has the file; null where the sender may not know it. Rejects with what `failureOf` reads. */
export async function sendUpload(file: File, { given, onProgress }: Sending): Promise<{ assetId: string | null }> {
  onProgress(0);
  // Who never sends a file never loads what sends it.
  const { tusTransfers } = await import('./transfer');
  const open = tusTransfers(`${location.origin}/uploads`, given);
  const { name, type, size } = file;
  return sendBy(open, { data: file, name, type }, (sentBytes) => onProgress(size > 0 ? sentBytes / size : 0));
}

/** A transfer from its beginning to its end. */
export function sendBy(open: OpenTransfer, source: TransferSource, progress: (sentBytes: number) => void) {
  return new Promise<{ assetId: string | null }>((done, fail) => {
    open(source, { progress, done, failed: (failure) => fail(faultOf(failure)) }).start();
  });
}

/** A transfer's refusal, as `failureOf` reads it; a lost connection as `fetch` says it. */
function faultOf(failure: FailureData | null): Error {
  return failure ? new ORPCError(failure.code, { data: failure }) : new TypeError('the station was not reached');
}
