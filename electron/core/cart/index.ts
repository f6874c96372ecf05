/** Builds the cart room: what the cart may play, who plays, and what was played. */
import type { Logger } from 'pino';
import type { cartApi } from '../../contract/api/cart';
import type { HandlersOf } from '../../contract/api/handlers';
import type { Asset } from '../../contract/records/asset';
import type { PlayReport } from '../../contract/records/play';
import type { Rundown } from '../../contract/records/rundown';
import type { ItemSpot } from '../../contract/records/rundown-item';
import type { Id, Reason } from '../../contract/scalars';
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
  /** Spots in the breaks of a rundown that the rules keep out there, and why. */
  leftOut(rundown: Rundown): readonly LeftOutSpot[];
  ensureRenditions: WatchNeed['ensureRenditions'];
  /** Into the play log; durable when it returns. */
  record(plays: readonly PlayReport[]): void;
  /** Goes on evenly whatever the clock is set to, ms. */
  monotonic?: () => number;
}

interface LeftOutSpot {
  assetId: Id;
  key: ItemSpot['key'];
  because: Reason;
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
        const leftOut = need.leftOut(rundown);
        return assetsNamed(store, items, rundown).map((id) => {
          const material = cartMaterial(id, store.get('asset', id), wanted);
          if (material.state !== 'ready') return material;
          const own = leftOut.flatMap(({ assetId, key, because }) => (assetId === id ? [{ key, because }] : []));
          return { ...material, leftOut: own };
        });
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
