/** Rundowns out of the station on paper, and into it as files. */
import type { Clock, Store } from '../store';
import { createRundownImport, type RundownImport } from './import';
import { createPapers, type Papers } from './papers';

export interface RundownFiles extends Papers, RundownImport {}

export function createRundownFiles({ store, clock }: { store: Store; clock: Clock }): RundownFiles {
  return { ...createPapers(store, clock), ...createRundownImport(store, clock) };
}
