/**
 * CSV for a spreadsheet set to the reader's language (RFC 4180 but for the separator; UTF-8 with a byte order mark, by which
 * Excel knows the letters). Where the decimal sign is a comma, as in Indonesia, Excel separates columns by semicolons.
 */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../contract/records/user';

export const MANNERS = { id: { delimiter: ';', decimal: ',' }, en: { delimiter: ',', decimal: '.' } } as const;
const BATCH = 250;

/** Gives way to other work between batches: a year of plays is a long file. */
export async function* csvPieces(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  language: Language,
): AsyncGenerator<string> {
  yield `\uFEFF${lines([header], language)}`;
  let batch: (readonly string[])[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield lines(batch, language);
    batch = [];
    await yieldToOthers();
  }
  if (batch.length > 0) yield lines(batch, language);
}

/** Seconds to a tenth. */
export const csvSeconds = (ms: number, language: Language): string =>
  (ms / 1000).toFixed(1).replace('.', MANNERS[language].decimal);

/** `escape_formulas` keeps a title such as `=HYPERLINK(...)` from being run by a spreadsheet (OWASP, CSV injection). */
const lines = (rows: (readonly string[])[], language: Language) =>
  stringify(rows as string[][], {
    delimiter: MANNERS[language].delimiter,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
