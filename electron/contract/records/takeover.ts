/**
 * Takeover: what stands above every timeline for a while, now or planned. The timelines go on beneath it by the clock, so
 * that what follows needs no repair. Its receipts say what became of it at each display.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name, Reason, Sha256 } from '../scalars';
import { Matter } from './matter';
import { PartId } from './part-id';

export const TakeoverTone = z.enum(['emergency', 'notice']);

export const PageUrl = z.url({ protocol: /^https?$/ }).max(2000);

/** What it is about, for the rules; an emergency's words need none. */
const Category = Name.optional();

export const TakeoverWhat = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    tone: TakeoverTone,
    title: z.string().trim().min(1).max(200),
    body: z.string().max(2000),
    /** Drawn beside it as a QR code; empty for none. */
    qr: z.string().max(500).default(''),
    category: Category,
  }),
  /** An image or a video of the library; a video is repeated until the end. */
  z.object({ kind: z.literal('asset'), assetId: Id }),
  /** A page on the network, shown in a frame that may do nothing but show. */
  z.object({ kind: z.literal('page'), url: PageUrl, category: Category }),
]);
export type TakeoverWhat = z.infer<typeof TakeoverWhat>;

export const TakeoverWhere = z
  .object({ all: z.boolean(), displayIds: z.array(Id).max(5000), groupIds: z.array(Id).max(500) })
  .refine((where) => where.all || where.displayIds.length + where.groupIds.length > 0, {
    error: 'no display or group',
  });

export const TakeoverFields = z
  .object({
    name: Name,
    what: TakeoverWhat,
    where: TakeoverWhere,
    from: Instant,
    /** Null: until someone ends it. */
    until: Instant.nullable(),
    /** A drill: marked as one on every panel and in every report. */
    test: z.boolean(),
  })
  .refine((takeover) => takeover.until === null || takeover.from < takeover.until, {
    error: 'ends before it starts',
    path: ['until'],
  });
export type TakeoverFields = z.infer<typeof TakeoverFields>;

/** What a cue of a rundown begins with while its item has not been taken: displays fetch it and do not show it. */
export const ARMED_AT = 253_401_695_999_999;

export const Takeover = z.object({
  id: Id,
  rev: z.int().min(0),
  ...TakeoverFields.shape,
  /** When someone ended it before its time. */
  endedAt: Instant.nullable(),
  /** Ended by taking its start back. What was shown until then stays proven. */
  undone: z.boolean(),
  /** Of which item of a rundown it is the cue; it lies under all other takeovers. `stepId`: when that was taken; null before. */
  cue: z.object({ rundownId: Id, itemId: PartId, stepId: PartId.nullable() }).nullable(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Takeover = z.infer<typeof Takeover>;
/** Version 2: whether its start was taken back; until then such a record was removed. Version 3: cues. */
export const takeoverRecord = recordType('takeover', Takeover, [
  (old) => ({ ...old, undone: false }),
  (old) => ({ ...old, cue: null }),
]);

/** As one display is told of it: with the file it needs. */
export const TakeoverOrder = z.object({
  id: Id,
  rev: z.int().min(0),
  name: z.string(),
  test: z.boolean(),
  /** A cue of a rundown: under all that is none. */
  cue: z.boolean().default(false),
  from: Instant,
  until: Instant.nullable(),
  show: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('text'),
      tone: TakeoverTone,
      title: z.string(),
      body: z.string(),
      qr: z.string().default(''),
      category: Category,
    }),
    z.object({
      kind: z.literal('image'),
      assetId: Id,
      name: z.string(),
      hash: Sha256,
      bytes: z.int().min(1),
      mime: z.string(),
      matter: Matter.optional(),
    }),
    z.object({
      kind: z.literal('video'),
      assetId: Id,
      name: z.string(),
      hash: Sha256,
      bytes: z.int().min(1),
      mime: z.string(),
      durationMs: z.int().min(1),
      codecs: z.object({ video: z.string(), audio: z.string() }),
      matter: Matter.optional(),
    }),
    z.object({ kind: z.literal('page'), url: z.string(), category: Category }),
    /** Its material is not to be had on this panel; the name is shown instead, so that the panel does not go on as if nothing were. */
    z.object({ kind: z.literal('missing'), because: Reason }),
  ]),
});
export type TakeoverOrder = z.infer<typeof TakeoverOrder>;

/** What became of a takeover at one display, the newest instants it told. */
export const TakeoverReceipt = z.object({
  /** `TAKEOVER:DISPLAY`. */
  id: z.string().max(60),
  rev: z.int().min(0),
  takeoverId: Id,
  displayId: Id,
  receivedAt: Instant.nullable(),
  /** Since when it has every file that it needs. */
  readyAt: Instant.nullable().default(null),
  shownAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Why it was not shown. */
  fault: Reason.nullable(),
});
export type TakeoverReceipt = z.infer<typeof TakeoverReceipt>;
export const takeoverReceiptRecord = recordType('takeoverReceipt', TakeoverReceipt);
