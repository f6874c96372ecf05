/** Bookings as files, in and out. */
import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { type ExportQuery, ImportReport } from '../../electron/contract/api/exchange';

const Refusal = z.object({ code: z.string(), data: z.unknown() });

/** Reads only; with the print of such a reading, carries it out. Rejects with what `failureOf` reads. */
export async function sendSheet(file: Blob, print?: string): Promise<ImportReport> {
  const address = `/api/bookings/import${print === undefined ? '' : `?print=${print}`}`;
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
