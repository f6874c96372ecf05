/** What every part of this room does with a recording's record. */
import { Failure } from '../../contract/failure';
import type { Recording } from '../../contract/records/recording';
import type { Tx } from '../store';
import type { Room } from './room';

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

export const refusal = (code: string, params = {}) => new Failure('refused', {}, [{ code, params }]);
