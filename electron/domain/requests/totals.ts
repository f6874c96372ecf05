/** What a year's register comes to, as the PPID reports it. Pure. */
import type { InformationRequest } from '../../contract/records/information-request';
import { isOpen } from './due';

export interface RegisterTotals {
  received: number;
  answered: number;
  partly: number;
  refused: number;
  withdrawn: number;
  open: number;
  /** Decided after their last day. */
  late: number;
  /** Working days a decision took on average; null without any. */
  meanDays: number | null;
  longestDays: number | null;
}

type Counted = Pick<InformationRequest, 'state' | 'decisions'>;

/** By the newest decision of each; how long it took, by the first. One with an objection counts as open too. */
export function totalsOf(requests: readonly Counted[]): RegisterTotals {
  const of = (outcome: 'answered' | 'partly' | 'refused') =>
    requests.filter(({ decisions, state }) => state !== 'withdrawn' && decisions.at(-1)?.outcome === outcome).length;
  const first = requests.flatMap(({ decisions }) => decisions[0] ?? []);
  const took = first.map((decision) => decision.took);
  return {
    received: requests.length,
    answered: of('answered'),
    partly: of('partly'),
    refused: of('refused'),
    withdrawn: requests.filter(({ state }) => state === 'withdrawn').length,
    open: requests.filter(({ state }) => isOpen(state)).length,
    late: first.filter(({ on, dueOn }) => on > dueOn).length,
    meanDays: took.length === 0 ? null : took.reduce((sum, days) => sum + days, 0) / took.length,
    longestDays: took.length === 0 ? null : Math.max(...took),
  };
}
