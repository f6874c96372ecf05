/** The one queue of this page. */
import { later } from './later';
import { UploadQueue } from './queue';

export const uploads = new UploadQueue(
  later(async () => (await import('../../../../client/transfer')).tusTransfers('/uploads')),
);

/** Leaving the page would stop what is on its way; the browser asks first. */
if (typeof window !== 'undefined') {
  window.addEventListener('online', () => uploads.retryLost());
  window.addEventListener('beforeunload', (event) => {
    const busy = uploads.snapshot().some((upload) => upload.state === 'sending' || upload.state === 'waiting');
    if (busy) event.preventDefault();
  });
}
