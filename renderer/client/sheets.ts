/** Bookings as files, in and out. */
import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { type ExportQuery, ImportReport } from '../../electron/contract/api/exchange';

const Refusal = z.object({ code: z.string(), data: z.unknown() });

/** Reads only; with the print of such a reading, carries it out but for those rows. Rejects with what `failureOf` reads. */
export async function sendSheet(file: Blob, print?: string, leaveOut: readonly number[] = []): Promise<ImportReport> {
  const query = print === undefined ? '' : `?print=${print}${leaveOut.length > 0 ? `&leaveOut=${leaveOut}` : ''}`;
  const address = `/api/bookings/import${query}`;
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await fetch(address, { method: 'POST', body: file, headers });
  const body: unknown = await answer.json();
  if (answer.ok) return ImportReport.parse(body);
  const { code, data } = Refusal.parse(body);
  throw new ORPCError(code, { status: answer.status, data });
}

export function sheetAddress(format: 'xlsx' | 'csv', query: Partial<ExportQuery>): string {
  return `/api/bookings.${format}?${new URLSearchParams(query)}`;
}
