/** What stands behind the question mark of a side door's address. */
import type { z } from 'zod';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';

/** @throws Failure invalidInput naming each field that is off */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ path, message }) =>
    reason('input.field', { field: path.map(String).join('.'), problem: message }),
  );
  throw new Failure('invalidInput', {}, reasons);
}
