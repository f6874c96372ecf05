/** What may be attached to an item of a rundown, what it is called and what it looks to be. Pure. */
import {
  type AttachmentKind,
  MOST_ATTACHMENT_BYTES,
  MOST_ATTACHMENTS,
  MOST_RUNDOWN_BYTES,
} from '../contract/records/attachment';
import { type Reason, reason } from '../contract/scalars';
import { clip, extensionOf, printableName } from './file-names';

const LONGEST = 200;
const MEGABYTE = 1024 ** 2;

interface Held {
  itemId: string;
  bytes: number;
}

/** The name shown and offered when it is saved, 1..200 UTF-16 units; a long one is cut before its ending. Never a path. */
export function attachedName(raw: string): string {
  const name = printableName(raw);
  if (name.length <= LONGEST) return name;
  const ending = extensionOf(name) && name.slice(name.lastIndexOf('.'));
  return clip(name.slice(0, name.length - ending.length), LONGEST - ending.length) + ending;
}

/** Why a file of this size cannot be; null where it can. */
export function sizeRefusal(name: string, bytes: number): Reason | null {
  if (bytes === 0) return reason('attachment.empty', { name });
  if (bytes <= MOST_ATTACHMENT_BYTES) return null;
  return reason('attachment.tooLarge', { name, most: MOST_ATTACHMENT_BYTES / MEGABYTE });
}

/** Why one more file cannot be attached to an item; null where it can. `held`: files of the rundown's items. */
export function roomRefusal(held: readonly Held[], wanted: Held): Reason | null {
  const ofItem = held.filter(({ itemId }) => itemId === wanted.itemId).length;
  if (ofItem >= MOST_ATTACHMENTS) return reason('attachment.tooMany', { most: MOST_ATTACHMENTS });
  const left = MOST_RUNDOWN_BYTES - held.reduce((sum, { bytes }) => sum + bytes, 0);
  if (wanted.bytes <= left) return null;
  const leftMb = Math.max(0, Math.floor(left / MEGABYTE));
  return reason('attachment.tooMuch', { most: MOST_RUNDOWN_BYTES / MEGABYTE, left: leftMb });
}

const STARTS: readonly (readonly [string, string])[] = [
  ['%PDF-', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['{\\rtf', 'application/rtf'],
  ['ID3', 'audio/mpeg'],
  ['OggS', 'audio/ogg'],
  ['Rar!', 'application/vnd.rar'],
  ['7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
];
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';
/** Of files that are ZIP inside, by how their names end. */
const ZIPPED: Readonly<Record<string, string>> = {
  docx: `${OPEN_XML}.wordprocessingml.document`,
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
  pptx: `${OPEN_XML}.presentationml.presentation`,
  odt: `${OPEN_DOCUMENT}.text`,
  ods: `${OPEN_DOCUMENT}.spreadsheet`,
  odp: `${OPEN_DOCUMENT}.presentation`,
};
/** Of Word, Excel and PowerPoint before 2007. */
const COMPOUND: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};
const PLAIN: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/csv',
};
const UNKNOWN = 'application/octet-stream';

/** What a file looks to be, by its first bytes (some dozens are enough) and, where they leave that open, by its name. To be shown only. */
export function mimeOf(head: Uint8Array, name: string): string {
  const start = String.fromCharCode(...head.subarray(0, 16));
  const ending = extensionOf(name);
  const known = STARTS.find(([bytes]) => start.startsWith(bytes));
  if (known) return known[1];
  if (start.startsWith('PK\x03\x04')) return byEnding(ZIPPED, ending) ?? 'application/zip';
  if (start.startsWith('\xd0\xcf\x11\xe0')) return byEnding(COMPOUND, ending) ?? UNKNOWN;
  if (start.startsWith('RIFF')) return RIFF[start.slice(8, 12)] ?? UNKNOWN;
  if (start.slice(4, 8) === 'ftyp') return ending === 'm4a' ? 'audio/mp4' : 'video/mp4';
  return (head.includes(0) ? undefined : byEnding(PLAIN, ending)) ?? UNKNOWN;
}

const RIFF: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' };

const byEnding = (types: Readonly<Record<string, string>>, ending: string): string | undefined =>
  Object.hasOwn(types, ending) ? types[ending] : undefined;

const KINDS: readonly (readonly [RegExp, AttachmentKind])[] = [
  [/pdf$/, 'pdf'],
  [/spreadsheet|ms-excel|csv/, 'table'],
  [/presentation|powerpoint/, 'slides'],
  [/word|opendocument\.text|rtf$|^text\//, 'text'],
  [/^image\//, 'picture'],
  [/^audio\//, 'sound'],
  [/^video\//, 'video'],
  [/zip$|rar$|7z/, 'archive'],
];

/** What a person sees it as. */
export const kindOf = (mime: string): AttachmentKind => KINDS.find(([pattern]) => pattern.test(mime))?.[1] ?? 'other';
