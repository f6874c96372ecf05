/**
 * A change that waited for a second person is asked by its rooms what they ask of whoever makes it alone: others may have built on what was
 * meanwhile, in ways that its own records do not show.
 */
import type { RecordName, Records } from '../../contract/records';
import type { Changed, Reader } from '../store';
import type { Checks } from './options';
import { checkRule } from './rules';
import { checkCalendar, refuseHeld, refuseMissing } from './stages';

const OWN: Checks = {
  rule: (reader, { after }) => {
    if (after) checkRule(reader, after);
  },
  stageCalendar: (reader, { id, before, after }) => {
    if (after) checkCalendar(reader, after, id);
    if (before && after) refuseMissing(reader, before, after);
    if (before && !after) refuseHeld(reader, before);
  },
};

interface Ground {
  before: Pick<Reader, 'get'>;
  after: Reader;
}

/** @throws Failure as the room does */
export function checkAgain<N extends RecordName>(
  record: N,
  { before, after }: Ground,
  checks: Checks = {},
  change: Omit<Changed<Records[N]>, 'before' | 'after'>,
): void {
  const check = OWN[record] ?? checks[record];
  check?.(after, { ...change, before: before.get(record, change.id), after: after.get(record, change.id) });
}
