/** Which stretch of a long list is asked for. */
import { z } from 'zod';

export const Paging = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};
