/** What rundown items show on videotrons, and how far it has come at each display. */
import { z } from 'zod';
import { PartId } from '../records/part-id';
import { Id, Reason } from '../scalars';
import { query } from './procedure';
import { TakeoverAt } from './takeovers';

/**
 * `waiting`: the rundown is still a draft, or its day is far. `refused`: `because` says why it will not be shown. `armed`: displays are
 * told and fetch it. `showing`: its item is on air. `over`: it was shown.
 */
export const CueState = z.enum(['waiting', 'refused', 'armed', 'showing', 'over']);
export const CueView = z.object({
  itemId: PartId,
  state: CueState,
  because: z.array(Reason),
  /** Every display it means, in order of name; empty before it is armed. */
  displays: z.array(TakeoverAt),
});
export type CueView = z.infer<typeof CueView>;

export const cuesApi = {
  /** Of every item of a rundown that has one. */
  of: query('read')
    .route({ method: 'GET', path: '/rundowns/{rundownId}/cues' })
    .input(z.object({ rundownId: Id }))
    .output(z.array(CueView)),
};
