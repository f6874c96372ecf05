/** Changes that would loosen a lock: refused to one person, who may ask for another to confirm them as they were. */
import { z } from 'zod';
import { AgencyKind } from '../records/matter';
import { RuleFields, Stage, TwoPeople } from '../records/rule';
import { Id, Instant, Name, Reason, Zone } from '../scalars';
import { command, query } from './procedure';
import { Confirmable } from './rules';

/** What it changes, as far as locks go by it. Null: it is not there before, or after. */
export const LockChangeLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rule'),
    name: Name,
    before: z.object(RuleFields.shape).nullable(),
    after: z.object(RuleFields.shape).nullable(),
  }),
  z.object({ kind: z.literal('stage'), name: Name, before: Stage.nullable(), after: Stage.nullable() }),
  z.object({ kind: z.literal('zone'), before: Zone, after: Zone }),
  z.object({ kind: z.literal('categories'), added: z.array(Name), removed: z.array(Name) }),
  z.object({ kind: z.literal('category'), name: Name, before: Name.nullable(), after: Name.nullable() }),
  z.object({ kind: z.literal('agency'), name: Name, before: Name.nullable(), after: Name.nullable() }),
  z.object({ kind: z.literal('agencyKind'), name: Name, before: AgencyKind.nullable(), after: AgencyKind.nullable() }),
  z.object({ kind: z.literal('place'), name: Name, before: z.string(), after: z.string() }),
  /** Material that is let through, by what it is said to be. */
  z.object({ kind: z.literal('approval'), name: Name, category: Name }),
  /** Displays that leave a group. */
  z.object({ kind: z.literal('group'), name: Name, leaving: z.array(Name) }),
  /** Displays that come into one. */
  z.object({ kind: z.literal('joins'), name: Name, entering: z.array(Name) }),
]);
export type LockChangeLine = z.infer<typeof LockChangeLine>;

export const HeldBackView = z.object({
  at: Instant,
  command: z.string(),
  lines: z.array(LockChangeLine),
  loosens: z.array(Reason),
});
export type HeldBackView = z.infer<typeof HeldBackView>;

export const LockChangeView = z.object({ id: Id, ...HeldBackView.omit({ at: true }).shape, ...TwoPeople.shape });
export type LockChangeView = z.infer<typeof LockChangeView>;

const One = z.object({ id: Id });

export const lockChangesApi = {
  /** Newest first. */
  list: query('read')
    .route({ method: 'GET', path: '/lock-changes' })
    .output(z.array(LockChangeView.extend(Confirmable.shape))),
  /** The caller's own newest change that was refused for a lock, for a quarter of an hour; null: none. */
  mine: query('read').route({ method: 'GET', path: '/lock-changes/mine' }).output(HeldBackView.nullable()),
  /** Lets that change be: its person no longer wants it. Nothing was changed, so nothing is. */
  drop: command('read')
    .route({ method: 'POST', path: '/lock-changes/mine/drop' })
    .input(z.object({ at: Instant }))
    .output(z.null()),
  /** Asks for that change, told by when it was refused. Nothing is changed yet. */
  ask: command('read')
    .route({ method: 'POST', path: '/lock-changes' })
    .input(z.object({ at: Instant, reason: TwoPeople.shape.reason }))
    .output(LockChangeView),
  /** By another person; the change is made at once, as it was, or refused where something of it has moved since. */
  confirm: command('approve')
    .route({ method: 'POST', path: '/lock-changes/{id}/confirm' })
    .input(One)
    .output(LockChangeView),
  /** Takes the request back, or declines it; nothing is changed. One person is enough. */
  end: command('desk').route({ method: 'POST', path: '/lock-changes/{id}/end' }).input(One).output(LockChangeView),
};
