/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';
import { PlayOutcome } from '../../../../electron/contract/records/play';
import { Id, LocalDate } from '../../../../electron/contract/scalars';

const ProofSearch = z.object({
  /** The play log, or what is owed. */
  tab: z.enum(['plays', 'debts']).optional().catch(undefined),
  displayId: Id.optional().catch(undefined),
  assetId: Id.optional().catch(undefined),
  bookingId: Id.optional().catch(undefined),
  outcome: PlayOutcome.optional().catch(undefined),
  /** Opens "what plays", for this display; empty leaves the display to choose. */
  ask: z
    .union([Id, z.literal('')])
    .optional()
    .catch(undefined),
  /** First and last day, both included, on the station's clock. */
  from: LocalDate.optional().catch(undefined),
  to: LocalDate.optional().catch(undefined),
  /** Debts that are made good or waived too. */
  settled: z.literal(true).optional().catch(undefined),
});
export type ProofSearch = z.infer<typeof ProofSearch>;

export const parseProofSearch = (raw: Record<string, unknown>): ProofSearch => ProofSearch.parse(raw);
