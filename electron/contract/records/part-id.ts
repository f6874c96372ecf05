import { z } from 'zod';

/** `RUNDOWN:KEY`, both ULIDs: what belongs to one rundown lies together. Of its items, scripts, calls, comments and log. */
export const PartId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/);
export type PartId = z.infer<typeof PartId>;
