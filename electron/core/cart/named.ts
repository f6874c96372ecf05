/** Which assets the radio will need: what rundowns near today and their programmes name. */
import type { Rundown } from '../../contract/records/rundown';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { LocalDate } from '../../contract/scalars';
import { DAY_MS } from '../../domain/calendar';
import { localParts } from '../../domain/time';
import type { Reader } from '../store';

const DAYS_BACK = 1;
const DAYS_AHEAD = 14;

export type ItemsOf = (rundownId: string) => readonly Pick<RundownItem, 'spots'>[];

/** From yesterday to a fortnight ahead, each on its own clock. */
export function isNear({ date, zone }: Pick<Rundown, 'date' | 'zone'>, now: number): boolean {
  const day = (off: number): LocalDate => localParts(now + off * DAY_MS, zone).date;
  return date >= day(-DAYS_BACK) && date <= day(DAYS_AHEAD);
}

/** Of one rundown, in the order of its items, then of its programme's keys; each once. */
export function assetsNamed(reader: Pick<Reader, 'get'>, items: ItemsOf, rundown: Rundown): string[] {
  const spots = items(rundown.id).flatMap((item) => item.spots.map(({ assetId }) => assetId));
  const jingles = rundown.programmeId === null ? [] : (reader.get('programme', rundown.programmeId)?.jingles ?? []);
  return [...new Set([...spots, ...jingles])];
}

/** Of all rundowns near today and of every programme. */
export function assetsNeeded(reader: Pick<Reader, 'get' | 'all'>, items: ItemsOf, now: number): Set<string> {
  const near = reader.all('rundown').filter((rundown) => isNear(rundown, now));
  const jingles = reader.all('programme').flatMap((programme) => programme.jingles);
  return new Set([...near.flatMap((rundown) => assetsNamed(reader, items, rundown)), ...jingles]);
}
