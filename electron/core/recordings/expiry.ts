/** Removes what has been kept long enough, and says when that is set shorter than the law asks. */
import fsp from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import type { Recording } from '../../contract/records/recording';
import { reason } from '../../contract/scalars';
import { DAY_MS } from '../../domain/calendar';
import { keptUntil, LEGAL_DAYS } from '../../domain/recording';
import { requireRecord, settingsOf } from '../store';
import type { Room } from './room';

/** The stream of one whose page was cut off waits so long for the rest. */
const STREAM_MS = DAY_MS;

/** What may go today goes, alarms of those days too. */
export async function expire(room: Room): Promise<void> {
  const { store, clock } = room;
  const now = clock.now();
  const { recordingDays } = settingsOf(store);
  const until = now - recordingDays * DAY_MS + 1;
  const past = store.timed
    .between('recording', 0, until)
    .filter((recording) => recording.state !== 'recording' && keptUntil(recording, recordingDays) <= now);
  for (const recording of past) await remove(room, recording, 'recordings.expire', STATION_ACTOR);
  const alarms = store.timed.between('watchAlarm', 0, until, 1000);
  await store.commit({ command: 'watch.expire', actor: STATION_ACTOR, audited: false }, (tx) => {
    for (const { id } of alarms) tx.remove('watchAlarm', id);
  });
  for (const recording of store.timed.between('recording', now - 3 * STREAM_MS, now - STREAM_MS))
    if (recording.state === 'kept') await fsp.rm(room.places.partOf(recording), { force: true });
}

/** The record first: a file without one is only a file, a record without its file would be a promise that is broken. */
export async function remove(
  { store, places }: Room,
  { id }: Pick<Recording, 'id'>,
  command: 'recordings.remove' | 'recordings.expire',
  actor: Actor,
): Promise<void> {
  const recording = requireRecord(store, 'recording', id);
  await store.commit({ command, actor }, (tx) => tx.remove('recording', id));
  for (const path of [places.fileOf(recording), places.partOf(recording), places.freshOf(recording)])
    await fsp.rm(path, { force: true });
  // Folders of the day, the month and the year, where nothing else is in them.
  let folder = dirname(places.fileOf(recording));
  for (
    let level = 0;
    level < 3 &&
    (await fsp.rmdir(folder).then(
      () => true,
      () => false,
    ));
    level += 1
  )
    folder = dirname(folder);
}

/** Follows the setting. Returns how to stop. */
export function warnOfShortKeep({ store, alerts, clock }: Room): () => void {
  let said: number | null = null;
  const look = () => {
    const { recordingDays: days } = settingsOf(store);
    if (days === said) return;
    said = days;
    if (days >= LEGAL_DAYS) return alerts.settle('recordings.shortKeep');
    const because = reason('recording.shortKeep', { days, legal: LEGAL_DAYS });
    alerts.raise({ id: 'recordings.shortKeep', severity: 'warning', at: clock.now(), reason: because });
  };
  look();
  return store.committed.subscribe(({ changes }) => {
    if (changes.some(({ record }) => record === 'settings')) look();
  });
}
