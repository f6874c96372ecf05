/** Builds the submissions room. */
import type { HandlersOf, Identity } from '../../contract/api/handlers';
import type { handInApi, portalApi, submissionsApi } from '../../contract/api/submissions';
import type { FinishedUpload, UploadAdmission } from '../../contract/handover';
import type { Actor } from '../../contract/records/audit';
import type { Role } from '../../contract/records/user';
import { createSubmissionHandlers } from './commands';
import { createFolders } from './folders';
import { createHandIn } from './links';
import { createPortal } from './portal';
import { createRoom, type SubmissionsNeed } from './room';
import { isHidden } from './seen-by';
import { admit, mayFetch, outsideSender, takeUpload } from './uploads';
import { watchMoves } from './watch-moves';

export interface Submissions {
  handlers: {
    submissions: HandlersOf<typeof submissionsApi>;
    portal: HandlersOf<typeof portalApi>;
    handIn: HandlersOf<typeof handInApi>;
  };
  /** Somebody who may send files for submissions alone; null: nobody. @throws Failure codeUnknown, refused */
  outsideSender(identity: Identity | null, code: string | null, address: string): Actor | null;
  /** Before the first byte of an upload. @throws Failure */
  admit(upload: UploadAdmission): void;
  takeUpload(upload: FinishedUpload & { submissionId: string }): Promise<{ assetId: string; duplicate: boolean }>;
  /** Whether a partner account may have a file of the library. */
  mayFetch(actor: Actor, hash: string): boolean;
  /** Whether what comes with it is kept from this reader. */
  hides(submissionId: string, role: Role): boolean;
  start(): void;
  stop(): Promise<void>;
}

export function createSubmissions(need: SubmissionsNeed): Submissions {
  const room = createRoom(need);
  const folders = createFolders(room);
  const moves = watchMoves(room);
  return {
    handlers: {
      submissions: createSubmissionHandlers(room),
      portal: createPortal(room),
      handIn: createHandIn(room),
    },
    outsideSender: (identity, code, address) => outsideSender(room, identity, code, address),
    admit: (upload) => admit(room, upload),
    takeUpload: (upload) => takeUpload(room, upload),
    mayFetch: (actor, hash) => mayFetch(room, actor, hash),
    hides(submissionId, role) {
      const held = room.store.get('submission', submissionId);
      return held !== undefined && isHidden(room.store, held, role);
    },
    start() {
      folders.start();
      moves.start();
    },
    async stop() {
      await Promise.all([folders.stop(), moves.stop()]);
    },
  };
}
