import type { DraftFault, TakeoverDraft } from './draft';
import type { Reach } from './use-reach';

/** What every field of the sheet is given. */
export interface FieldProps {
  draft: TakeoverDraft;
  reach: Reach;
  faults: readonly DraftFault[];
  onChange: (part: Partial<TakeoverDraft>) => void;
}
