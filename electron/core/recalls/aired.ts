/** What of recalled material had aired, on displays and on the radio. */
import type { Aired, AiredAt } from '../../contract/api/recalls';
import type { Steps } from '../../domain/steps';
import type { Store } from '../store';

/** Plays between two pauses. */
const STEP = 200;
const BY_NAME = new Intl.Collator();

function* playsOf({ plays }: Pick<Store, 'plays'>, assetIds: readonly string[]) {
  for (const assetId of assetIds) yield* plays.each({ assetId });
}

/** From the play log alone; what was passed over was not seen. */
export function* airedOf(store: Pick<Store, 'plays'>, assetIds: readonly string[]): Steps<Aired> {
  const at = new Map<string, AiredAt>();
  let read = 0;
  for (const play of playsOf(store, assetIds)) {
    if (++read % STEP === 0) yield;
    if (play.outcome === 'skipped') continue;
    const { displayId, displayName, startedAt, endedAt } = play;
    const held = at.get(displayId) ?? {
      displayId,
      displayName,
      plays: 0,
      shownMs: 0,
      firstAt: startedAt,
      lastAt: endedAt,
    };
    at.set(displayId, {
      ...held,
      displayName,
      plays: held.plays + 1,
      shownMs: held.shownMs + Math.max(0, endedAt - startedAt),
      firstAt: Math.min(held.firstAt, startedAt),
      lastAt: Math.max(held.lastAt, endedAt),
    });
  }
  const places = [...at.values()].sort((a, b) => BY_NAME.compare(a.displayName, b.displayName));
  const sum = (of: (place: AiredAt) => number) => places.reduce((all, place) => all + of(place), 0);
  return { total: sum(({ plays }) => plays), shownMs: sum(({ shownMs }) => shownMs), at: places };
}
