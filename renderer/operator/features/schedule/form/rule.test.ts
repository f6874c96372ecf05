import { describe, expect, it } from 'vitest';
import { nextDays, type RuleForm, ruleForm, ruleText } from './rule';

describe('rules of days', () => {
  it.each<RuleForm>([
    { kind: 'week' },
    { kind: 'weeks', every: 2, weekdays: [1, 5] },
    { kind: 'month', nth: -1, weekday: 5 },
    { kind: 'custom', text: 'FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=17' },
  ])('are read back as they were built: %o', (form) => expect(ruleForm(ruleText(form))).toEqual(form));

  it('name the next days, without exceptions and what is over', () => {
    const times = { from: '2026-03-02', to: '2026-12-31', weekdays: [1], exceptions: ['2026-04-06'] };
    const first = { ...times, rule: 'FREQ=MONTHLY;BYDAY=1MO' };
    expect(nextDays(first, '2026-03-03', 3)).toEqual(['2026-05-04', '2026-06-01', '2026-07-06']);
    const second = { ...times, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' };
    expect(nextDays(second, '2026-01-01', 3)).toEqual(['2026-03-02', '2026-03-16', '2026-03-30']);
    expect(nextDays({ ...times, rule: 'FREQ=NONE' }, '2026-01-01', 3)).toEqual([]);
  });
});
