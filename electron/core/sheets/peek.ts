/**
 * A look into an XLSX file before it is read: how many rows there are, which cells hold formulas and which are merged. The
 * reader tells none of it, and a small file may unfold to gigabytes. Formats: APPNOTE.TXT 6.3 (ZIP), ECMA-376 part 1, 18.3.
 */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';

export interface Place {
  /** Both from 1. */
  row: number;
  column: number;
}
export interface Peek {
  lastRow: number;
  formulas: Place[];
  /** Top left and bottom right, both included. */
  merged: { first: Place; last: Place }[];
}

const inflate = promisify(inflateRaw);
/** Of one unfolded part. 2,000 rows of bookings are 5 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
const OFTEN = 200;

/** One sheet, by number from 1. @throws Failure invalidInput for what is no such file; tooLarge for what unfolds beyond all measure */
export function peek(bytes: Buffer, sheet = 1): Promise<Peek> {
  return readable(async () => {
    const parts = fitting(bytes);
    return inTurns(scan(await partText(bytes, parts, await sheetPath(bytes, parts, sheet))));
  });
}

export interface Zipped {
  /** Paths of the parts. */
  paths: ReadonlySet<string>;
  /** Unfolds a part for nothing but to learn that it can be. */
  prove(path: string): Promise<void>;
}

/** What a zip file says is in it. @throws Failure as `peek` */
export function zipped(bytes: Buffer): Promise<Zipped> {
  return readable(async () => {
    const parts = fitting(bytes);
    const prove = (path: string) => readable(async () => void (await partText(bytes, parts, path)));
    return { paths: new Set(parts.keys()), prove };
  });
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof Failure) throw fault;
    throw new Failure('invalidInput', {}, [reason('sheet.unreadable')], fault);
  }
}

/** Its parts, where they say of themselves that they are not beyond all measure. */
function fitting(bytes: Buffer): Map<string, Part> {
  const parts = directoryOf(bytes);
  const size = [...parts.values()].reduce((sum, part) => sum + part.unfolded, 0);
  if (size > MOST_BYTES * 2) throw new Failure('tooLarge');
  return parts;
}

interface Part {
  method: number;
  at: number;
  folded: number;
  unfolded: number;
}

/** The end of the directory is followed by a comment of at most 65,535 bytes. */
const SHORTEST_END = 22;
const LONGEST_END = SHORTEST_END + 65_535;
const END = 0x06054b50;
const ENTRY = 0x02014b50;

function directoryOf(bytes: Buffer): Map<string, Part> {
  const first = Math.max(0, bytes.length - LONGEST_END);
  let end = bytes.length - SHORTEST_END;
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < first) throw new RangeError('no zip file');
  const parts = new Map<string, Part>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && bytes.readUInt32LE(at) === ENTRY; left -= 1) {
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const [name = 0, extra = 0, comment = 0] = lengths;
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      folded: bytes.readUInt32LE(at + 20),
      unfolded: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

async function partText(bytes: Buffer, parts: ReadonlyMap<string, Part>, path: string): Promise<string> {
  const part = parts.get(path);
  if (!part) throw new RangeError(`no ${path}`);
  const from = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28);
  const folded = bytes.subarray(from, from + part.folded);
  if (part.method === 0) return folded.toString('utf8');
  const unfolded = await inflate(folded, { maxOutputLength: MOST_BYTES }).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'ERR_BUFFER_TOO_LARGE' ? new Failure('tooLarge') : fault;
  });
  return unfolded.toString('utf8');
}

/** Where a sheet lies, by the workbook and its relations. */
async function sheetPath(bytes: Buffer, parts: ReadonlyMap<string, Part>, number: number): Promise<string> {
  const workbook = await partText(bytes, parts, 'xl/workbook.xml');
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*?\br:id="([^"]+)"/g)];
  const id = sheets[number - 1]?.[1] ?? '';
  if (number > Math.max(1, sheets.length))
    throw new Failure('invalidInput', {}, [reason('sheet.noSheet', { number, count: sheets.length })]);
  const relations = await partText(bytes, parts, 'xl/_rels/workbook.xml.rels');
  const relation = relations.match(/<(?:\w+:)?Relationship\b[^>]*>/g)?.find((tag) => tag.includes(`Id="${id}"`));
  const target = /Target="([^"]+)"/.exec(relation ?? '')?.[1] ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

const TAGS = /<(?:\w+:)?(row|c|f|mergeCell)\b([^>]*)>/g;

function* scan(xml: string): Steps<Peek> {
  const found: Peek = { lastRow: 0, formulas: [], merged: [] };
  let cell: Place = { row: 1, column: 1 };
  let seen = 0;
  for (const [, tag, attributes = ''] of xml.matchAll(TAGS)) {
    if (tag === 'row') found.lastRow = Math.max(found.lastRow + 1, Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? 0));
    else if (tag === 'c') cell = placeOf(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '') ?? cell;
    else if (tag === 'f') found.formulas.push(cell);
    else {
      const [first, last] = (/\bref="([^"]+)"/.exec(attributes)?.[1] ?? '').split(':').map(placeOf);
      if (first && last) found.merged.push({ first, last });
    }
    seen += 1;
    if (seen % OFTEN === 0) yield;
  }
  return found;
}

/** `AB12`: row 12, column 28. */
function placeOf(address: string): Place | undefined {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (!letters || !row) return undefined;
  return { row: Number(row), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}
