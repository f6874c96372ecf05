import { describe, expect, it } from 'vitest';
import { type RuleForm, ruleForm, ruleText } from './rule';

describe('rules of days', () => {
  it.each<RuleForm>([
    { kind: 'week' },
    { kind: 'weeks', every: 2, weekdays: [1, 5] },
    { kind: 'month', nth: -1, weekday: 5 },
    { kind: 'custom', text: 'FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17' },
  ])('are read back as they were built: %o', (form) => expect(ruleForm(ruleText(form))).toEqual(form));
});

it('a rule typed by hand stays text, also where half of it reads as one that is built', () => {
  const half = 'FREQ=MONTHLY;BYDAY=1MO';
  expect(ruleForm(half).kind).toBe('month');
  expect(ruleForm(half, true)).toEqual({ kind: 'custom', text: half });
  expect(ruleForm(null, true)).toEqual({ kind: 'week' });
});
