import { z } from 'zod';
import { Closure, LoopPolicy, LoopPolicyFields, Slot } from '../records/loop-policy';
import { DurationMs, Id } from '../scalars';
import { command, query } from './procedure';

/**
 * What a person fills in. Wider than what is kept: a loop of nothing and a closure that ends before it starts arrive, so that
 * they are refused by name (`policy.` reasons) and not as fields that do not fit.
 */
export const LoopPolicyDraft = LoopPolicyFields.extend({
  slots: z.array(Slot.extend({ ms: DurationMs })).max(240),
  closures: z.array(z.object(Closure.shape)).max(500),
});
export type LoopPolicyDraft = z.infer<typeof LoopPolicyDraft>;

export const policiesApi = {
  /** `where` names only displays and groups that are there. */
  list: query('read').route({ method: 'GET', path: '/policies' }).output(z.array(LoopPolicy)),
  /** Hours and closures may overlap; a display or group that another policy names is refused. */
  create: command('schedule').route({ method: 'POST', path: '/policies' }).input(LoopPolicyDraft).output(LoopPolicy),
  /** The whole each time: a loop is one decision. */
  update: command('schedule')
    .route({ method: 'PUT', path: '/policies/{id}' })
    .input(z.object({ id: Id, rev: z.int(), draft: LoopPolicyDraft }))
    .output(LoopPolicy),
  /** Its displays are then always open and have no slots; what is booked for slots waits for a loop. */
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/policies/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};
