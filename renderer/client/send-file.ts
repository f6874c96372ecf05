/** A file handed to the station through a side door. */
import { ORPCError } from '@orpc/client';
import { z } from 'zod';

const Refusal = z.object({ code: z.string(), data: z.unknown() });

/** What the station answered. Rejects with what `failureOf` reads. */
export async function sendFile(address: string, file: Blob): Promise<unknown> {
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await fetch(address, { method: 'POST', body: file, headers });
  const body: unknown = await answer.json();
  if (answer.ok) return body;
  throw refusalOf(answer.status, body);
}

/** A side door's refusal, as `failureOf` reads it. */
export function refusalOf(status: number, body: unknown): ORPCError<string, unknown> {
  const { code, data } = Refusal.parse(body);
  return new ORPCError(code, { status, data });
}
