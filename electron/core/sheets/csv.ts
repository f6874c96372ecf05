/**
 * CSV of RFC 4180 for spreadsheets: semicolons or commas by the reader's language, UTF-8 with a byte order mark, and text that a
 * spreadsheet would run as a formula marked with an apostrophe (OWASP, CSV injection) that is taken off again here.
 */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../contract/records/user';
import type { Steps } from '../../domain/steps';
import { MANNERS } from '../csv';

const OFTEN = 4096;
/** Apostrophes before it are doubled too, so that what begins with one comes back as it was. */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/;
const MARKED = /^''*[=+\-@\t\r＝＋－＠]/;

const AT_ONCE = 50;

export function* csvText(rows: readonly (readonly string[])[], language: Language): Steps<string> {
  let text = '\uFEFF';
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    text += csvLines(rows.slice(at, at + AT_ONCE), language);
    yield;
  }
  return text;
}

function csvLines(rows: readonly (readonly string[])[], language: Language): string {
  const marked = rows.map((row) => row.map((text) => (RUNS.test(text) ? `'${text}` : text)));
  return stringify(marked, {
    delimiter: MANNERS[language].delimiter,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
}

/** UTF-8; a file that is none is taken for Windows-1252, which older spreadsheets write. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Every line as its fields; stops after `most` lines. The separator is whichever the first line has most of. */
export function* parseCsv(text: string, most: number): Steps<string[][]> {
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(MARKED.test(field) ? field.slice(1) : field);
    field = '';
  };
  const endRow = () => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length && rows.length < most; at++) {
    const char = text[at] as string;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === delimiter) endField();
    else if (char === '\n') endRow();
    else if (char !== '\r' || text[at + 1] !== '\n') field += char;
    if (at % OFTEN === 0) yield;
  }
  if (rows.length < most && (field !== '' || row.length > 0)) endRow();
  return rows;
}

/** Counted outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([';', ',', '\t'].map((char) => [char, 0]));
  let quoted = false;
  for (let at = 0; at < text.length && (quoted || text[at] !== '\n'); at++) {
    const char = text[at] as string;
    if (char === '"') quoted = !quoted;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
