/**
 * Attachment: a file that goes with an item of a rundown: a letter, a press release, a table. Its bytes lie by their hash under
 * `DIR/attachments` and are only ever handed out to be saved; the station reads nothing in them but their first bytes.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name, Sha256 } from '../scalars';
import { PartId } from './part-id';

/** Of one file. */
export const MOST_ATTACHMENT_BYTES = 25 * 1024 ** 2;
/** Of all files of one rundown together. */
export const MOST_RUNDOWN_BYTES = 500 * 1024 ** 2;
export const MOST_ATTACHMENTS = 50;

/** What a person sees a file as. */
export const AttachmentKind = z.enum([
  'pdf',
  'text',
  'table',
  'slides',
  'picture',
  'sound',
  'video',
  'archive',
  'other',
]);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

export const Attachment = z.object({
  id: PartId,
  rev: z.int().min(0),
  rundownId: Id,
  itemId: PartId,
  /** To be shown and offered when it is saved; never a path. */
  name: Name.refine((name) => !/[/\\]/.test(name), { error: 'a path' }),
  bytes: z.int().min(1).max(MOST_ATTACHMENT_BYTES),
  hash: Sha256,
  /** Told by its first bytes and its name. To be shown: it is never served as what it says it is. */
  mime: z.string().min(1).max(100),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;
export const attachmentRecord = recordType('attachment', Attachment);
