/** Loop policies for tests. */
import type { LoopPolicy } from '../../contract/records/loop-policy';
import { idFor, VT01 } from '../compile-fixtures';

/** The demo station's loop: 300 s of ten slots of 30 s, 06:00-22:00 on every day. */
export function policyOf(over: Partial<LoopPolicy> = {}): LoopPolicy {
  return {
    id: idFor('L', 1),
    rev: 1,
    name: 'Putaran 300 detik',
    where: { displayIds: [VT01.id], groupIds: [] },
    slots: Array.from({ length: 10 }, () => ({ ms: 30_000, purpose: 'any' as const })),
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '06:00:00', closes: '22:00:00' })),
    closures: [],
    separation: { agency: false, category: false, sameClipMs: 0 },
    createdAt: 0,
    ...over,
  };
}
