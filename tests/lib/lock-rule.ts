/** A masa tenang lock of campaign advertising, as somebody with the right would write it. */
import { ALWAYS, EVERYWHERE, type RuleFields } from '../../electron/contract/records/rule';

/** First and last day, both included. */
export const lockOn = (from: string, to: string): RuleFields => ({
  ...{ name: 'Masa tenang', does: { kind: 'lock' }, source: 'PKPU 13/2024' },
  ...{ validFrom: null, validTo: null, active: true },
  scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] },
  time: { ...ALWAYS, from, to },
});
