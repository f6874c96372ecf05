import { ALWAYS, EVERYWHERE, type RuleDoes, type RuleFields } from '../../../../electron/contract/records/rule';

/** What the rule does is said by whoever writes it: nothing is taken for granted. */
export type RuleDraft = Omit<RuleFields, 'does'> & { does: RuleDoes | null };

export const EMPTY_RULE: RuleDraft = {
  name: '',
  does: null,
  scope: EVERYWHERE,
  time: ALWAYS,
  source: '',
  validFrom: null,
  validTo: null,
  active: true,
};
