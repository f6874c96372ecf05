import type { PlayOutcome } from '../../../../electron/contract/records/play';
import type { Tone } from '../../../ui';

/** The light of each outcome. */
export const OUTCOME_TONES: Record<PlayOutcome, Tone> = {
  shown: 'green',
  partial: 'amber',
  skipped: 'grey',
  interrupted: 'amber',
};
