/** Builds the room of files attached to items: they come in, are listed, handed out, removed, and one day swept. */
import type { Logger } from 'pino';
import type { attachmentsApi } from '../../../contract/api/attachments';
import type { HandlersOf } from '../../../contract/api/handlers';
import type { MediaFile } from '../../../contract/handover';
import type { Attachment } from '../../../contract/records/attachment';
import type { Actor } from '../../../contract/records/audit';
import { HOUR_MS } from '../../../domain/calendar';
import { refuseSigned, requireRecord } from '../../store';
import { createFiles } from './files';
import { attach, heldBy, type Incoming } from './intake';
import { createTurn, type Room } from './room';
import { sweep } from './sweep';

export interface AttachmentsOptions extends Pick<Room, 'store' | 'clock'> {
  log: Pick<Logger, 'error'>;
  dataDir: string;
  /** Of the disk, for the station's own records. */
  reserveBytes?: number;
}

export interface AttachmentsRoom {
  handlers: HandlersOf<typeof attachmentsApi>;
  /** @throws Failure */
  attach(incoming: Incoming, actor: Actor): Promise<Attachment>;
  /** Null where there is none. */
  file(id: string): (MediaFile & { hash: string }) | null;
  /** Removes files that nothing names any more. */
  sweep(): Promise<void>;
  start(): void;
  stop(): void;
}

const SWEEP_MS = 6 * HOUR_MS;
/** Whatever it looks to be, it is only saved: no browser is to do anything with it. */
const TO_SAVE = 'application/octet-stream';

export function createAttachments({ dataDir, reserveBytes, log, ...need }: AttachmentsOptions): AttachmentsRoom {
  const { store } = need;
  const room: Room = { ...need, files: createFiles(dataDir, reserveBytes), inTurn: createTurn() };
  const look = () =>
    void sweep(room).catch((fault: unknown) => log.error({ err: fault }, 'attachments could not be swept'));
  let timer: NodeJS.Timeout | null = null;
  return {
    handlers: {
      list({ rundownId }) {
        requireRecord(store, 'rundown', rundownId);
        return heldBy(store, rundownId);
      },
      remove: ({ id }, { actor }) =>
        store.commit({ command: 'attachments.remove', actor, undoable: true }, (tx) => {
          refuseSigned(tx, requireRecord(tx, 'attachment', id).rundownId);
          tx.remove('attachment', id);
          return null;
        }),
    },
    attach: (incoming, actor) => attach(room, incoming, actor),
    file(id) {
      const found = store.get('attachment', id);
      if (!found) return null;
      const { hash, bytes, name } = found;
      return { path: room.files.pathOf(hash), hash, bytes, mime: TO_SAVE, fileName: name };
    },
    sweep: () => sweep(room),
    start() {
      look();
      timer = setInterval(look, SWEEP_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
  };
}
