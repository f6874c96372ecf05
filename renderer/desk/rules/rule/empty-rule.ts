import { ALWAYS, EVERYWHERE, type RuleFields } from '../../../../electron/contract/records/rule';

export const EMPTY_RULE: RuleFields = {
  name: '',
  does: { kind: 'refuse' },
  scope: EVERYWHERE,
  time: ALWAYS,
  source: '',
  validFrom: null,
  validTo: null,
  active: true,
};
