/** One file on its way to an item. `fetch` does not tell how far it came. */
import { Attachment } from '../../../../electron/contract/records/attachment';
import type { PartId } from '../../../../electron/contract/records/part-id';
import { refusalOf } from '../../../client/send-file';

interface Order {
  itemId: PartId;
  file: File;
  /** Bytes that have gone. */
  onSent: (bytes: number) => void;
  signal: AbortSignal;
}

/** Rejects with what `failureOf` reads, and with a TypeError where the station is not reached, as `fetch` does. */
export function send({ itemId, file, onSent, signal }: Order): Promise<Attachment> {
  const request = new XMLHttpRequest();
  request.open('POST', `/api/attachments/files?${new URLSearchParams({ itemId, name: file.name })}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded }) => onSent(loaded);
  signal.addEventListener('abort', () => request.abort(), { once: true });
  const answered = new Promise<Attachment>((done, fail) => {
    request.onload = () => {
      try {
        const body: unknown = JSON.parse(request.responseText);
        if (request.status !== 200) throw refusalOf(request.status, body);
        done(Attachment.parse(body));
      } catch (fault) {
        fail(fault);
      }
    };
    request.onerror = () => fail(new TypeError('the station was not reached'));
    request.onabort = () => fail(new TypeError('stopped'));
  });
  request.send(file);
  return answered;
}
