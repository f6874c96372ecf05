/** Card: words on a panel by a template, drawn to each panel's pixels. What airs is its published drawing, never the draft. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, LocalDate, Name, Sha256 } from '../scalars';
import { Language } from './user';

const Words = (most: number) => z.string().trim().max(most);
const Said = (most: number) => Words(most).min(1);
/** As people write it, `19:30`. */
const Minute = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export const HoaxLabel = z.enum(['hoax', 'fact', 'disinformation', 'hateSpeech']);
export type HoaxLabel = z.infer<typeof HoaxLabel>;

export const AgendaEntry = z.object({
  date: LocalDate,
  time: Minute.nullable(),
  title: Said(200),
  place: Words(200),
});
export type AgendaEntry = z.infer<typeof AgendaEntry>;

/** A figure is text: it is shown as the authority wrote it and never counted with. */
export const ResultRow = z.object({ name: Said(200), value: Said(60) });

/** What each template is filled with. */
export const CardFields = z.discriminatedUnion('template', [
  z.object({
    template: z.literal('hoax'),
    label: HoaxLabel,
    claim: Said(600),
    answer: Said(2000),
    source: Said(300),
  }),
  z.object({ template: z.literal('agenda'), heading: Words(120), entries: z.array(AgendaEntry).max(60) }),
  z.object({ template: z.literal('announcement'), title: Said(200), body: Words(3000) }),
  z.object({ template: z.literal('emergency'), title: Said(200), body: Words(3000), source: Words(300) }),
  z.object({
    template: z.literal('result'),
    title: Said(200),
    rows: z.array(ResultRow).min(1).max(40),
    /** Who fixed the result, and by which letter: without them nothing of it is shown. */
    approvedBy: Said(200),
    letterNumber: Said(120),
    letterDate: LocalDate,
  }),
  z.object({ template: z.literal('quote'), words: Said(1000), speaker: Said(200), position: Words(200) }),
  z.object({ template: z.literal('countdown'), event: Said(200), date: LocalDate, body: Words(600) }),
]);
export type CardFields = z.infer<typeof CardFields>;
export type CardTemplate = CardFields['template'];

export const CardLook = z.object({ theme: z.enum(['dark', 'light']), slideMs: DurationMs.min(4000).max(60_000) });
export type CardLook = z.infer<typeof CardLook>;

export const CardContent = z.object({
  name: Name,
  fields: CardFields,
  /** A picture of the library, drawn at the head. */
  logoAssetId: Id.nullable(),
  agencyId: Id.nullable(),
  category: Name.nullable(),
  /** Drawn as a QR code where it is large enough to be read; empty for none. */
  qr: Words(300),
  /** What fills its fields by itself. */
  feedId: Id.nullable(),
  look: CardLook,
});
export type CardContent = z.infer<typeof CardContent>;

/** All that a drawing comes from but the panel: the same drawing gives the same pixels, whenever it is drawn. */
export const CardDrawing = z.object({
  fields: CardFields,
  look: CardLook,
  qr: z.string(),
  logo: z.object({ hash: Sha256, width: z.int().min(1), height: z.int().min(1) }).nullable(),
  /** The day it is drawn for, and what stands beside its times. */
  today: LocalDate,
  zone: z.string(),
  language: Language,
  /** When a stale feed was last good; null where nothing needs to be said. */
  asOf: z.object({ date: LocalDate, time: Minute }).nullable(),
});
export type CardDrawing = z.infer<typeof CardDrawing>;

export const PublishedCard = z.object({
  at: Instant,
  /** As the person published it: what a feed or a new day draws anew begins from here. */
  content: CardContent,
  drawing: CardDrawing,
  /** The most slides that any panel in use takes: 1 is a still. */
  slides: z.int().min(1),
});
export type PublishedCard = z.infer<typeof PublishedCard>;

export const Card = z.object({
  id: Id,
  rev: z.int().min(0),
  ...CardContent.shape,
  /** Its asset in the library, from the first time it was published. */
  assetId: Id.nullable(),
  published: PublishedCard.nullable(),
  /** Set while a feed that went stale keeps it off the air: the last day its asset is to have again, and the one it was given (null: not known). */
  hidden: z.object({ since: Instant, validTo: LocalDate.nullable(), setTo: LocalDate.nullable() }).nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  updatedAt: Instant,
});
export type Card = z.infer<typeof Card>;
export const cardRecord = recordType('card', Card, [
  (old) => ({ ...old, hidden: old.hidden ? { ...old.hidden, setTo: null } : null }),
]);
