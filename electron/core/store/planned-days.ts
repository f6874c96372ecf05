/** Planned days by the days they are of: their ids begin with it. */
import type { LocalDate } from '../../contract/scalars';
import type { Database } from './database';

export interface PlannedDayTable {
  /** The first and last day of which anything is kept; null where nothing is. */
  ends(): { first: LocalDate; last: LocalDate } | null;
}

export function plannedDayTable(db: Database): PlannedDayTable {
  const end = (order: 'ASC' | 'DESC') =>
    db.get<{ id: string }>(`SELECT id FROM record WHERE record = 'plannedDay' ORDER BY id ${order} LIMIT 1`)?.id;
  return {
    ends() {
      const [first, last] = [end('ASC'), end('DESC')];
      return first && last ? { first: dayOf(first), last: dayOf(last) } : null;
    },
  };
}

/** Ids are `DAY:DISPLAY`. */
const dayOf = (id: string): LocalDate => id.slice(0, 10);
