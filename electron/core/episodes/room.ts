/** What the parts of this room share. */
import type { Logger } from 'pino';
import { refusalFor } from '../../contract/failure';
import type { Recording } from '../../contract/records/recording';
import { type Reason, reason } from '../../contract/scalars';
import type { JobContext, Jobs } from '../jobs/types';
import type { EpisodeOrder, EpisodeTags, MadeEpisode } from '../media/types';
import type { Clock, Store } from '../store';
import type { Places } from './places';

/** What this room asks of ffmpeg. */
export interface Cutter {
  makeEpisode(order: EpisodeOrder, target: string, work: JobContext): Promise<MadeEpisode>;
  retagEpisode(order: { source: string; target: string; tags: EpisodeTags }, work: JobContext): Promise<void>;
}

export interface Room {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  jobs: Pick<Jobs, 'register' | 'enqueue' | 'unfinishedFor'>;
  media: Cutter;
  /** Where a recording's file is. */
  recordingFile(recording: Recording): string;
  places: Places;
}

export const refusal = (...details: Reason[]) => refusalFor('refused', {}, details);
export const refused = (code: string, params: Reason['params'] = {}) => refusal(reason(code, params));
