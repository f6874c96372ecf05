/** The contract as a flat table: procedure name such as `playlists.update` -> what it is and asks. */
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import type { Permission } from '../records/user';
import { api } from './index';
import type { ProcedureMeta } from './procedure';

export const procedures: ReadonlyMap<string, AnyContractProcedure> = new Map(flatten(api, []));

/** What a command or query asks of its caller; null for a name that is none. */
export function needsOf(name: string): Permission | null {
  const meta: Partial<ProcedureMeta> | undefined = procedures.get(name)?.['~orpc'].meta;
  return meta?.needs ?? null;
}

function flatten(branch: object, path: readonly string[]): [string, AnyContractProcedure][] {
  if (isContractProcedure(branch)) return [[path.join('.'), branch]];
  return Object.entries(branch).flatMap(([key, next]) => flatten(next, [...path, key]));
}
