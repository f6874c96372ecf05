/** Spots that stand in a rundown against the station's rules, whoever put them there. */
import type { SpotProposal } from '../../contract/api/spots';
import type { Rundown } from '../../contract/records/rundown';
import { DayCounts, ruleAgainst } from '../../domain/spots/limits';
import { settingsOf } from '../store';
import { type DayNeed, pieces, rundownsNear, standingIn } from './day';

/** Caps count the whole day, so other broadcasts before it too. */
export function breachesIn(
  need: DayNeed,
  rundown: Pick<Rundown, 'id'>,
  days: { first: number; last: number },
): SpotProposal['breaches'] {
  const { zone, spots } = settingsOf(need.store);
  if (spots.rules.length === 0) return [];
  const law = { zone, separation: spots.separation, rules: spots.rules };
  const pieceOf = pieces(need.store);
  const standing = rundownsNear(need.store, days)
    .flatMap((each) => standingIn(need, each, pieceOf))
    .sort((a, b) => a.start - b.start);
  const counts = new DayCounts(law);
  return standing.flatMap(({ rundownId, itemId, spot, piece, start }) => {
    if (!piece) return [];
    const because = ruleAgainst(piece, start, law) ?? counts.against(piece, start);
    counts.note(piece, start);
    return because && rundownId === rundown.id ? [{ itemId, key: spot.key, because }] : [];
  });
}
