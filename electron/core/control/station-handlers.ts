/** Handlers of `stationApi`. What other rooms know is passed in. */
import { statfs } from 'node:fs/promises';
import type { HandlersOf } from '../../contract/api/handlers';
import type { stationApi, Toolchain } from '../../contract/api/station';
import { type Clock, type Store, settingsOf } from '../store';
import type { Alerts } from './alerts';
import { historyFor } from './history-for';
import type { Live } from './live';
import { updateSettings } from './settings';
import { createUndo } from './undo';

export interface StationParts {
  store: Store;
  clock: Clock;
  alerts: Alerts;
  live: Live;
  version: string;
  startedAt: number;
  dataDir: string;
  toolchain(): Promise<Toolchain>;
  /** Bytes of all media on disk. */
  mediaBytes(): Promise<number>;
  /** Where the station listens, `http://host:port`. */
  addresses(): string[];
}

export function createStationHandlers(parts: StationParts): HandlersOf<typeof stationApi> {
  const { store, alerts, live, dataDir } = parts;
  const takeBack = createUndo(store);
  return {
    info: () => describe(parts),
    settings: () => settingsOf(store),
    updateSettings: ({ rev, values }, { actor }) => updateSettings(store, { rev, values, actor, dataDir }),

    alerts: () => alerts.list(),
    dismissAlert({ id }) {
      alerts.dismiss(id);
      return null;
    },

    audit: (query, { role }) => historyFor(store, role, store.audit.list(query)),
    undo: (_input, caller) => takeBack.undo(caller),
    redo: (_input, caller) => takeBack.redo(caller),

    live: (_input, { signal }) => live.follow(signal),
  };
}

async function describe(parts: StationParts) {
  return {
    version: parts.version,
    startedAt: parts.startedAt,
    now: parts.clock.now(),
    dataDir: parts.dataDir,
    diskFreeBytes: await freeBytes(parts.dataDir),
    mediaBytes: await parts.mediaBytes(),
    addresses: parts.addresses(),
    toolchain: await parts.toolchain(),
    nodeVersion: process.version,
  };
}

/** Null where the file system does not say. */
async function freeBytes(folder: string): Promise<number | null> {
  const found = await statfs(folder).catch(() => null);
  return found && found.bavail * found.bsize;
}
