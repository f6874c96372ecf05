import { isSoon, leftMs } from '../../domain/hoaxes/measure';
import { settingsOf } from '../store';
import type { Line, Need } from './line';

/** Rumours whose answer is not out, near the target or past it. */
export function hoaxesOpen({ store, clock }: Need): Line[] {
  const { hoaxTargetHours } = settingsOf(store).cards;
  const now = clock.now();
  return store.all('hoaxCase').flatMap((one) => {
    const left = leftMs(one, hoaxTargetHours, now);
    if (left === null || !isSoon(left, hoaxTargetHours)) return [];
    const kind = left < 0 ? ('hoaxLate' as const) : ('hoaxSoon' as const);
    return [{ kind, id: one.id, name: one.name, count: 1, since: one.reportedAt }];
  });
}
