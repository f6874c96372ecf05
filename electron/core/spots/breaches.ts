/** Spots that stand in a rundown against the station's rules, whoever put them there. */
import type { SpotProposal } from '../../contract/api/spots';
import type { Rundown } from '../../contract/records/rundown';
import { DayCounts, lawAgainst } from '../../domain/spots/limits';
import { type DayNeed, lawOf, pieces, rundownsNear, standingIn } from './day';

/** Caps count the whole day, so other broadcasts before it too. */
export function breachesIn(
  need: DayNeed,
  rundown: Pick<Rundown, 'id'>,
  days: { first: number; last: number },
): SpotProposal['breaches'] {
  const { judged } = lawOf(need.store);
  const pieceOf = pieces(need.store);
  const standing = rundownsNear(need.store, days)
    .flatMap((each) => standingIn(need, each, pieceOf))
    .sort((a, b) => a.start - b.start);
  const counts = new DayCounts(judged);
  return standing.flatMap(({ rundownId, itemId, spot, piece, start }) => {
    if (!piece) return [];
    const because = lawAgainst(piece, start, judged) ?? counts.against(piece, start);
    counts.note(piece, start);
    return because && rundownId === rundown.id ? [{ itemId, key: spot.key, because }] : [];
  });
}
