/** The queue of callers: who is before whom, and where one goes who is moved up. Pure. */
import type { Call } from '../../../../electron/contract/records/rundown';
import { byOrder, orderBetween } from '../../../../electron/domain/rundown/order';

export interface CallQueue {
  onAir: Call | null;
  waiting: Call[];
  /** Done; who was dropped is not counted. */
  finished: number;
}

export function callQueue(calls: readonly Call[]): CallQueue {
  const waiting = calls.filter(({ state }) => state === 'waiting' || state === 'screened').sort(byOrder);
  return {
    onAir: calls.find(({ state }) => state === 'onAir') ?? null,
    waiting,
    finished: calls.filter(({ state }) => state === 'done').length,
  };
}

/** The key that puts a caller before the one who is before it now; null for the first. */
export function orderUp(waiting: readonly Call[], id: string): string | null {
  const at = waiting.findIndex((call) => call.id === id);
  const before = waiting[at - 1];
  return before ? orderBetween(waiting[at - 2]?.order ?? null, before.order) : null;
}
