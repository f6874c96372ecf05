/** What a booking's material stands on, as a short text that changes with it. Made anew when a playlist or asset changes. */
import type { BookingWhat } from '../../../contract/records/booking';
import type { Store } from '../../store';
import { stampOf } from '../one-moment';

export interface MaterialPrint {
  /** Changes with whatever may change what is shown of it. */
  text: string;
  /** Changes where the days on which an asset may air come, go or change; empty where there are none. */
  airs: string;
}

type Sources = Pick<Store, 'get' | 'lastChange'>;

export function createMaterialPrints(store: Sources): (what: BookingWhat) => MaterialPrint {
  let known = new Map<string, MaterialPrint>();
  let stamp = -1;
  return (what) => {
    const now = stampOf(store, ['playlist', 'asset']);
    if (now !== stamp) known = new Map();
    stamp = now;
    const key = what.kind === 'playlist' ? what.playlistId : what.assetId;
    const print = known.get(key) ?? (what.kind === 'playlist' ? ofList(store, key) : ofAssets(store, [key], key));
    known.set(key, print);
    return print;
  };
}

/** A rule may let in any asset. */
function ofList(store: Sources, id: string): MaterialPrint {
  const list = store.get('playlist', id);
  if (!list) return { text: `${id} gone`, airs: '' };
  const name = `${id} ${list.rev}`;
  if (list.smart === null) return ofAssets(store, [...new Set(list.items.map(({ assetId }) => assetId))], name);
  const all = `${name} ${store.lastChange('asset')}`;
  return { text: all, airs: all };
}

function ofAssets(store: Sources, ids: readonly string[], name: string): MaterialPrint {
  const revs: string[] = [name];
  const airs: string[] = [];
  for (const id of ids) {
    const asset = store.get('asset', id);
    const rev = asset ? `${id} ${asset.rev}` : id;
    revs.push(rev);
    if (asset && (asset.validFrom !== null || asset.validTo !== null)) airs.push(rev);
  }
  return { text: revs.join(), airs: airs.join() };
}
