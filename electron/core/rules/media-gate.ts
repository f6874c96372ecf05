/** Whether a file may be given to whoever asks for it by its address. */
import { mayDo, type Role } from '../../contract/records/user';
import { type Reason, reason } from '../../contract/scalars';
import { HOUR_MS } from '../../domain/calendar';
import { type Clock, groupsByDisplay, type Store, settingsOf } from '../store';
import { displayPlace, matterIn } from './book';
import { exemptAs, hiddenFrom, neverAirs } from './gate';

export type MediaAsker = { displayId: string } | { role: Role };

/**
 * A display fetches ahead of time, so it is refused what it may not show at any moment of the time it is told of. Staff see
 * what is still to be approved; what is exempt only those do who keep the desk, also of what was deleted or is not needed any more, while
 * its bytes still lie here. Of a file that nothing of the library names any more nobody knows what it was of: material may have
 * dropped a picture of itself before it became exempt. Until the sweep takes it, it is for the desk, and for displays, which
 * know of no file but what they were told to play.
 */
export function createMediaGate(store: Store, clock: Clock): (hash: string, asker: MediaAsker) => Reason[] {
  return (hash, asker) => {
    const assets = store.assets.holding(hash);
    if (assets.length === 0 && !('role' in asker && mayDo(asker.role, 'desk'))) {
      if (store.get('exemption', hash)?.declassified === null)
        return [reason('judge.exempt', { name: hash.slice(0, 12) })];
      if ('role' in asker) return [reason('library.unnamed')];
    }
    if ('role' in asker) return hiddenFrom(asker, assets);
    const display = store.get('display', asker.displayId);
    if (!display || assets.length === 0) return [];
    const place = displayPlace(display, [...groupsByDisplay(store)(display.id)]);
    const now = clock.now();
    const until = now + settingsOf(store).horizonHours * HOUR_MS;
    const against = assets.map((asset) => neverAirs(store, matterIn(store, asset), [place], now, until));
    const secret = assets.flatMap(exemptAs);
    return secret.length > 0 || against.every((reasons) => reasons.length > 0)
      ? (against.find((each) => each.length > 0) ?? [])
      : [];
  };
}
