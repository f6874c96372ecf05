/** One file into the library, resumable, over tus as the library's own screen sends it. */
import { Id } from '../../../electron/contract/scalars';

export type Sending = { kind: 'sending'; part: number } | { kind: 'done'; assetId: string } | { kind: 'failed' };

const RETRY_DELAYS_MS = [0, 1000, 3000, 5000];

export function sendClip(file: File, onState: (state: Sending) => void): void {
  onState({ kind: 'sending', part: 0 });
  void start(file, onState).catch(() => onState({ kind: 'failed' }));
}

async function start(file: File, onState: (state: Sending) => void): Promise<void> {
  // Who never sends a file never loads what sends it.
  const { Upload } = await import('tus-js-client');
  const upload = new Upload(file, {
    endpoint: '/uploads',
    metadata: { filename: file.name, filetype: file.type || 'application/octet-stream' },
    retryDelays: RETRY_DELAYS_MS,
    removeFingerprintOnSuccess: true,
    onProgress: (sent) => onState({ kind: 'sending', part: file.size === 0 ? 0 : sent / file.size }),
    onError: () => onState({ kind: 'failed' }),
    onSuccess: ({ lastResponse }) => onState(resultOf(lastResponse.getHeader('Suar-Asset-Id'))),
  });
  upload.start();
}

function resultOf(header: string | undefined): Sending {
  const { data } = Id.safeParse(header);
  return data === undefined ? { kind: 'failed' } : { kind: 'done', assetId: data };
}
