/** The two kinds of procedure and what each asks of its caller. */
import { oc } from '@orpc/contract';
import type { Permission } from '../records/user';

export interface ProcedureMeta {
  /** Checked by the server before the handler runs. */
  needs: Permission;
  /** Queries change nothing; commands are answered after their commit is on disk. */
  kind: 'query' | 'command';
}

const base = oc.$meta<ProcedureMeta>({ needs: 'administer', kind: 'command' });

/** A procedure that only reads. */
export const query = (needs: Permission) => base.meta({ needs, kind: 'query' });
/** A procedure that changes something. */
export const command = (needs: Permission) => base.meta({ needs, kind: 'command' });
