/** One file's resumable transfer over tus to the station's `/uploads`. */
import { DetailedError, type HttpRequest, type HttpResponse, Upload } from 'tus-js-client';
import { FailureData } from '../../electron/contract/failure';
import { Id } from '../../electron/contract/scalars';

export interface TransferEvents {
  progress(sentBytes: number): void;
  done(result: { assetId: string | null; duplicate: boolean }): void;
  /** null: the connection was lost and stayed lost through all retries. */
  failed(failure: FailureData | null): void;
}

export interface Transfer {
  /** Begins, or goes on where it stopped: also where an earlier page of the same browser stopped. */
  start(): void;
  pause(): void;
  /** Stops for good and frees what the station had kept of it. */
  cancel(): void;
}

/** A `File` in a browser; tests hand in a Buffer. */
export interface TransferSource {
  data: ConstructorParameters<typeof Upload>[0];
  name: string;
  type: string;
}
export type OpenTransfer = (source: TransferSource, events: TransferEvents) => Transfer;

/** Whose it is, where it is not the library's own. */
export interface TransferFor {
  submissionId: string;
  /** Of a one-time link; nobody is signed in then. */
  code?: string;
}

const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
const FALLBACK_TYPE = 'application/octet-stream';

/** Opens transfers to `endpoint`. */
export function tusTransfers(endpoint: string, given: TransferFor | null = null): OpenTransfer {
  return (source, events) => {
    const upload = new Upload(source.data, {
      endpoint,
      metadata: {
        filename: source.name,
        filetype: source.type || FALLBACK_TYPE,
        ...(given && { submission: given.submissionId }),
      },
      headers: given?.code === undefined ? {} : { 'Suar-Hand-In': given.code },
      retryDelays: RETRY_DELAYS_MS,
      removeFingerprintOnSuccess: true,
      // Another submission's upload of the same file must not be gone on with.
      storeFingerprintForResuming: given === null,
      onProgress: (sent) => events.progress(sent),
      onSuccess: ({ lastResponse }) => events.done(resultOf(lastResponse)),
      onError: (error) => events.failed(refusalOf(error)),
      onShouldRetry: (error) => isPassing(error),
      onAfterResponse: assertAnswers,
    });
    return {
      start: () => void resume(upload, given === null).catch(() => events.failed(null)),
      pause: () => void upload.abort(),
      cancel: () => void upload.abort(true).catch(() => {}),
    };
  };
}

async function resume(upload: Upload, looksBack: boolean): Promise<void> {
  const [newest] = looksBack && upload.url === null ? await upload.findPreviousUploads() : [];
  if (newest !== undefined) upload.resumeFromPreviousUpload(newest);
  upload.start();
}

/** The station would not say now how far an upload came. HEAD answers have no body, so the status stands for the reason. */
class NoAnswer extends Error {
  constructor(readonly status: number) {
    super(`HEAD answered ${status}`);
  }
}

const CODE_OF_STATUS: Readonly<Record<number, FailureData['code']>> = {
  401: 'notSignedIn',
  403: 'notAllowed',
  507: 'diskFull',
};

/**
 * tus takes every refused HEAD for an upload that is gone, forgets where it was and begins anew. Only for the others it is.
 * @throws NoAnswer
 */
function assertAnswers(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  const unsaid = status >= 500 || status === 401 || status === 403;
  if (request.getMethod() === 'HEAD' && unsaid) throw new NoAnswer(status);
}

function resultOf(response: HttpResponse) {
  const duplicate = response.getHeader('Suar-Duplicate') === 'true';
  return { assetId: Id.safeParse(response.getHeader('Suar-Asset-Id')).data ?? null, duplicate };
}

/** Worth another try: nothing answered, a conflict or lock of the protocol, or a station that restarts. */
function isPassing(error: DetailedError): boolean {
  const status = error.causingError instanceof NoAnswer ? error.causingError.status : statusOf(error);
  const refusal = refusalOf(error);
  if (refusal !== null) return refusal.code === 'stopping';
  return status < 400 || status >= 500 || status === 409 || status === 423;
}

const statusOf = (error: DetailedError) => error.originalResponse?.getStatus() ?? 0;

/** The station's own words in an answer's body, or what the status of one without a body says, or null. */
export function refusalOf(error: Error): FailureData | null {
  if (!(error instanceof DetailedError)) return null;
  if (error.causingError instanceof NoAnswer) {
    const code = CODE_OF_STATUS[error.causingError.status];
    return code ? { code, params: {}, details: [] } : null;
  }
  const body = error.originalResponse?.getBody();
  if (!body) return null;
  try {
    const raw: unknown = JSON.parse(body);
    const inner = typeof raw === 'object' && raw !== null && 'data' in raw ? raw.data : raw;
    return FailureData.safeParse(inner).data ?? null;
  } catch {
    return null;
  }
}
