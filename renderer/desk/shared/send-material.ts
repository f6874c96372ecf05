/** A file for a submission goes to the station over tus: what breaks off goes on where it stopped. */
import { DetailedError, Upload } from 'tus-js-client';
import { FailureData } from '../../../electron/contract/failure';
import { refusalOf } from '../../client/send-file';

const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 20_000];

interface Sending {
  submissionId: string;
  /** Of a one-time link; nobody is signed in then. */
  code?: string;
  onProgress(ratio: number): void;
}

/** Resolves when the station has the file. Rejects with what `failureOf` reads. */
export function sendMaterial(file: File, { submissionId, code, onProgress }: Sending): Promise<void> {
  return new Promise((done, fail) => {
    const upload = new Upload(file, {
      endpoint: `${location.origin}/uploads`,
      metadata: { filename: file.name, filetype: file.type || 'application/octet-stream', submission: submissionId },
      headers: code === undefined ? {} : { 'Suar-Hand-In': code },
      retryDelays: RETRY_DELAYS_MS,
      // Another submission's upload of the same file must not be gone on with.
      storeFingerprintForResuming: false,
      onProgress: (sent, all) => onProgress(all > 0 ? sent / all : 0),
      onSuccess: () => done(),
      onError: (fault) => fail(readable(fault)),
      onShouldRetry: (fault) => refusedWith(fault) === null,
    });
    upload.start();
  });
}

function refusedWith(fault: Error): FailureData | null {
  const body = fault instanceof DetailedError ? fault.originalResponse?.getBody() : undefined;
  if (!body) return null;
  try {
    return FailureData.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

function readable(fault: Error): Error {
  const data = refusedWith(fault);
  const status = fault instanceof DetailedError ? (fault.originalResponse?.getStatus() ?? 0) : 0;
  return data ? refusalOf(status, { code: data.code, data }) : new TypeError(fault.message);
}
