/** What the server is handed: handlers and doors into rooms it may not import. */
import type { Api } from '../../contract/api';
import type { CardExportQuery } from '../../contract/api/card-files';
import type { ExportQuery, ImportQuery, ImportReport } from '../../contract/api/exchange';
import type { HandlersOf, Identity } from '../../contract/api/handlers';
import type { HoaxQuery } from '../../contract/api/hoaxes';
import type { DebtQuery } from '../../contract/api/make-goods';
import type { LetterQuery } from '../../contract/api/paper-query';
import type { DeskPaperQuery } from '../../contract/api/partners';
import type { SeenClip } from '../../contract/api/previews';
import type { ChunkAnswer, ChunkQuery } from '../../contract/api/recordings';
import type { RequestLetterQuery } from '../../contract/api/requests';
import type { FairnessQuery } from '../../contract/api/rules';
import type {
  PaperFormat,
  PaperKind,
  PaperQuery,
  RundownImportQuery,
  RundownImportReport,
} from '../../contract/api/rundown-files';
import type { FinishedUpload, MediaFile, UploadAdmission } from '../../contract/handover';
import type { Attachment } from '../../contract/records/attachment';
import type { Actor } from '../../contract/records/audit';
import type { Paper } from '../../contract/records/paper';
import type { Language, Role } from '../../contract/records/user';
import type { Reason } from '../../contract/scalars';

export type ApiHandlers = HandlersOf<Api>;
export type { Identity };

/** Who a cookie or a bearer token stands for. */
export interface Doorkeeper {
  bySession(token: string): Identity | null;
  byBearer(token: string): Identity | null;
  /** The display whose token this is. */
  displayByToken(token: string): string | null;
}

/** A display's connection as the displays room sees it. */
export interface DisplaySocket {
  /** One message; as UTF-8 bytes where many sockets are sent the same. */
  send(text: string | Buffer): void;
  close(code: number, why: string): void;
  bufferedBytes(): number;
  address: string;
}
export interface DisplayConnection {
  message(text: string): void;
  /** One came that cannot be handed on; the connection says so and ends. */
  untaken(why: 'tooLarge' | 'notText'): void;
  closed(): void;
}

export type { FinishedUpload, MediaFile };

export interface ServerDoors {
  handlers: ApiHandlers;
  doorkeeper: Doorkeeper;
  connectDisplay(socket: DisplaySocket): DisplayConnection;
  /** Adopts the file (moves it away). `duplicate` when the same content was there. */
  finishUpload(
    upload: FinishedUpload & { submissionId: string | null },
  ): Promise<{ assetId: string; duplicate: boolean }>;
  /** Refuses before the first byte: no room on the disk, a kind that cannot be. @throws Failure */
  admitUpload(upload: UploadAdmission): Promise<void>;
  /** Somebody who may send files for submissions alone, by who is signed in or a link's code; null: nobody. @throws Failure */
  outsideSender(identity: Identity | null, code: string | null, address: string): Actor | null;
  /** Whether a partner account may have a file of the library. */
  mayFetch(actor: Actor, hash: string): boolean;
  /** A file for an agency, an agreement or a submission. @throws Failure */
  takePaper(
    incoming: DeskPaperQuery & { bytes: number | null; body: AsyncIterable<Uint8Array> },
    identity: Identity,
  ): Promise<Paper>;
  /** Null where there is none, or it is not for them. */
  paperFile(id: string, identity: Identity): (MediaFile & { hash: string }) | null;
  /** CSV rows of what an agreement was used for in a month. */
  usageCsv(id: string, month: string, language: 'id' | 'en'): Promise<AsyncIterable<string>>;
  media(hash: string): MediaFile | null;
  /** The name of what these bytes are of, where that was taken back. */
  recalledMedia(hash: string): string | null;
  /** The letter of a recall as PDF. @throws Failure */
  recallLetter(id: string, query: LetterQuery, role: Role): Promise<{ name: string; bytes: Buffer }>;
  /** Why a file is not for whoever asks; empty where it is. */
  mediaWithheld(hash: string, asker: { displayId: string } | { role: Role }): Reason[];
  displayPicture(displayId: string): { jpeg: Buffer; at: number } | null;
  /** CSV rows of the play log for these query parameters. */
  playsCsv(query: Record<string, string>, language: 'id' | 'en'): AsyncIterable<string>;
  /** CSV rows of what is owed. */
  debtsCsv(query: DebtQuery, language: 'id' | 'en'): Promise<AsyncIterable<string>>;
  /** CSV rows of what each candidate pair or participant was given. */
  fairnessCsv(query: FairnessQuery, language: 'id' | 'en', role: Role): Promise<AsyncIterable<string>>;
  /** iCalendar of a display for whoever knows its secret; else null. */
  displayCalendar(displayId: string, secret: string): Promise<string | null>;
  /** Bookings as a file. */
  exportBookings(query: ExportQuery, format: 'xlsx' | 'csv'): Promise<Buffer>;
  /** Tells what a file would do; with the print of such a reading, does it. @throws Failure */
  importBookings(bytes: Buffer, query: ImportQuery, actor: Actor): Promise<ImportReport>;
  /** A rundown as a file to print or to send, and what the file is called. @throws Failure */
  rundownPaper(asked: {
    rundownId: string;
    kind: PaperKind;
    format: PaperFormat;
    query: PaperQuery;
  }): Promise<{ name: string; bytes: Buffer }>;
  /** How many characters of such a paper as PDF have no typeface. @throws Failure */
  paperGaps(asked: { rundownId: string; kind: PaperKind; query: PaperQuery }): Promise<number>;
  /** Tells what a file would become; with the print of such a reading, makes it. @throws Failure */
  importRundown(bytes: Buffer, query: RundownImportQuery, actor: Actor): Promise<RundownImportReport>;
  /** A file for an item of a rundown. `bytes`: as long as the sender says, if it does. @throws Failure */
  takeAttachment(
    incoming: { itemId: string; name: string; bytes: number | null; body: AsyncIterable<Uint8Array> },
    actor: Actor,
  ): Promise<Attachment>;
  attachmentFile(id: string): (MediaFile & { hash: string }) | null;
  /** Sound of a recording as it comes. @throws Failure */
  takeRecordingChunk(id: string, query: ChunkQuery, bytes: Uint8Array): Promise<ChunkAnswer>;
  /** A recording that can be played back; null while it cannot. */
  recordingAudio(id: string): (MediaFile & { hash: string }) | null;
  /** Episodes and feeds: of who is signed in, and of everybody. */
  podcast: {
    audio(id: string): (MediaFile & { hash: string }) | null;
    /** @throws Failure */
    feed(programmeId: string): string;
    openAudio(id: string): (MediaFile & { hash: string }) | null;
    openFeed(programmeId: string): string | null;
    /** To whoever asks for sound that is not given out. */
    notHere(): string;
  };
  /** Files about material that is looked at, and what a link shows. All of it @throws Failure */
  previews: {
    commentsCsv(assetId: string, language: Language): { name: string; rows: AsyncIterable<string> };
    contactSheet(assetId: string, language: Language): Promise<{ name: string; bytes: Buffer }>;
    see: {
      about(code: string, address: string, again: boolean): Promise<SeenClip>;
      clip(code: string, address: string): MediaFile & { hash: string };
      still(code: string): boolean;
    };
  };
  /** Papers of requests for information and of contests. */
  office: {
    /** @throws Failure */
    letter(id: string, query: RequestLetterQuery): Promise<{ name: string; bytes: Buffer }>;
    registerCsv(year: number, language: 'id' | 'en'): AsyncIterable<string>;
    /** @throws Failure */
    announcement(id: string, query: LetterQuery): Promise<{ name: string; bytes: Buffer }>;
    /** @throws Failure */
    winnersCsv(id: string, language: 'id' | 'en'): { name: string; rows: AsyncIterable<string> };
  };
  /** A published card as PNG or MP4. @throws Failure */
  cardFile(id: string, query: CardExportQuery): Promise<{ name: string; mime: string; bytes: Buffer }>;
  /** CSV rows of the hoax desk's cases, as somebody of this role may see them. */
  hoaxesCsv(query: HoaxQuery, language: 'id' | 'en', role: Role): AsyncIterable<string>;
  health(): { ok: true; version: string; uptimeMs: number; loopBlockMaxMs: number };
}
