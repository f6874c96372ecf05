/** Rules of days as the form builds them, and back. Pure. */
import type { Weekday } from '../../../../../electron/contract/scalars';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** `week`: by weekdays alone, which needs no rule. */
export type RuleForm =
  | { kind: 'week' }
  | { kind: 'weeks'; every: number; weekdays: Weekday[] }
  | { kind: 'month'; nth: number; weekday: Weekday }
  | { kind: 'custom'; text: string };

/** While it is typed by hand it stays text: half a rule may read as one that is built. */
export function ruleForm(rule: string | null, typed = false): RuleForm {
  if (rule === null) return { kind: 'week' };
  if (typed) return { kind: 'custom', text: rule };
  const [, every, days] =
    /^FREQ=WEEKLY;INTERVAL=(\d{1,2});BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,[A-Z]{2})*)$/.exec(rule) ?? [];
  const weekdays = (days ?? '').split(',').map((code) => CODES.indexOf(code) + 1);
  if (every && weekdays.every((day) => day > 0)) return { kind: 'weeks', every: Number(every), weekdays };
  const [, nth, code] = /^FREQ=MONTHLY;BYDAY=([1-4]|-1)([A-Z]{2})$/.exec(rule) ?? [];
  const weekday = CODES.indexOf(code ?? '') + 1;
  if (nth && weekday > 0) return { kind: 'month', nth: Number(nth), weekday };
  return { kind: 'custom', text: rule };
}

export function ruleText(form: RuleForm): string | null {
  switch (form.kind) {
    case 'week':
      return null;
    case 'weeks': {
      const days = [...form.weekdays].sort((a, b) => a - b).map((day) => CODES[day - 1]);
      return `FREQ=WEEKLY;INTERVAL=${form.every};BYDAY=${days.join(',')}`;
    }
    case 'month':
      return `FREQ=MONTHLY;BYDAY=${form.nth}${CODES[form.weekday - 1]}`;
    case 'custom':
      return form.text;
    default:
      return form satisfies never;
  }
}
