/** What a display remembers of recalls from start to start: what is recalled, what it said of it, when files were last on its panel. */
import { z } from 'zod';
import { RecallOrder, ToldReceipt } from '../../../electron/contract/records/recall';
import { Instant, Sha256 } from '../../../electron/contract/scalars';

export const KeptRecalls = z.object({
  orders: z.array(RecallOrder),
  receipts: z.array(ToldReceipt),
  lastShown: z.array(z.tuple([Sha256, Instant])),
});
export type KeptRecalls = z.infer<typeof KeptRecalls>;

export const NO_RECALLS: KeptRecalls = { orders: [], receipts: [], lastShown: [] };
