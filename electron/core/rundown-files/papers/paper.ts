/** A paper as plain data: all that stands on it, in the reader's words. How it is drawn is a matter of each format. */
import type { PaperSize } from '../../../contract/api/paper-query';
import type { Letterhead } from '../../../contract/records/settings';
import type { Language } from '../../../contract/records/user';

export interface PaperColumnHead {
  heading: string;
  /** Share of the page's width. */
  weight: number;
  align: 'left' | 'right';
  /** Of a workbook: how the number beside a cell's text is shown; null for text. */
  format: string | null;
}

export interface PaperRow {
  look: 'plain' | 'segment' | 'inside' | 'aside';
  texts: string[];
  /** Parts of a day, by column, for workbooks; null where the text says it. */
  days: (number | null)[];
}

export interface ScriptPiece {
  text: string;
  look: 'plain' | 'emphasis' | 'aside';
}
export interface ScriptLine {
  /** For the studio and what is heard stand apart from what is spoken. */
  kind: 'line' | 'cue' | 'sound';
  speaker: string;
  pieces: ScriptPiece[];
}
export interface ScriptSection {
  start: string;
  title: string;
  duration: string;
  lines: ScriptLine[];
}

/** Who signs: the role, a line to write on, and below it the name where it is known. */
export interface SignatureBlock {
  role: string;
  name: string;
  below: string[];
}

/** A picture with what stands under it. */
export interface PaperStill {
  jpeg: Uint8Array;
  title: string;
  lines: string[];
  /** A ring at this place of the picture, as shares of its width and height. */
  mark: { x: number; y: number } | null;
}

export interface Paper {
  language: Language;
  size: PaperSize;
  landscape: boolean;
  letterhead: Letterhead;
  title: string;
  subtitle: string;
  facts: [label: string, value: string][];
  columns: PaperColumnHead[];
  rows: PaperRow[];
  /** Instead of a table. */
  stills?: PaperStill[];
  /** Null of all but scripts. */
  script: ScriptSection[] | null;
  /** Beside "speaker" and "text" above a script. */
  scriptHeads: [string, string];
  totals: [label: string, value: string][];
  remarks: string[];
  /** Where and when, above the last of the blocks. */
  signedOn: string;
  signatures: SignatureBlock[];
  printed: string;
  /** With `{page}` and `{pages}`. */
  page: string;
  /** What a table without rows says. */
  noRows: string;
  author: string;
}

/** What no document may hold: control characters (XML 1.0, 2.2) and halves of characters. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;

export const clean = (text: string): string => text.replace(UNPRINTABLE, '').replace(/\r\n?/g, '\n').trim();
