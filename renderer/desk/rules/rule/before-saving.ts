/** What is to be known of a rule before it is saved or removed. Pure. */
import type { RuleEffect } from '../../../../electron/contract/api/rules';
import type { RuleFields } from '../../../../electron/contract/records/rule';

/** What undo may take back: an undo of the others would be one person's way round a lock. */
export const isUndone = ({ does }: Pick<RuleFields, 'does'>) => does.kind !== 'lock' && does.kind !== 'permit';

/** Keeps things off the air, and names neither what nor where. */
export function isAboutAll({ does, scope, active }: Pick<RuleFields, 'does' | 'scope' | 'active'>): boolean {
  if (!active || does.kind === 'warn' || does.kind === 'permit') return false;
  return Object.values(scope).every((part) => (Array.isArray(part) ? part.length === 0 : !part));
}

/** Whether what is booked airs less or more by it. @param effect null where the station did not answer: then nobody knows */
export const isFelt = (effect: RuleEffect | null): boolean =>
  effect === null || [effect.less, effect.more].some(({ off, capped }) => off.bookings + capped.bookings > 0);

export const asksTwice = (fields: Pick<RuleFields, 'does' | 'scope' | 'active'>, effect: RuleEffect | null): boolean =>
  isFelt(effect) || isAboutAll(fields);
