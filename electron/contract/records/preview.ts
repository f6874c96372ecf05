/**
 * What people say while they look at material: comments at a time and a place in the picture, captions brought beside a file, and links by
 * which an agency sees its clip on its panel. All of it belongs to the content that was looked at, by its hash.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Name, Sha256 } from '../scalars';
import { Language } from './user';

/** Where in the picture, as shares of its width and height from the upper left. */
export const PicturePlace = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type PicturePlace = z.infer<typeof PicturePlace>;

export const CommentText = z.string().trim().min(1).max(2000);
/** Whoever wrote it: the name as it was then, the id to know one's own by. */
export const Author = z.object({ id: z.string(), name: z.string() });

export const CommentReply = z.object({ text: CommentText, by: Author, at: Instant });
export type CommentReply = z.infer<typeof CommentReply>;

export const PreviewComment = z.object({
  id: Id,
  rev: z.int().min(0),
  assetId: Id,
  /** Of the content that was looked at: of another it is shown as being of an earlier version. */
  hash: Sha256,
  atMs: DurationMs,
  /** Null: of the whole picture, or of the sound. */
  place: PicturePlace.nullable(),
  text: CommentText,
  by: Author,
  createdAt: Instant,
  resolvedAt: Instant.nullable(),
  resolvedBy: z.string().nullable(),
  replies: z.array(CommentReply).max(100),
});
export type PreviewComment = z.infer<typeof PreviewComment>;
export const previewCommentRecord = recordType('previewComment', PreviewComment);

export const Cue = z.object({ startMs: DurationMs, endMs: DurationMs, text: z.string().max(2000) });
export type Cue = z.infer<typeof Cue>;

/** More lines than three hours of speech have. */
export const MOST_CUES = 10_000;

/** Captions that came as a file of their own (.vtt, .srt). */
export const PreviewCaptions = z.object({
  id: Id,
  rev: z.int().min(0),
  assetId: Id,
  hash: Sha256,
  /** As the file was called. */
  name: Name,
  language: Language.nullable(),
  cues: z.array(Cue).min(1).max(MOST_CUES),
  createdAt: Instant,
  createdBy: z.string(),
});
export type PreviewCaptions = z.infer<typeof PreviewCaptions>;
export const previewCaptionsRecord = recordType('previewCaptions', PreviewCaptions);

export const PreviewLink = z.object({
  id: Id,
  rev: z.int().min(0),
  /** SHA-256 of the code in the address; the code itself is told once. */
  codeHash: Sha256,
  assetId: Id,
  hash: Sha256,
  /** The panel on which it is shown; null shows it as it is. */
  displayId: Id.nullable(),
  expiresAt: Instant,
  createdAt: Instant,
  createdBy: z.string(),
  revokedAt: Instant.nullable(),
  opened: z.int().min(0),
  openedAt: Instant.nullable(),
});
export type PreviewLink = z.infer<typeof PreviewLink>;
export const previewLinkRecord = recordType('previewLink', PreviewLink);
