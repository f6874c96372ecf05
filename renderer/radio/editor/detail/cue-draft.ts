import type { z } from 'zod';
import type { Cue } from '../../../../electron/contract/records/rundown-item';

/** A cue being written; not yet whole, such as a page without address, it is kept by the field alone. */
export type CueDraft = z.infer<typeof Cue>;
