/** Rundowns: written from a template, a copy or a file, edited line by line, followed as they move. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Call, Rundown, RundownComment, RundownFields } from '../records/rundown';
import { ItemFields, PartId, RundownItem } from '../records/rundown-item';
import { Script, ScriptDoc } from '../records/script';
import { Present, RundownEvent } from '../rundown-feed';
import { Id, Instant, LocalDate } from '../scalars';
import { command, query } from './procedure';

const order = RundownItem.shape.order;

/** One change of one item. `key` is a ULID of the client's, so that it can show the item before the station has answered. */
export const ItemChange = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('add'),
    key: Id,
    parentId: PartId.nullable(),
    order,
    fields: ItemFields,
    /** The text its script begins with. */
    script: ScriptDoc.nullable().default(null),
  }),
  /** Refused as `stale` where another revision is held now; `rev` null writes whatever is there. */
  z.object({ type: z.literal('set'), id: PartId, rev: z.int().nullable(), fields: ItemFields.partial() }),
  /** Where it stands: the newest word counts. */
  z.object({ type: z.literal('place'), id: PartId, parentId: PartId.nullable(), order }),
  /** With what is in it, where it is a segment. One that is gone already is no fault. */
  z.object({ type: z.literal('remove'), id: PartId }),
]);
export type ItemChange = z.infer<typeof ItemChange>;

/** A rundown in a list, with what it comes to. */
export const RundownLine = z.object({
  rundown: Rundown,
  /** Those that run: not segments that hold others, nor what is only at hand. */
  items: z.int(),
  totalMs: z.int(),
  /** Of what it ought to be; null where nothing is asked. */
  overMs: z.int().nullable(),
  /** Of them, those not yet approved. */
  open: z.int(),
  show: z
    .object({ id: Id, state: z.enum(['onAir', 'ended', 'signed']), startedAt: Instant, rehearsal: z.boolean() })
    .nullable(),
});
export type RundownLine = z.infer<typeof RundownLine>;

export const ScriptVersion = z.object({ seq: z.int(), at: Instant, by: z.string(), doc: ScriptDoc });
export type ScriptVersion = z.infer<typeof ScriptVersion>;

const Whole = z.object({ rundown: Rundown, items: z.array(RundownItem), scripts: z.array(Script) });
const DAYS = { error: 'ends before it starts', path: ['to'] };

export const rundownsApi = {
  /** Those that begin on these days, both included; newest first. */
  list: query('read')
    .route({ method: 'GET', path: '/rundowns' })
    .input(z.object({ from: LocalDate, to: LocalDate }).refine(({ from, to }) => from <= to, DAYS))
    .output(z.array(RundownLine)),
  /** All of it at once: for papers and other programs. */
  get: query('read')
    .route({ method: 'GET', path: '/rundowns/{id}' })
    .input(z.object({ id: Id }))
    .output(Whole),
  /** Everything, then what moves. */
  follow: query('read')
    .route({ method: 'GET', path: '/rundowns/{id}/follow' })
    .input(z.object({ id: Id }))
    .output(eventIterator(RundownEvent)),
  /** Says where one's cursor is in a rundown; every 20 s while the page is there, or one is taken to have gone. */
  present: command('read')
    .route({ method: 'POST', path: '/rundowns/{id}/present' })
    .input(
      z.object({
        id: Id,
        ...Present.pick({ key: true, itemId: true, editing: true }).shape,
        leaves: z.boolean().default(false),
      }),
    )
    .output(z.null()),

  /** Empty, or from a programme's template, with the programme's time, length and presenters unless said otherwise. */
  create: command('rundown')
    .route({ method: 'POST', path: '/rundowns' })
    .input(
      z.object({
        programmeId: Id.nullable(),
        date: LocalDate,
        fields: RundownFields.omit({ date: true }).partial().default({}),
      }),
    )
    .output(Rundown),
  /** With items and scripts; without guests' arrival, questions asked, calls, comments, attached files
   * and what was on air. Spots stay as they are. */
  copy: command('rundown')
    .route({ method: 'POST', path: '/rundowns/{id}/copy' })
    .input(z.object({ id: Id, date: LocalDate, name: RundownFields.shape.name.optional() }))
    .output(Rundown),
  update: command('rundown')
    .route({ method: 'PATCH', path: '/rundowns/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: RundownFields.partial() }))
    .output(Rundown),
  /** Refused while it is on air, and once it has been: its log is a record. */
  remove: command('rundown')
    .route({ method: 'DELETE', path: '/rundowns/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  /** Items as one decision, done or refused as a whole, undone as one. Answers the items that were added, set or moved. */
  edit: command('rundown')
    .route({ method: 'POST', path: '/rundowns/{id}/items' })
    .input(z.object({ id: Id, changes: z.array(ItemChange).min(1).max(2000) }))
    .output(z.array(RundownItem)),
  /** In titles, notes and scripts; answers in how many places. With `dryRun` it only counts. */
  replace: command('rundown')
    .route({ method: 'POST', path: '/rundowns/{id}/replace' })
    .input(
      z.object({
        id: Id,
        find: z.string().min(1).max(200),
        by: z.string().max(200),
        matchCase: z.boolean().default(false),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(z.object({ places: z.int(), items: z.int() })),

  /** An item's script; an empty one of revision 0 where none was written. */
  script: query('read')
    .route({ method: 'GET', path: '/scripts/{id}' })
    .input(z.object({ id: PartId }))
    .output(Script),
  scripts: query('read')
    .route({ method: 'GET', path: '/rundowns/{id}/scripts' })
    .input(z.object({ id: Id }))
    .output(z.array(Script)),
  saveScript: command('rundown')
    .route({ method: 'PUT', path: '/scripts/{id}' })
    .input(z.object({ id: PartId, rev: z.int(), doc: ScriptDoc }))
    .output(Script),
  /** As it was after each of its newest 100 changes, newest first. */
  versions: query('read')
    .route({ method: 'GET', path: '/scripts/{id}/versions' })
    .input(z.object({ id: PartId }))
    .output(z.array(ScriptVersion)),

  comment: command('rundown')
    .route({ method: 'POST', path: '/rundowns/{id}/comments' })
    .input(z.object({ id: Id, itemId: PartId.nullable(), text: RundownComment.shape.text }))
    .output(RundownComment),
  resolveComment: command('rundown')
    .route({ method: 'POST', path: '/comments/{id}' })
    .input(z.object({ id: PartId, resolved: z.boolean() }))
    .output(RundownComment),

  /** A new call, at the end of the queue. */
  addCall: command('rundown')
    .route({ method: 'POST', path: '/rundowns/{id}/calls' })
    .input(z.object({ id: Id, ...Call.pick({ caller: true, topic: true, line: true, note: true }).shape }))
    .output(Call),
  /** One call is on air at a time: putting one on ends the one before it. */
  setCall: command('rundown')
    .route({ method: 'PATCH', path: '/calls/{id}' })
    .input(
      z.object({
        id: PartId,
        fields: Call.pick({ caller: true, topic: true, line: true, note: true, state: true, order: true }).partial(),
      }),
    )
    .output(Call),
};
