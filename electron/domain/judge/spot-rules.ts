/** Rules of spots that a station of before kept in its settings, as rules that the judge reads. Pure. */
import { ALWAYS, EVERYWHERE, type RuleFields } from '../../contract/records/rule';
import type { SpotRule } from '../../contract/records/spot-rule';

/** What a rule of before said: its days, its plays a day, its length. */
export type SpotPart = 'days' | 'plays' | 'longest';

/**
 * One rule of before makes up to three, all of them about the breaks of the radio alone, as it was: the cart may hold a long
 * insert of the same category. Outside its days it refuses; cap and length are not bound to them, since they change nothing where
 * all is refused, and stay when somebody changes the days.
 * @param nameOf what a person calls it
 */
export function rulesOfSpots(old: SpotRule, nameOf: (part: SpotPart) => string): RuleFields[] {
  const { category, from, to, playsADay, longestMs, source } = old;
  const made = (part: SpotPart, does: RuleFields['does'], time: RuleFields['time'] = ALWAYS): RuleFields => ({
    name: nameOf(part),
    does,
    scope: { ...EVERYWHERE, categories: category === null ? [] : [category], channels: ['radio'], breaks: true },
    time,
    ...{ source, validFrom: null, validTo: null, active: true },
  });
  const rules: RuleFields[] = [];
  if (from !== null || to !== null)
    rules.push(made('days', { kind: 'refuse' }, { ...ALWAYS, from, to, outside: true }));
  if (playsADay !== null)
    rules.push(made('plays', { kind: 'cap', plays: playsADay, seconds: null, of: 'all', counts: 'place' }));
  if (longestMs !== null) rules.push(made('longest', { kind: 'longest', ms: longestMs }));
  return rules;
}
