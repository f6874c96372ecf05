/** What the address of the preview may carry, parsed; anything else is dropped. */
import { z } from 'zod';
import { DurationMs, Id } from '../../../electron/contract/scalars';

const PreviewSearch = z.object({
  /** The display as whose panel it is shown. */
  display: Id.optional().catch(undefined),
  /** Beside what: the file that was handed in, or another asset. */
  compare: z
    .union([z.literal('source'), Id])
    .optional()
    .catch(undefined),
  /** Where to begin, ms. */
  time: z.coerce.number().pipe(DurationMs).optional().catch(undefined),
});
export type PreviewSearch = z.infer<typeof PreviewSearch>;

export const parsePreviewSearch = (raw: unknown): PreviewSearch => PreviewSearch.catch({}).parse(raw);
