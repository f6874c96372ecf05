/**
 * Running a rundown. Commands of a show name the `turn` they were given at: of two hands that take at once the first counts, the
 * other is answered with the show as it stands and changes nothing.
 */
import { z } from 'zod';
import { PartId } from '../records/rundown-item';
import { Show, Signature, Step, TakeSource } from '../records/show';
import { DurationMs, Id, Instant, Reason } from '../scalars';
import { command, query } from './procedure';

const turn = { id: Id, turn: z.int(), source: TakeSource.default('hand') };

export const ShowLog = z.object({ show: Show, steps: z.array(Step) });
export type ShowLog = z.infer<typeof ShowLog>;

/** A spot under an item of the log: what was planned, and what the play log proves. */
export const ShowSpot = z.object({
  stepId: PartId,
  key: Id,
  name: z.string(),
  /** 0 where nothing tells how long it is. */
  plannedMs: DurationMs,
  /** Null of one that was not heard. */
  startedAt: Instant.nullable(),
  actualMs: DurationMs,
  outcome: z.enum(['played', 'partial', 'missed']),
  /** Why it was not heard, where the cart said. */
  because: Reason.nullable(),
});
export type ShowSpot = z.infer<typeof ShowSpot>;

export const RemoteAction = z.enum(['take', 'back', 'hold', 'resume', 'toggleHold', 'roll', 'hand']);
export type RemoteAction = z.infer<typeof RemoteAction>;

export const showsApi = {
  /** Those on air, newest first. */
  onAir: query('read').route({ method: 'GET', path: '/shows' }).output(z.array(Show)),
  /** Every show of a rundown, newest first. */
  of: query('read')
    .route({ method: 'GET', path: '/rundowns/{rundownId}/shows' })
    .input(z.object({ rundownId: Id }))
    .output(z.array(ShowLog)),
  /** The spots that its items hold, in the order of its log; none of a rehearsal, of which nothing is in the play log. */
  spots: query('read')
    .route({ method: 'GET', path: '/shows/{id}/spots' })
    .input(z.object({ id: Id }))
    .output(z.array(ShowSpot)),
  /**
   * Goes on air with the first item that counts. Refused while a show of this rundown, or another real one, is on air. A rehearsal runs as
   * if its planned start were now: hard starts move along.
   */
  start: command('rundown')
    .route({ method: 'POST', path: '/rundowns/{rundownId}/shows' })
    .input(z.object({ rundownId: Id, rehearsal: z.boolean().default(false), source: TakeSource.default('hand') }))
    .output(Show),
  /** The next item, or this one: a jump, also back. The one on air is over. */
  take: command('rundown')
    .route({ method: 'POST', path: '/shows/{id}/take' })
    .input(z.object({ ...turn, itemId: PartId.optional() }))
    .output(Show),
  /** The item before the one on air, anew. */
  back: command('rundown').route({ method: 'POST', path: '/shows/{id}/back' }).input(z.object(turn)).output(Show),
  /** The countdown stands still, or goes on. */
  hold: command('rundown')
    .route({ method: 'POST', path: '/shows/{id}/hold' })
    .input(z.object({ ...turn, on: z.boolean() }))
    .output(Show),
  /** Leaves items out that were not on air yet, or takes them back in. */
  skip: command('rundown')
    .route({ method: 'POST', path: '/shows/{id}/skip' })
    .input(z.object({ ...turn, itemIds: z.array(PartId).min(1).max(2000), on: z.boolean() }))
    .output(Show),
  /** What `domain/rundown/fit` proposes: items to leave out and lengths agreed, as one decision. */
  fit: command('rundown')
    .route({ method: 'POST', path: '/shows/{id}/fit' })
    .input(z.object({ ...turn, drop: z.array(PartId).max(2000), lengths: z.record(PartId, DurationMs) }))
    .output(Show),
  mode: command('rundown')
    .route({ method: 'POST', path: '/shows/{id}/mode' })
    .input(z.object({ ...turn, mode: Show.shape.mode }))
    .output(Show),
  end: command('rundown').route({ method: 'POST', path: '/shows/{id}/end' }).input(z.object(turn)).output(Show),
  /**
   * For buttons that know nothing of turns: a foot switch, a controller, another program. Of the real show on air, else of the rehearsal.
   * Within 400 ms after anything was taken it changes nothing, so that a button that bounces takes once.
   */
  remote: command('rundown')
    .route({ method: 'POST', path: '/on-air/{action}' })
    .input(z.object({ action: RemoteAction }))
    .output(Show),
  /** Why an item went otherwise than planned; refused once signed. */
  explain: command('rundown')
    .route({ method: 'PATCH', path: '/steps/{id}' })
    .input(z.object({ id: PartId, why: Step.shape.why }))
    .output(Step),
  /** The presenter's name under the log. It cannot be changed after that. Nobody signs a rehearsal. */
  sign: command('rundown')
    .route({ method: 'POST', path: '/shows/{id}/sign' })
    .input(z.object({ id: Id, signature: Signature.omit({ at: true }) }))
    .output(Show),
  /** Throws a rehearsal away, with its log. Refused of a show that was on air, and while it runs. */
  discard: command('rundown')
    .route({ method: 'DELETE', path: '/shows/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};
