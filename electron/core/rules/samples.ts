/** Rules for tests. */
import { ALWAYS, EVERYWHERE, type RuleFields } from '../../contract/records/rule';

export const ruleFields = (over: Partial<RuleFields> = {}): RuleFields => ({
  ...{
    name: 'Tanpa rokok',
    does: { kind: 'refuse' },
    scope: { ...EVERYWHERE, categories: ['Iklan rokok'] },
    time: ALWAYS,
  },
  ...{ source: 'PP 28/2024', validFrom: null, validTo: null, active: true },
  ...over,
});

/** Of 24 to 26 November 2024. */
export const lockFields = (over: Partial<RuleFields> = {}): RuleFields =>
  ruleFields({
    ...{ name: 'Masa tenang', does: { kind: 'lock' }, source: 'PKPU 13/2024' },
    scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] },
    time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-26' },
    ...over,
  });
