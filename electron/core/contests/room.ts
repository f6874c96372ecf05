/** What the parts of this room share. */
import type { Logger } from 'pino';
import type { Usage } from '../../contract/api/library';
import { Failure } from '../../contract/failure';
import type { Contest, ContestEntry } from '../../contract/records/contest';
import { type Reason, reason } from '../../contract/scalars';
import { isJudged } from '../../domain/contest/blind';
import type { Clock, Reader, Store } from '../store';

export interface Room {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  /** Where material is used. */
  usesOf(assetId: string): readonly Usage[];
}

export const entriesOf = (reader: Pick<Reader, 'all'>, contestId: string): ContestEntry[] =>
  reader.all('contestEntry').filter((entry) => entry.contestId === contestId);

/** Those that the jury judges, or has. */
export const judgedOf = (reader: Pick<Reader, 'all'>, contestId: string): ContestEntry[] =>
  entriesOf(reader, contestId).filter(isJudged);

export const refused = (code: string, params: Reason['params'] = {}) =>
  new Failure('refused', {}, [reason(code, params)]);

/** Where it has one of these states. @throws Failure refused */
export function refuseUnless(contest: Contest, states: readonly Contest['state'][]): void {
  if (!states.includes(contest.state)) throw refused('contests.notNow', { title: contest.title });
}
