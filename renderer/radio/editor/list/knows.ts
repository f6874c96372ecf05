/** What every row needs to know beside itself. It moves seldom: rows are drawn anew only for what is theirs. */
import { createContext, useContext } from 'react';
import type { LocalDate } from '../../../../electron/contract/scalars';
import type { Editor } from '../context';

export interface ListKnows extends Pick<Editor, 'materials' | 'keptOut' | 'cues' | 'editable' | 'set'> {
  zone: string;
  /** Of the rundown. */
  date: LocalDate;
}

export const ListKnowsContext = createContext<ListKnows | null>(null);

export function useListKnows(): ListKnows {
  const knows = useContext(ListKnowsContext);
  if (!knows) throw new Error('outside a list of items');
  return knows;
}
