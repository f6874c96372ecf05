/**
 * Files attached to items of a rundown. One comes in with `POST /api/attachments/files?itemId=ITEM&name=NAME`, its bytes as the body, and is
 * handed out, only ever to be saved, at `GET /api/attachments/ID/file`.
 */
import { z } from 'zod';
import { Attachment } from '../records/attachment';
import { PartId } from '../records/part-id';
import { Id } from '../scalars';
import { command, query } from './procedure';

/** Of which item, and what the sender calls it: shown, never followed. */
export const AttachQuery = z.object({ itemId: PartId, name: z.string().min(1).max(1024) });

export const attachmentsApi = {
  /** Of the items of a rundown, oldest first. */
  list: query('read')
    .route({ method: 'GET', path: '/rundowns/{rundownId}/attachments' })
    .input(z.object({ rundownId: Id }))
    .output(z.array(Attachment)),
  /** Its bytes are kept for 30 days more, so that this can be undone. Refused where the log is signed. */
  remove: command('rundown')
    .route({ method: 'DELETE', path: '/attachments/{id}' })
    .input(z.object({ id: PartId }))
    .output(z.null()),
};
