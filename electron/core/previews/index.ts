/** Builds the previews room: what people say while they look at material, and who outside may look. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { previewsApi } from '../../contract/api/previews';
import { isProbed } from '../../contract/records/asset';
import type { Language } from '../../contract/records/user';
import { settingsOf } from '../store';
import { captionHandlers } from './captions';
import { commentHandlers, commentsOf } from './comments';
import { contactSheet, type Sheet } from './contact-sheet';
import { type CommentsFile, commentsCsv } from './csv';
import { linkHandlers } from './links';
import { assetOf, type Room, refuseExempt } from './room';
import { createSee, type SeeDoors } from './see';
import { createTurns } from './turns';

export interface PreviewsRoom {
  handlers: HandlersOf<typeof previewsApi>;
  see: SeeDoors;
  /** @throws Failure notFound */
  commentsCsv(assetId: string, language: Language): CommentsFile;
  contactSheet(assetId: string, language: Language): Promise<Sheet>;
  /** Ends ffmpeg that runs at somebody's asking. */
  stop(): Promise<void>;
}

export function createPreviews(room: Room): PreviewsRoom {
  const { store } = room;
  const { turns, stop } = createTurns(room.dataDir);
  return {
    handlers: { ...commentHandlers(room), ...captionHandlers(room, turns), ...linkHandlers(room) },
    see: createSee(room),
    commentsCsv(assetId, language) {
      const asset = assetOf(store, assetId);
      refuseExempt(store, asset);
      const rate = isProbed(asset) ? (asset.probe.video?.frameRate ?? 0) : 0;
      const { zone } = settingsOf(store);
      return commentsCsv({ asset, rate, comments: commentsOf(store, assetId), zone }, language);
    },
    contactSheet: (assetId, language) => contactSheet(room, turns, assetId, language),
    stop,
  };
}
