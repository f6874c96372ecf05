/**
 * Looking at material before it airs. Files go through side doors: `GET /api/assets/ID/comments.csv` and `contact-sheet.pdf`; what a link
 * shows to whoever has it comes from `/see-media/CODE/` and from nowhere else.
 */
import { z } from 'zod';
import { AssetKind } from '../records/asset';
import { Profile } from '../records/display';
import { CommentText, Cue, PicturePlace, PreviewCaptions, PreviewComment, PreviewLink } from '../records/preview';
import { Language } from '../records/user';
import { DurationMs, Id, Instant, Name, Reason, Sha256 } from '../scalars';
import { command, query } from './procedure';

/** Captions that can be shown: of the file's own streams, or brought as a file. */
export const CaptionTrack = z.object({
  /** `stream-3`, or the id of what was brought. */
  id: z.string(),
  name: z.string(),
  language: z.string().nullable(),
  /** A stream of the file itself. */
  own: z.boolean(),
  /** Brought for content that the asset no longer has. */
  earlier: z.boolean(),
});
export type CaptionTrack = z.infer<typeof CaptionTrack>;

/** A link without the hash of its code. */
export const PublicLink = PreviewLink.omit({ codeHash: true });
export type PublicLink = z.infer<typeof PublicLink>;

/** The longest that a link may be good for. */
export const MOST_LINK_DAYS = 90;

/** All that a page without a session is told. */
export const SeenClip = z.object({
  stationName: z.string(),
  language: Language,
  agency: z.string().nullable(),
  name: z.string(),
  kind: AssetKind,
  width: z.int(),
  height: z.int(),
  durationMs: DurationMs,
  frameRate: z.number(),
  /** What `clip` serves. */
  hash: Sha256,
  expiresAt: Instant,
  panel: z
    .object({
      name: z.string(),
      profile: Profile,
      pitchMm: z.number().nullable(),
      viewingM: z.number().nullable(),
    })
    .nullable(),
});
export type SeenClip = z.infer<typeof SeenClip>;

/** As text of at most a megabyte; a browser reads the file. */
const CaptionFile = z.string().min(1).max(1_000_000);

export const previewsApi = {
  /** Of every version, oldest first. */
  comments: query('preview')
    .route({ method: 'GET', path: '/assets/{assetId}/comments' })
    .input(z.object({ assetId: Id }))
    .output(z.array(PreviewComment)),
  comment: command('preview')
    .route({ method: 'POST', path: '/assets/{assetId}/comments' })
    .input(
      z.object({
        assetId: Id,
        /** What was looked at: refused where the asset has other content by now. */
        hash: Sha256,
        atMs: DurationMs,
        place: PicturePlace.nullable().default(null),
        text: CommentText,
      }),
    )
    .output(PreviewComment),
  reply: command('preview')
    .route({ method: 'POST', path: '/comments/{id}/replies' })
    .input(z.object({ id: Id, text: CommentText }))
    .output(PreviewComment),
  /** By whoever wrote it, or the desk. */
  resolve: command('preview')
    .route({ method: 'POST', path: '/comments/{id}/resolve' })
    .input(z.object({ id: Id, resolved: z.boolean() }))
    .output(PreviewComment),
  /** By whoever wrote it, or the desk. */
  removeComment: command('preview')
    .route({ method: 'DELETE', path: '/comments/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),

  captions: query('preview')
    .route({ method: 'GET', path: '/assets/{assetId}/captions' })
    .input(z.object({ assetId: Id }))
    .output(z.array(CaptionTrack)),
  cues: query('preview')
    .route({ method: 'GET', path: '/assets/{assetId}/captions/{track}' })
    .input(z.object({ assetId: Id, track: z.string().max(40) }))
    .output(z.array(Cue)),
  attachCaptions: command('library')
    .route({ method: 'POST', path: '/assets/{assetId}/captions' })
    .input(z.object({ assetId: Id, name: Name, language: Language.nullable().default(null), text: CaptionFile }))
    .output(PreviewCaptions.omit({ cues: true }).extend({ count: z.int() })),
  removeCaptions: command('library')
    .route({ method: 'DELETE', path: '/captions/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),

  /** Newest first; also those that are over. */
  links: query('preview')
    .route({ method: 'GET', path: '/assets/{assetId}/links' })
    .input(z.object({ assetId: Id }))
    .output(z.object({ links: z.array(PublicLink), because: z.array(Reason) })),
  /** `path` has the code in it and is told this once. Refused where the material may not leave the station. */
  makeLink: command('desk')
    .route({ method: 'POST', path: '/assets/{assetId}/links' })
    .input(
      z.object({
        assetId: Id,
        displayId: Id.nullable().default(null),
        days: z.int().min(1).max(MOST_LINK_DAYS).default(7),
      }),
    )
    .output(z.object({ link: PublicLink, path: z.string() })),
  revokeLink: command('desk')
    .route({ method: 'POST', path: '/links/{id}/revoke' })
    .input(z.object({ id: Id }))
    .output(PublicLink),
};
