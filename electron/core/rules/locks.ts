/** Locks that hold, or come within a week, as every screen of the console shows them. */
import type { LockNow } from '../../contract/api/rules';
import type { BookRule, Rulebook } from '../../contract/records/rulebook';
import { daysOf, NEAR_MS } from '../../domain/judge/weaker';

/** Those that hold first, then the next to come. */
export function locksAt({ rules }: Pick<Rulebook, 'rules'>, now: number): LockNow[] {
  return rules
    .filter(({ does }) => does.kind === 'lock')
    .flatMap((rule) => spansNear(rule, now).map((span) => lockNow(rule, span, now)))
    .sort((a, b) => a.from - b.from);
}

const spansNear = (rule: BookRule, now: number): Days[] =>
  daysOf(rule).flatMap(([from, until]) => (until > now && from <= now + NEAR_MS ? [{ from, until }] : []));

function lockNow(rule: BookRule, { from, until }: Days, now: number): LockNow {
  const { id, name, source, categories, lifted } = rule;
  const lift = lifted.find(([first, last]) => first <= now && now < last);
  const everywhere = !rule.breaks && NARROWER.every((list) => rule[list].length === 0);
  return { ruleId: id, name, source, categories, from, until, liftedUntil: lift ? lift[1] : null, everywhere };
}
const NARROWER = ['agencyKinds', 'channels', 'displayIds', 'groupIds', 'places', 'hours', 'weekdays'] as const;
type Days = Pick<LockNow, 'from' | 'until'>;
