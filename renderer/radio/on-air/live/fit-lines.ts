/** The proposal to end on time, line by line as it is said. Pure. */
import type { Show } from '../../../../electron/contract/records/show';
import type { Fit } from '../../../../electron/domain/rundown/fit';
import { lengthOf } from '../../../../electron/domain/rundown/live';
import type { Plan } from '../../../../electron/domain/rundown/plan';

export type FitLine =
  | { do: 'drop'; id: string; title: string; ms: number }
  | { do: 'shorten' | 'stretch'; id: string; title: string; ms: number };

/** In the order of the rundown. */
export function fitLines(fit: Fit, plan: Plan, show: Pick<Show, 'lengths'>): FitLine[] {
  const dropped = new Set(fit.drop);
  return plan.running.flatMap((row): FitLine[] => {
    const { id, title } = row.item;
    const now = lengthOf(row, show);
    if (dropped.has(id)) return [{ do: 'drop', id, title, ms: now }];
    const agreed = fit.lengths[id];
    if (agreed === undefined || agreed === now) return [];
    return [{ do: agreed < now ? 'shorten' : 'stretch', id, title, ms: Math.abs(agreed - now) }];
  });
}
