/** Reading and changing the station's settings. */
import { stat } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import { contradictionIn, limitsOf } from '../../contract/records/quality-limits';
import type { Settings, SettingsValues } from '../../contract/records/settings';
import { type Reason, reason } from '../../contract/scalars';
import { type Store, settingsOf } from '../store';

interface Edit {
  rev: number;
  values: Partial<SettingsValues>;
  actor: Actor;
  dataDir: string;
}

/** @throws Failure `stale`; `invalidInput` with the field and why; */
export async function updateSettings(store: Store, { rev, values, actor, dataDir }: Edit): Promise<Settings> {
  if (values.watchFolder) await assertWatchable(values.watchFolder, dataDir);
  return store.commit({ command: 'station.updateSettings', actor, undoable: true }, (tx) => {
    const held = settingsOf(tx);
    if (held.rev !== rev) throw new Failure('stale', { name: held.stationName });
    const filler = values.fillerPlaylistId;
    if (filler && !tx.get('playlist', filler)) refuse(reason('settings.fillerGone'));
    const settings = tx.put('settings', { ...held, ...given(values) });
    const against = values.quality && contradictionIn(limitsOf(values.quality));
    if (against) refuse(against);
    return settings;
  });
}

/** Without the fields that were not sent: `undefined` must not overwrite. */
function given(values: Partial<SettingsValues>): Partial<SettingsValues> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The station's own folder is no inbox: it would take in what it writes itself. */
async function assertWatchable(path: string, dataDir: string): Promise<void> {
  if (!isAbsolute(path)) refuse(reason('settings.watchFolderNotAbsolute', { path }));
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) refuse(reason('settings.watchFolderMissing', { path }));
  if (holds(dataDir, path) || holds(path, dataDir)) refuse(reason('settings.watchFolderIsOurs', { path }));
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}

function refuse(because: Reason): never {
  throw new Failure('invalidInput', {}, [because]);
}
