/** What a card may be downloaded as: the query of `GET /api/cards/{id}/file`. */
import { z } from 'zod';
import { Id } from '../scalars';

const Side = z.coerce.number().int().min(32).max(4096);

export const CardExport = z.object({
  format: z.enum(['png', 'mp4']),
  /** In this panel's pixels; else in the size that follows. */
  displayId: Id.optional(),
  width: Side.default(1920),
  height: Side.default(1080),
  /** Of a PNG, from 1. */
  page: z.coerce.number().int().min(1).default(1),
});
export type CardExportQuery = z.infer<typeof CardExport>;
