/** A file of a rundown, sent to be read or to be carried out. */
import { type ImportField, RundownImportReport } from '../../../electron/contract/api/rundown-files';
import type { LocalDate } from '../../../electron/contract/scalars';
import { sendFile } from '../../client/send-file';

/** How the file is to be read. */
export interface ReadAs {
  /** Null: as guessed. */
  mapping: readonly ImportField[] | null;
  sheet: number;
  /** Lines above the headings; null: looked for. */
  skip: number | null;
}

/** What the rundown is to be. */
export interface Becomes {
  name: string;
  date: LocalDate;
  programmeId: string | null;
}

export interface Read {
  report: RundownImportReport;
  /** The print holds for this alone. */
  becomes: Becomes;
}

export async function readFile(file: File, readAs: ReadAs, becomes: Becomes): Promise<Read> {
  return { report: await send(file, readAs, becomes), becomes };
}

/**
 * Carries out what was read. A name or day that was changed since asks for another reading, which has to find the same lines.
 */
export async function carryOut(file: File, readAs: ReadAs, becomes: Becomes, read: Read): Promise<RundownImportReport> {
  const same = JSON.stringify(becomes) === JSON.stringify(read.becomes);
  const { report } = same ? read : await readFile(file, readAs, becomes);
  // The print of the first reading is refused by the station, in its own words.
  const isAsShown = same || JSON.stringify(report.rows) === JSON.stringify(read.report.rows);
  return send(file, readAs, becomes, isAsShown ? report.print : read.report.print);
}

async function send(
  file: File,
  { mapping, sheet, skip }: ReadAs,
  { name, date, programmeId }: Becomes,
  print?: string,
): Promise<RundownImportReport> {
  const query = new URLSearchParams({
    name: name.trim() || nameOf(file),
    date,
    sheet: String(sheet),
    ...(mapping ? { mapping: mapping.join(',') } : {}),
    ...(skip === null ? {} : { skip: String(skip) }),
    ...(programmeId ? { programmeId } : {}),
    ...(print ? { print } : {}),
  });
  return RundownImportReport.parse(await sendFile(`/api/rundowns/import?${query}`, file));
}

/** What a file is called, as a rundown would be. */
export function nameOf({ name }: Pick<File, 'name'>): string {
  const bare = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return (bare || name.trim() || '–').slice(0, 200);
}
