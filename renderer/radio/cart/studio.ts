/** The one cart of this page: its engine, its log and its claim to play. */
import type { PlayReport } from '../../../electron/contract/records/play';
import { newId } from '../../../electron/contract/ulid';
import { airNow } from '../../client/air-clock';
import { client } from '../../client/client';
import { failureOf } from '../../client/failure';
import { bytesOf, decodeSound, fetchSound } from './decode';
import { CartEngine } from './engine';
import { PlayerLease, type Standing } from './lease';
import { type OpenPlay, PlayLog } from './play-log';
import { SoundStore } from './sound-store';

const PAGE = 'suar.cart.page';
const FLUSH_MS = 15_000;

export interface Studio {
  engine: CartEngine;
  store: SoundStore<AudioBuffer>;
  log: PlayLog;
  lease: PlayerLease;
  /** What was on when this page, or one before it, died. */
  interrupted: readonly OpenPlay[];
  standing(): Standing;
  subscribe(listener: () => void): () => void;
}

let made: Studio | null = null;

export function studio(): Studio {
  made ??= make();
  return made;
}

function make(): Studio {
  const pageKey = keyOfPage();
  const store = new SoundStore<AudioBuffer>({ fetchFile: fetchSound, decode: decodeSound, sizeOf: bytesOf });
  const log = new PlayLog({
    ...{ storage: localStorage, pageKey, now: airNow },
    send: (plays: PlayReport[]) => client.cart.report({ plays }),
    // What does not fit the station's schema never will.
    isRefusal: (fault) => failureOf(fault)?.code === 'invalidInput',
  });
  const engine = new CartEngine({ store, log, airNow, offsetMs: () => Math.round(airNow() - Date.now()) });
  let standing: Standing = { kind: 'idle' };
  const listeners = new Set<() => void>();
  const lease = new PlayerLease({
    key: pageKey,
    claim: (force) => client.cart.claim({ key: pageKey, force }),
    release: () => client.cart.release({ key: pageKey }),
    channel: new BroadcastChannel('suar.cart'),
    told: (next) => {
      standing = next;
      for (const listener of listeners) listener();
    },
  });
  const interrupted = log.recover();
  const flush = () => void log.flush().catch(() => undefined);
  flush();
  setInterval(flush, FLUSH_MS);
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { engine, store, log, lease, interrupted, standing: () => standing, subscribe };
}

/** The same after a reload, another in every tab. */
function keyOfPage(): string {
  const known = sessionStorage.getItem(PAGE);
  const key = known ?? newId();
  if (!known) sessionStorage.setItem(PAGE, key);
  return key;
}
