/** Whether what a smart playlist goes by is there. What it named before is not held against it. */
import { Failure } from '../../contract/failure';
import type { SmartRule } from '../../contract/records/playlist';
import { reason } from '../../contract/scalars';
import type { Reader } from '../store';

/** @throws Failure invalidInput when an agency is gone. */
export function checkRule(reader: Reader, rule: SmartRule | null, before: SmartRule | null): void {
  const gone = rule?.agencyIds.some((id) => !before?.agencyIds.includes(id) && !reader.get('agency', id));
  if (gone) throw new Failure('invalidInput', { record: 'playlist' }, [reason('playlist.noAgency')]);
}
