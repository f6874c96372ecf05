/**
 * What the end of a show, or of an item, silences on the page that plays, whichever of its screens is open and whether or not takes
 * start spots. The beginning of spots is `use-follow-take.ts`.
 */
import type { Show } from '../../../electron/contract/records/show';
import { reason } from '../../../electron/contract/scalars';
import { type Followed, watchRundown } from '../../client/rundown-feed';
import { LEAVE_MS } from './engine';
import { studio } from './studio';

/** The end of a show is heard as a fade, not as a fault. */
const END_MS = 1500;

/** What is on air of a rundown; null for nothing, undefined before it is known. */
export type OnNow = { showId: string; stepId: string | null; itemId: string | null } | null | undefined;

export const onNowOf = (show: Show | null | undefined): OnNow =>
  show?.state === 'onAir'
    ? { showId: show.id, stepId: show.current?.stepId ?? null, itemId: show.current?.itemId ?? null }
    : show && null;

/** `all`: the show is over. `break`: its item is, and the spots that sound are not those of the item that follows. Pure. */
export function silencedBy(before: OnNow, now: OnNow, breakItemId: string | null): 'all' | 'break' | null {
  if (!before || now === undefined) return null;
  if (now?.showId !== before.showId) return 'all';
  return now.stepId !== before.stepId && breakItemId !== null && breakItemId !== now.itemId ? 'break' : null;
}

interface Watched {
  on: OnNow;
  panels: number;
  stop: () => void;
}

const watched = new Map<string, Watched>();

/** For as long as its cart is looked at, and on until its show has ended. Answers how to look away. */
export function watchShowEnd(rundownId: string): () => void {
  const one = watched.get(rundownId) ?? begin(rundownId);
  one.panels += 1;
  return () => {
    one.panels -= 1;
    forgetIfIdle(rundownId, one);
  };
}

function begin(rundownId: string): Watched {
  const one: Watched = { on: undefined, panels: 0, stop: () => undefined };
  watched.set(rundownId, one);
  one.stop = watchRundown(rundownId, (now) => heard(rundownId, one, now));
  return one;
}

function heard(rundownId: string, one: Watched, { state, connected }: Followed): void {
  if (!connected && state !== null) return;
  const before = one.on;
  one.on = onNowOf(state === null ? null : state?.show);
  const { engine } = studio();
  const what = silencedBy(before, one.on, engine.view.onBreak?.itemId ?? null);
  if (what === 'break') engine.leaveBreak(LEAVE_MS, reason('cart.left'));
  if (what === 'all') endOfShow();
  forgetIfIdle(rundownId, one);
}

/** Another show that this page plays goes on. */
function endOfShow(): void {
  if ([...watched.values()].some(({ on }) => on)) return;
  const { engine, lease } = studio();
  engine.stopAll(END_MS);
  if (lease.mine) void lease.drop();
}

/** One connection less; the end of what is on air is waited for. */
function forgetIfIdle(rundownId: string, one: Watched): void {
  if (one.panels > 0 || one.on || watched.get(rundownId) !== one) return;
  watched.delete(rundownId);
  one.stop();
}
