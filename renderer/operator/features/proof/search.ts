/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';
import { PlayOutcome } from '../../../../electron/contract/records/play';
import { Id, LocalDate } from '../../../../electron/contract/scalars';

const ProofSearch = z.object({
  displayId: Id.optional().catch(undefined),
  assetId: Id.optional().catch(undefined),
  bookingId: Id.optional().catch(undefined),
  outcome: PlayOutcome.optional().catch(undefined),
  /** Opens "what plays" for this display. */
  ask: Id.optional().catch(undefined),
  /** First and last day, both included, on the station's clock. */
  from: LocalDate.optional().catch(undefined),
  to: LocalDate.optional().catch(undefined),
});
export type ProofSearch = z.infer<typeof ProofSearch>;

export const parseProofSearch = (raw: Record<string, unknown>): ProofSearch => ProofSearch.parse(raw);
