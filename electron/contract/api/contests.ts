/** Contests: calls for content, entries, jury. The announcement goes through `GET /api/contests/ID/winners.pdf` and `.csv`. */
import { z } from 'zod';
import {
  Contest,
  ContestEntry,
  ContestEntryFields,
  ContestFields,
  ContestReason,
  Entrant,
  EntryState,
  Marks,
} from '../records/contest';
import { Id, Instant, Sha256 } from '../scalars';
import { Paging } from './paging';
import { command, query } from './procedure';

export const ContestView = Contest.extend({
  counts: z.object({ entries: z.int(), judged: z.int(), disqualified: z.int() }),
  /** Scores that the jury gave, of how many that were to be. */
  scores: z.object({ given: z.int(), of: z.int() }),
  /** Whether the caller is of the jury, and how many entries are still theirs to score; null for all others. */
  toScore: z.int().nullable(),
  /** Whether all may see all scores; from then on none is changed. */
  scoresOpen: z.boolean(),
  jurors: z.array(z.object({ id: Id, name: z.string() })),
});
export type ContestView = z.infer<typeof ContestView>;

export const EntryView = ContestEntry.omit({ entrant: true, scores: true }).extend({
  entrant: Entrant.pick({ name: true, from: true }).extend({
    /** Null for those who do not keep the contest. */
    contact: Entrant.omit({ name: true, from: true }).nullable(),
  }),
  /** What the caller may see: the own one, and every one once they are open. */
  scores: z.array(z.object({ jurorId: Id, juror: z.string(), marks: Marks, note: z.string(), at: Instant })),
  /** Picture of its material, under `/media/`; null where there is none yet. */
  thumbnail: Sha256.nullable(),
  /** How many of the jury have scored it, of how many who are to. */
  progress: z.object({ scored: z.int(), of: z.int() }),
  /** Whether the caller is to score it. */
  mine: z.boolean(),
  /** Null while scores are not open. */
  standing: z
    .object({
      mean: z.number().nullable(),
      lowest: z.number().nullable(),
      highest: z.number().nullable(),
      scored: z.int(),
      missing: z.array(z.string()),
      rank: z.int().nullable(),
      tied: z.boolean(),
    })
    .nullable(),
});
export type EntryView = z.infer<typeof EntryView>;

export const EntryPage = z.object({
  contestId: Id,
  /** Absent: of every state. */
  state: EntryState.optional(),
  /** Words of its title, its category and whose it is, all of which must be there. */
  search: z.string().max(200).default(''),
  /** `category`: each category by itself, its best first. `best`: the best of all first. As they came where scores are not open. */
  order: z.enum(['category', 'best']).default('category'),
  ...Paging,
});
export type EntryPage = z.output<typeof EntryPage>;

const one = z.object({ id: Id, rev: z.int() });

export const contestsApi = {
  list: query('read').route({ method: 'GET', path: '/contests' }).output(z.array(ContestView)),
  /** Whom a jury can be made of. */
  people: query('desk')
    .route({ method: 'GET', path: '/contests/people' })
    .output(z.array(z.object({ id: Id, name: z.string() }))),
  create: command('desk').route({ method: 'POST', path: '/contests' }).input(ContestFields).output(Contest),
  /** Once its scores have begun, criteria and jury stay. */
  update: command('desk')
    .route({ method: 'PUT', path: '/contests/{id}' })
    .input(one.extend({ fields: ContestFields }))
    .output(Contest),
  /** Refused while it has entries. */
  remove: command('desk')
    .route({ method: 'DELETE', path: '/contests/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  /** From draft to open, from open to judging, and back to open while nobody has scored. */
  move: command('desk')
    .route({ method: 'POST', path: '/contests/{id}/state' })
    .input(one.extend({ to: z.enum(['draft', 'open', 'judging']) }))
    .output(Contest),
  /** Closes the judging: scores are open, and these are the ones to choose from. */
  shortlist: command('approve')
    .route({ method: 'POST', path: '/contests/{id}/shortlist' })
    .input(one.extend({ entryIds: z.array(Id).min(1).max(200) }))
    .output(Contest),
  /** Winners, by rank within their category. Their material is marked in the library and still to be approved there. */
  decide: command('approve')
    .route({ method: 'POST', path: '/contests/{id}/decide' })
    .input(
      one.extend({
        winners: z
          .array(z.object({ entryId: Id, rank: z.int().min(1).max(100) }))
          .min(1)
          .max(100),
        /** Asked for where scores of jurors are missing; it stands in the minutes. */
        incomplete: ContestReason.optional(),
      }),
    )
    .output(Contest),
  /**
   * Takes the last step back: decided winners are none any more, or, while nobody has scored, judging goes on. Refused once material of
   * a winner is approved or used.
   */
  reopen: command('approve')
    .route({ method: 'POST', path: '/contests/{id}/reopen' })
    .input(one.extend({ reason: ContestReason }))
    .output(Contest),
  /** A page of them; `total` of what was asked for. */
  entries: query('read')
    .route({ method: 'GET', path: '/contests/{contestId}/entries' })
    .input(EntryPage)
    .output(z.object({ items: z.array(EntryView), total: z.int() })),
  addEntry: command('desk')
    .route({ method: 'POST', path: '/contests/{contestId}/entries' })
    .input(z.object({ contestId: Id, fields: ContestEntryFields }))
    .output(z.object({ id: Id })),
  updateEntry: command('desk')
    .route({ method: 'PUT', path: '/contests/entries/{id}' })
    .input(one.extend({ fields: ContestEntryFields }))
    .output(z.null()),
  removeEntry: command('desk')
    .route({ method: 'DELETE', path: '/contests/entries/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  /** `why` is asked for where it is disqualified. */
  checkEntry: command('desk')
    .route({ method: 'POST', path: '/contests/entries/{id}/check' })
    .input(one.extend({ to: z.enum(['received', 'valid', 'disqualified']), why: z.string().trim().max(2000) }))
    .output(z.null()),
  /** A juror's score, whole: a mark for each criterion. */
  score: command('preview')
    .route({ method: 'POST', path: '/contests/entries/{id}/score' })
    .input(z.object({ id: Id, marks: Marks, note: z.string().trim().max(2000) }))
    .output(z.null()),
};
/** An entry as another room hands it in: from a one-time link, or a folder. */
export type HandedIn = Pick<
  z.output<typeof ContestEntryFields>,
  'title' | 'category' | 'entrant' | 'assetId' | 'confirmed'
>;
