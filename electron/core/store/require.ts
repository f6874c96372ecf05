/** Records that a command names: there, and as the caller has seen them. */
import { Failure } from '../../contract/failure';
import type { RecordName, Records } from '../../contract/records';
import type { Reader } from './types';

/** @throws Failure notFound */
export function requireRecord<N extends RecordName>(reader: Pick<Reader, 'get'>, record: N, id: string): Records[N] {
  const found = reader.get(record, id);
  if (!found) throw new Failure('notFound', { record });
  return found;
}

/** @throws Failure notFound, stale */
export function requireRev<N extends RecordName>(
  reader: Pick<Reader, 'get'>,
  record: N,
  id: string,
  rev: number,
): Records[N] {
  const held = requireRecord(reader, record, id);
  if (held.rev !== rev) throw new Failure('stale', { record, name: 'name' in held ? held.name : '' });
  return held;
}
