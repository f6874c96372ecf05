/** How far the cue of an item has come at each display that it means. Pure. */
import type { CueView } from '../../../electron/contract/api/cues';
import type { Reason } from '../../../electron/contract/scalars';
import type { Tone } from '../../ui/StatusDot';

/** `waiting`, `refused`, `over`: the same at every display. The others are of one. */
export type CueWord =
  | 'waiting'
  | 'refused'
  | 'over'
  | 'away'
  | 'untold'
  | 'fetching'
  | 'ready'
  | 'late'
  | 'showing'
  | 'covered'
  | 'fault';

export interface CueDot {
  key: string;
  /** Null: no display in particular. */
  display: string | null;
  word: CueWord;
  tone: Tone;
  because: readonly Reason[];
}

type At = CueView['displays'][number];

const TONES: Record<CueWord, Tone> = {
  ...{ waiting: 'grey', refused: 'amber', over: 'grey', away: 'amber', untold: 'amber', fetching: 'amber' },
  ...{ ready: 'green', late: 'amber', showing: 'red', covered: 'amber', fault: 'amber' },
};

export function cueDots({ state, because, displays }: CueView): CueDot[] {
  if (state === 'waiting' || state === 'refused' || state === 'over' || displays.length === 0) {
    const word = state === 'armed' || state === 'showing' ? 'waiting' : state;
    return [{ key: '', display: null, word, tone: TONES[word], because }];
  }
  return displays.map((at) => {
    const word = wordOf(at, state);
    const fault = at.receipt?.fault;
    const why = word === 'fault' && fault ? [fault] : [];
    return { key: at.displayId, display: at.displayName, word, tone: TONES[word], because: why };
  });
}

/** One that is away has what it fetched before: it shows that once it is back, or by itself where it only lost the station. */
function wordOf({ receipt, connected, coveredBy }: At, state: 'armed' | 'showing'): CueWord {
  if (state === 'showing' && receipt?.shownAt != null) return coveredBy ? 'covered' : 'showing';
  if (receipt?.fault) return 'fault';
  if (!connected) return 'away';
  if (receipt?.receivedAt == null) return 'untold';
  if (receipt.readyAt === null) return 'fetching';
  return state === 'showing' ? 'late' : 'ready';
}
