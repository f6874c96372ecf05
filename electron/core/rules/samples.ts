/** Rules for tests. */
import type { RuleFields } from '../../contract/records/rule';

export const SCOPE = {
  categories: [],
  agencyKinds: [],
  channels: [],
  displayIds: [],
  groupIds: [],
  places: [],
  breaks: false,
};
export const TIME = { from: null, to: null, stages: [], hours: [], weekdays: [], outside: false };

export const ruleFields = (over: Partial<RuleFields> = {}): RuleFields => ({
  ...{ name: 'Tanpa rokok', does: { kind: 'refuse' }, scope: { ...SCOPE, categories: ['Iklan rokok'] }, time: TIME },
  ...{ source: 'PP 28/2024', validFrom: null, validTo: null, active: true },
  ...over,
});

/** Of 24 to 26 November 2024. */
export const lockFields = (over: Partial<RuleFields> = {}): RuleFields =>
  ruleFields({
    ...{ name: 'Masa tenang', does: { kind: 'lock' }, source: 'PKPU 13/2024' },
    scope: { ...SCOPE, categories: ['Iklan kampanye'] },
    time: { ...TIME, from: '2024-11-24', to: '2024-11-26' },
    ...over,
  });
