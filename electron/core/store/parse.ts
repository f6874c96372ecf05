/** What is put is parsed by the schema of its kind. */
import { ZodError } from 'zod';
import { Failure } from '../../contract/failure';
import type { RecordType } from '../../contract/record-type';
import { type RecordName, type Records, recordTypes } from '../../contract/records';
import { reason } from '../../contract/scalars';

/** @throws Failure invalidInput with every field that does not fit */
export function parse<N extends RecordName>(record: N, value: Records[N]): Records[N] {
  const type: RecordType<Records[N]> = recordTypes[record];
  try {
    return type.schema.parse(value);
  } catch (fault) {
    if (!(fault instanceof ZodError)) throw fault;
    const details = fault.issues.map((issue) =>
      reason('store.field', { record, path: issue.path.join('.'), problem: issue.message }),
    );
    throw new Failure('invalidInput', { record }, details, fault);
  }
}
