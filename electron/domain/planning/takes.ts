/** What a draft would take, by the kinds of its days; and what others would lose. */
import type { Takes } from '../../contract/api/planning';
import type { Laid, Look } from './stage';
import { countOf } from './tally';

/** A booking with the plays it loses, on all displays and days. */
type Loser = Takes['others'][number];
const MOST_NAMED = 20;

export function takesOf(all: readonly Laid[]): Takes {
  const displays = all.flatMap((laid) => {
    const given = givenOn(laid);
    return laid.stage.displayIds.map((displayId) => ({ displayId, ...given }));
  });
  const daily = all.flatMap((laid) => laid.looks.map((look) => countOf(look.with, laid.draft.id).plays));
  return {
    plays: displays.reduce((sum, { plays }) => sum + plays, 0),
    ms: displays.reduce((sum, { ms }) => sum + ms, 0),
    least: daily.length === 0 ? 0 : Math.min(...daily),
    most: Math.max(0, ...daily),
    displays,
    others: losersOf(all),
  };
}

/** Days that were not looked at are taken to be like the mean of those that were. */
function givenOn({ looks, draft, days }: Laid): { plays: number; ms: number; days: number } {
  const looked = looks.reduce((sum, { kind }) => sum + kind.days.length, 0);
  const scale = looked === 0 ? 0 : Math.max(1, days / looked);
  const sum = (of: (look: Look) => number) =>
    Math.round(looks.reduce((total, look) => total + of(look) * look.kind.days.length, 0) * scale);
  return {
    plays: sum((look) => countOf(look.with, draft.id).plays),
    ms: sum((look) => countOf(look.with, draft.id).ms),
    days,
  };
}

function losersOf(all: readonly Laid[]): Loser[] {
  const losers = new Map<string, Loser>();
  for (const { looks, stage } of all) {
    for (const { id, name } of stage.question.bookings) {
      const lost = looks.reduce((sum, look) => sum + lostIn(look, id) * look.kind.days.length, 0);
      const plays = lost * stage.displayIds.length + (losers.get(id)?.plays ?? 0);
      losers.set(id, { bookingId: id, name, plays });
    }
  }
  return [...losers.values()]
    .filter(({ plays }) => plays > 0)
    .sort((a, b) => b.plays - a.plays)
    .slice(0, MOST_NAMED);
}

const lostIn = (look: Look, id: string) => countOf(look.without, id).plays - countOf(look.with, id).plays;
