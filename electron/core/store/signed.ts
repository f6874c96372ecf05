/** A rundown whose log is signed is a paper in the binder: it is read, printed and copied, and changed no more. */
import { Failure } from '../../contract/failure';
import { type Id, reason } from '../../contract/scalars';
import type { Reader } from './types';

/** @throws Failure refused */
export function refuseSigned(reader: Pick<Reader, 'all' | 'get'>, rundownId: Id): void {
  const signed = reader.all('show').find((show) => show.rundownId === rundownId && show.state === 'signed');
  if (!signed) return;
  const name = reader.get('rundown', rundownId)?.name ?? signed.rundownName;
  throw new Failure('refused', {}, [reason('rundown.signed', { name })]);
}
