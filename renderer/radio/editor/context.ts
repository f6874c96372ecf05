/** What every part of the editor knows and may do. */
import { createContext, useContext } from 'react';
import type { ItemChange } from '../../../electron/contract/api/rundowns';
import type { Presenter } from '../../../electron/contract/records/programme';
import type { Rundown, RundownFields } from '../../../electron/contract/records/rundown';
import type { ItemFields, PartId, RundownItem } from '../../../electron/contract/records/rundown-item';
import type { Present } from '../../../electron/contract/rundown-feed';
import type { Plan } from '../../../electron/domain/rundown/plan';
import type { RundownState } from '../../client/rundown-state';
import type { Materials } from '../shared/use-materials';
import type { KeptOut } from '../spots/use-kept-out';
import type { CueDot } from './cue-dots';

export interface Editor {
  /** As the station tells it. */
  state: RundownState;
  /** With what was changed here and is on its way. */
  rundown: Rundown;
  items: readonly RundownItem[];
  plan: Plan;
  presenters: readonly Presenter[];
  materials: Materials;
  /** How far cues have come at displays, by item; of those that have one. */
  cues: ReadonlyMap<PartId, readonly CueDot[]>;
  /** What the law keeps off the radio. */
  keptOut: KeptOut;
  editable: boolean;
  edit: (changes: readonly ItemChange[]) => void;
  set: (item: RundownItem, fields: Partial<ItemFields>) => void;
  update: (fields: Partial<RundownFields>) => void;
  /** Others, by the item they are in. */
  present: ReadonlyMap<PartId, readonly Present[]>;
  /** Who is typing there; null where one may write. */
  lockOf: (id: PartId) => Present | null;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('outside a rundown');
  return editor;
}
