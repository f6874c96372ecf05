import type { RundownImportQuery, RundownImportReport } from '../../../contract/api/rundown-files';
import type { Actor } from '../../../contract/records/audit';
import type { Clock, Store } from '../../store';
export interface RundownImport { importRundown(bytes: Buffer, query: RundownImportQuery, actor: Actor): Promise<RundownImportReport> }
export function createRundownImport(_store: Store, _clock: Clock): RundownImport { return { importRundown: () => Promise.reject(new Error('later')) }; }
