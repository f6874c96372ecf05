/** Buttons that know nothing of turns: what one does now, to the show that is on air. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { RemoteAction, showsApi } from '../../contract/api/shows';
import { Failure } from '../../contract/failure';
import type { Show } from '../../contract/records/show';
import { reason } from '../../contract/scalars';
import type { Store } from '../store';

/** A contact bounces for milliseconds, a nervous foot for some hundred. */
const BOUNCE_MS = 400;

type Turns = Omit<HandlersOf<typeof showsApi>, 'remote'>;

export interface RemoteNeed {
  store: Pick<Store, 'all'>;
  /** Goes on evenly whatever the clock is set to, ms. */
  monotonic: () => number;
  turns: Turns;
}

export function createRemote({ store, monotonic, turns }: RemoteNeed): HandlersOf<typeof showsApi>['remote'] {
  let takenAt = Number.NEGATIVE_INFINITY;
  return ({ action }, caller) => {
    const show = onAirNow(store);
    const asked = { id: show.id, turn: show.turn, source: 'remote' as const };
    if (action === 'take' || action === 'back') {
      if (monotonic() - takenAt < BOUNCE_MS) return show;
      takenAt = monotonic();
      return turns[action](asked, caller);
    }
    if (action === 'roll' || action === 'hand') return turns.mode({ ...asked, mode: action }, caller);
    return turns.hold({ ...asked, on: wantsHold(action, show) }, caller);
  };
}

function wantsHold(action: Extract<RemoteAction, 'hold' | 'resume' | 'toggleHold'>, { current }: Show): boolean {
  return action === 'toggleHold' ? current?.heldAt === null : action === 'hold';
}

/** @throws Failure refused where nothing is on air */
function onAirNow(store: Pick<Store, 'all'>): Show {
  const onAir = store.all('show').filter(({ state }) => state === 'onAir');
  const show = onAir.findLast(({ rehearsal }) => !rehearsal) ?? onAir.at(-1);
  if (!show) throw new Failure('refused', {}, [reason('show.noneOnAir')]);
  return show;
}
