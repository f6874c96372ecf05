/** What every part of this room does with a recording's record. */
import { Failure } from '../../contract/failure';
import type { Recording } from '../../contract/records/recording';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import type { Reader, Tx } from '../store';
import type { Room } from './room';

export const settingsOf = (reader: Reader) => reader.get('settings', 'settings') ?? DEFAULT_SETTINGS;

/** Marks it as over and asks for its closing, in the same commit. */
export function closing(
  { jobs }: Pick<Room, 'jobs'>,
  tx: Tx,
  recording: Recording,
  end: Pick<Recording, 'closedBy' | 'endedAt'>,
): Recording {
  jobs.enqueue(tx, 'recording', { input: { recordingId: recording.id }, title: recording.name || recording.input });
  return tx.put('recording', { ...recording, ...end, state: 'closing' });
}

/** @throws Failure notFound */
export function requireRecording(reader: Reader, id: string): Recording {
  const recording = reader.get('recording', id);
  if (!recording) throw new Failure('notFound', { record: 'recording' });
  return recording;
}

export const refusal = (code: string, params = {}) => new Failure('refused', {}, [{ code, params }]);
