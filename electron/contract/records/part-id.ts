import { z } from 'zod';
import type { Id } from '../scalars';

/** `RUNDOWN:KEY`, both ULIDs: what belongs to one rundown lies together. Of its items, scripts, calls, comments and log. */
export const PartId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/);
export type PartId = z.infer<typeof PartId>;

/** The rundown that it belongs to. */
export const rundownOf = (id: PartId): Id => id.slice(0, id.indexOf(':'));
