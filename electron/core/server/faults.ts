/** Turns whatever a handler threw into a Failure that may be shown: no stack, no path, no library's wording. */
import { randomBytes } from 'node:crypto';
import { ORPCError, ValidationError } from '@orpc/server';
import type { FastifyBaseLogger } from 'fastify';
import { Failure } from '../../contract/failure';
import { type Reason, reason } from '../../contract/scalars';

/** An unknown fault is logged under a short reference that the person can name. */
export function toFailure(fault: unknown, log: FastifyBaseLogger): Failure {
  if (fault instanceof Failure) return fault;
  const invalid = invalidInput(fault) ?? refusedByFastify(fault);
  if (invalid) return invalid;
  const reference = randomBytes(4).toString('hex');
  log.error({ err: fault, reference }, 'unexpected fault');
  return new Failure('internal', { reference }, [], fault);
}

export function toORPCError(fault: unknown, log: FastifyBaseLogger): ORPCError<string, unknown> {
  const failure = toFailure(fault, log);
  return new ORPCError(failure.code, { status: failure.status, message: failure.code, data: failure.data });
}

function invalidInput(fault: unknown): Failure | null {
  if (!(fault instanceof ORPCError) || fault.code !== 'BAD_REQUEST') return null;
  const issues = fault.cause instanceof ValidationError ? fault.cause.issues : [];
  return new Failure('invalidInput', {}, issues.map(fieldReason));
}

type Issue = ValidationError['issues'][number];

/** `params.field` is the path such as `items.3.stillMs`; `problem` is the validator's English for the log and support. */
function fieldReason({ path, message }: Issue): Reason {
  const field = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return reason('input.field', { field, problem: message });
}

/** Bodies that are too large, of a wrong type or no JSON: a caller's mistake, not ours. */
function refusedByFastify(fault: unknown): Failure | null {
  if (!(fault instanceof Error) || !('statusCode' in fault)) return null;
  const { statusCode } = fault;
  if (statusCode === 413) return new Failure('tooLarge');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Failure('invalidInput', {}, [reason('input.request', { problem: fault.message })]);
  }
  return null;
}
