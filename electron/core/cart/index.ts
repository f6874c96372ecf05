/** Builds the cart room: what the cart may play, who plays, and what was played. */
import type { Logger } from 'pino';
import type { cartApi } from '../../contract/api/cart';
import type { HandlersOf } from '../../contract/api/handlers';
import type { Asset } from '../../contract/records/asset';
import type { PlayReport } from '../../contract/records/play';
import { cartMaterial } from '../../domain/cart-material';
import { startOf } from '../../domain/rundown/clock';
import { channelPlace, contextOf, matterIn } from '../rules/book';
import { type Clock, requireRecord, type Store, settingsOf } from '../store';
import { Lease } from './lease';
import { assetsNamed, type ItemsOf } from './named';
import { SoundWatch, type WatchNeed } from './watch';

export interface CartOptions {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  /** Of a rundown, as last committed. */
  items: ItemsOf;
  ensureRenditions: WatchNeed['ensureRenditions'];
  /** Into the play log; durable when it returns. */
  record(plays: readonly PlayReport[]): void;
  /** Goes on evenly whatever the clock is set to, ms. */
  monotonic?: () => number;
}

export interface CartRoom {
  handlers: HandlersOf<typeof cartApi>;
  start(): void;
  stop(): void;
}

export function createCart({ record, monotonic = () => performance.now(), ...need }: CartOptions): CartRoom {
  const { store, clock, items } = need;
  const watch = new SoundWatch(need);
  const lease = new Lease(monotonic);
  return {
    start: () => watch.start(),
    stop: () => watch.stop(),
    handlers: {
      material: ({ rundownId }) => {
        const rundown = requireRecord(store, 'rundown', rundownId);
        const { audioLoudnessLufs: loudnessLufs, zone } = settingsOf(store);
        const law = {
          context: contextOf(store),
          place: channelPlace('radio'),
          matterOf: (asset: Asset) => matterIn(store, asset),
        };
        const wanted = { loudnessLufs, zone, at: startOf(rundown), law };
        return assetsNamed(store, items, rundown).map((id) => cartMaterial(id, store.get('asset', id), wanted));
      },
      report: ({ plays }) => {
        record(plays);
        return null;
      },
      claim: ({ key, force }, { actor }) => lease.claim({ key, name: actor.name, since: clock.now() }, force),
      release: ({ key }) => {
        lease.release(key);
        return null;
      },
      holder: () => lease.holder(),
    },
  };
}
