/**
 * Plays as CSV for a spreadsheet set to the reader's language (RFC 4180 but for the separator; UTF-8 with a byte order mark,
 * by which Excel knows the letters). Where the decimal sign is a comma, as in Indonesia, Excel separates columns by semicolons.
 */

import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import en from '../../../resources/locales/en/playsCsv.json';
import enProof from '../../../resources/locales/en/proof.json';
import enReasons from '../../../resources/locales/en/reasons.json';
import id from '../../../resources/locales/id/playsCsv.json';
import idProof from '../../../resources/locales/id/proof.json';
import idReasons from '../../../resources/locales/id/reasons.json';
import type { Play } from '../../contract/records/play';
import type { Language } from '../../contract/records/user';
import type { Reason } from '../../contract/scalars';
import { localParts } from '../../domain/time';
import { zoneLabel } from '../../domain/zone-label';

const WORDS = {
  id: { ...id, slate: idProof.slate, reasons: idReasons },
  en: { ...en, slate: enProof.slate, reasons: enReasons },
} as const;
type Words = (typeof WORDS)[Language];
const COLUMNS = Object.keys(id.columns) as (keyof Words['columns'])[];
const BATCH = 250;

const MANNERS = { id: { delimiter: ';', decimal: ',' }, en: { delimiter: ',', decimal: '.' } } as const;
type Manners = (typeof MANNERS)[Language];

/** Gives way to other work between batches: a year of plays is a long file. */
export async function* csvRows(plays: Iterable<Play>, zone: string, language: Language): AsyncGenerator<string> {
  const words = WORDS[language];
  const manners = MANNERS[language];
  yield `\uFEFF${lines([COLUMNS.map((column) => words.columns[column])], manners)}`;
  let batch: string[][] = [];
  for (const play of plays) {
    batch.push(cells(play, zone, words, manners));
    if (batch.length < BATCH) continue;
    yield lines(batch, manners);
    batch = [];
    await yieldToOthers();
  }
  if (batch.length > 0) yield lines(batch, manners);
}

/** `escape_formulas` keeps a title such as `=HYPERLINK(...)` from being run by a spreadsheet (OWASP, CSV injection). */
const lines = (rows: string[][], { delimiter }: Manners) =>
  stringify(rows, { delimiter, escape_formulas: true, record_delimiter: '\r\n' });

function cells(play: Play, zone: string, words: Words, manners: Manners): string[] {
  const { decimal } = manners;
  const start = localParts(play.startedAt, zone);
  const row: Record<(typeof COLUMNS)[number], string> = {
    date: start.date,
    time: start.time,
    zone: zoneLabel(zone, play.startedAt),
    startedAt: new Date(play.startedAt).toISOString(),
    endedAt: new Date(play.endedAt).toISOString(),
    seconds: ((play.endedAt - play.startedAt) / 1000).toFixed(1).replace('.', decimal),
    display: play.displayName,
    asset: play.assetName ?? play.assetId ?? words.slate,
    booking: play.bookingName ?? '',
    outcome: words.outcomes[play.outcome],
    because: play.because ? sentence(play.because, words.reasons, manners) : '',
    frames: play.frames === null ? '' : String(play.frames),
    hash: play.hash ?? '',
    id: play.id,
  };
  return COLUMNS.map((column) => row[column]);
}

/** The sentence of a reason with its values filled in, lengths of time in seconds; the bare code where there is none. */
function sentence({ code, params }: Reason, reasons: object, { decimal }: Manners): string {
  const found = code
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], reasons);
  if (typeof found !== 'string') return code;
  return found.replace(/\{\{(\w+)(, span)?\}\}/g, (_, name, isSpan) => {
    const value = params[name] ?? '';
    return isSpan ? `${(Number(value) / 1000).toFixed(1).replace('.', decimal)} s` : String(value);
  });
}
