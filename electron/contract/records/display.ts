/** Display: one panel and how it wants its pictures. What it is doing now is `DisplayStatus`, never stored here. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name, Sha256, Zone } from '../scalars';

export const Fit = z.enum(['contain', 'cover', 'stretch', 'crop']);
export type Fit = z.infer<typeof Fit>;

/** What renditions are made for. Displays that agree on all of it share their renditions. */
export const Profile = z.object({
  width: z.int().min(16).max(16_384),
  height: z.int().min(16).max(16_384),
  fit: Fit,
  frameRate: z.union([z.literal(24), z.literal(25), z.literal(30), z.literal(50), z.literal(60)]),
  /** EBU R128 target; null leaves loudness as it is. */
  loudnessLufs: z.number().min(-40).max(-5).nullable(),
});
export type Profile = z.infer<typeof Profile>;

export const DisplayToken = z.object({
  /** SHA-256 of the token; the token itself is only ever on the display. */
  hash: Sha256,
  /** The page that paired. A second page with the same token is told so and refused. */
  instanceId: z.string().min(8).max(64),
  issuedAt: Instant,
});

/** Between two LEDs, mm: from fine indoor walls to roadside panels. */
export const PitchMm = z.number().min(0.5).max(100);
/** From where most people look at it, m. */
export const ViewingM = z.number().min(0.5).max(1000);

export const Display = z.object({
  id: Id,
  rev: z.int().min(0),
  name: Name,
  place: z.string().max(200),
  zone: Zone,
  profile: Profile,
  /** Played where nothing is booked; null falls back to the station's filler, then to the slate. */
  fillerPlaylistId: Id.nullable(),
  /** Null: nobody has said. */
  pitchMm: PitchMm.nullable(),
  viewingM: ViewingM.nullable(),
  token: DisplayToken.nullable(),
  createdAt: Instant,
});
export type Display = z.infer<typeof Display>;

export const DisplayGroup = z.object({
  id: Id,
  rev: z.int().min(0),
  name: Name,
  displayIds: z.array(Id).max(5000),
});
export type DisplayGroup = z.infer<typeof DisplayGroup>;

/** Version 2: pitch and viewing distance. */
export const displayRecord = recordType('display', Display, [(old) => ({ ...old, pitchMm: null, viewingM: null })]);
export const displayGroupRecord = recordType('displayGroup', DisplayGroup);
