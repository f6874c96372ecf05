import type { RuleFields } from '../../../../electron/contract/records/rule';

export const EMPTY_RULE: RuleFields = {
  name: '',
  does: { kind: 'refuse' },
  scope: { categories: [], agencyKinds: [], channels: [], displayIds: [], groupIds: [], places: [], breaks: false },
  time: { from: null, to: null, stages: [], hours: [], weekdays: [], outside: false },
  source: '',
  validFrom: null,
  validTo: null,
  active: true,
};
