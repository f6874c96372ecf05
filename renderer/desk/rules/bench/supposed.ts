/** Material as it might be, before anything is known of it. */
import type { BenchMatter } from '../../../../electron/contract/api/rules';

export type Supposed = Omit<Extract<BenchMatter, { kind: 'supposed' }>, 'kind'>;

export const SUPPOSED: Supposed = {
  category: null,
  agencyKind: null,
  approval: 'approved',
  ppid: 'immediate',
  subject: null,
  ms: 30_000,
};
