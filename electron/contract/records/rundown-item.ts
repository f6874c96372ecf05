/**
 * RundownItem: one line of a rundown. Each is a record of its own, so that two people who edit different lines never stand in
 * each other's way. `order` sorts an item among those of its parent; ties fall to the id.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, LocalTime } from '../scalars';
import { PartId } from './part-id';
import { PageUrl, TakeoverWhere } from './takeover';

export { PartId };

export const ItemKind = z.enum([
  'segment',
  'script',
  'spotBreak',
  'ilm',
  'jingle',
  'bumper',
  'sweeper',
  'insert',
  'voxPop',
  'phoneIn',
  'music',
  'timeSignal',
  'free',
]);
export type ItemKind = z.infer<typeof ItemKind>;

/** Of a rundown: a day of short items, twice over. A show may leave out as many. */
export const MOST_ITEMS = 2000;

export const ItemStatus = z.enum(['draft', 'ready', 'approved']);
export type ItemStatus = z.infer<typeof ItemStatus>;

/** No item, and no rundown, is longer than a day. */
export const ItemMs = DurationMs.max(86_400_000);

/** `follow`: when the one before it ends. `hard`: at this time on the rundown's clock, whatever came before. */
export const ItemStart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('follow') }),
  z.object({
    kind: z.literal('hard'),
    at: LocalTime,
    /** On air it is taken at that time by itself; else it only warns. */
    takesItself: z.boolean(),
  }),
]);
export type ItemStart = z.infer<typeof ItemStart>;

/** How far an item may be drawn together or out to end on time. */
export const Flex = z
  .object({ minMs: ItemMs, maxMs: ItemMs })
  .refine(({ minMs, maxMs }) => minMs <= maxMs, { error: 'shortest above longest', path: ['maxMs'] });

/** What the cart plays for an item, one after another without a gap: a jingle, or the spots of a break. */
export const ItemSpot = z.object({
  key: Id,
  assetId: Id,
  /** The radio booking that it fulfils; null when put in by hand. */
  bookingId: Id.nullable(),
});
export type ItemSpot = z.infer<typeof ItemSpot>;

export const CueCard = z.object({
  title: z.string().trim().min(1).max(200),
  /** A guest's name and position, a hotline. */
  body: z.string().max(500),
  /** Drawn as a QR code; empty for none. */
  qr: z.string().max(500),
});

/** What videotrons show from the item's take until its end, or for some seconds. */
export const Cue = z.object({
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('card'), card: CueCard }),
    z.object({ kind: z.literal('asset'), assetId: Id }),
    z.object({ kind: z.literal('page'), url: PageUrl }),
  ]),
  where: TakeoverWhere,
  /** Null: until the item ends. */
  forMs: ItemMs.min(1000).nullable(),
});
export type Cue = z.infer<typeof Cue>;

/** What a person edits of an item, but for its place. */
export const ItemFields = z.object({
  kind: ItemKind,
  title: z.string().trim().max(300),
  /** Planned length. Of a segment with items in it: what they ought to come to; 0 asks nothing. */
  durationMs: ItemMs,
  start: ItemStart,
  /** Stands in the rundown and is not in its sum: something at hand. */
  floating: z.boolean(),
  flex: Flex.nullable(),
  /** The first to be dropped when time is short. */
  optional: z.boolean(),
  status: ItemStatus,
  /** One of twelve; null for the colour of its kind. */
  colour: z.int().min(0).max(11).nullable(),
  /** Who sees to it. */
  person: z.string().trim().max(200),
  notes: z.string().max(5000),
  spots: z.array(ItemSpot).max(100),
  /** Material of the library that goes with it and is not played. */
  attachments: z.array(Id).max(50),
  /** Guests of the rundown who speak in it, by their key there. */
  guestKeys: z.array(Id).max(50),
  cue: Cue.nullable(),
});
export type ItemFields = z.infer<typeof ItemFields>;

export const RundownItem = z.object({
  id: PartId,
  rev: z.int().min(0),
  rundownId: Id,
  parentId: PartId.nullable(),
  order: z
    .string()
    .regex(/^[0-9A-Za-z]+$/)
    .max(500),
  ...ItemFields.shape,
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type RundownItem = z.infer<typeof RundownItem>;
export const rundownItemRecord = recordType('rundownItem', RundownItem);

/** What an item has before anybody said otherwise. */
export const PLAIN_ITEM: ItemFields = {
  kind: 'free',
  title: '',
  durationMs: 0,
  start: { kind: 'follow' },
  floating: false,
  flex: null,
  optional: false,
  status: 'draft',
  colour: null,
  person: '',
  notes: '',
  spots: [],
  attachments: [],
  guestKeys: [],
  cue: null,
};

/** An item of a template: by place in the list, with its parent's place; spots, guests and cues are of the day. */
export const TemplateLine = z.object({
  /** Place in the list of the segment it is in; null at the top. */
  parent: z.int().min(0).nullable(),
  ...ItemFields.omit({ spots: true, attachments: true, guestKeys: true, cue: true, status: true }).shape,
  /** The text its script begins with. */
  text: z.string().max(20_000),
});
export type TemplateLine = z.infer<typeof TemplateLine>;
