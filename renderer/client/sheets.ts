/** Bookings as files, in and out. */
import { type ExportQuery, ImportReport } from '../../electron/contract/api/exchange';
import { sendFile } from './send-file';

/** Reads only; with the print of such a reading, carries it out but for those rows. Rejects with what `failureOf` reads. */
export async function sendSheet(file: Blob, print?: string, leaveOut: readonly number[] = []): Promise<ImportReport> {
  const query = print === undefined ? '' : `?print=${print}${leaveOut.length > 0 ? `&leaveOut=${leaveOut}` : ''}`;
  return ImportReport.parse(await sendFile(`/api/bookings/import${query}`, file));
}

export function sheetAddress(format: 'xlsx' | 'csv', query: Partial<ExportQuery>): string {
  return `/api/bookings.${format}?${new URLSearchParams(query)}`;
}
