/** A rulebook opened for judging: of all rules those that can be about some material at some place are found once. */
import type { Matter } from '../../contract/records/matter';
import { type BookRule, FOREVER, type Rulebook, type Span } from '../../contract/records/rulebook';
import type { Zone } from '../../contract/scalars';
import { DAY_MS, weekdayOf } from '../calendar';
import { instantOf, localDay } from '../time';
import type { OpenBook, Place } from './types';

/** Kept: assets times places of a large station. */
const MOST_KEPT = 20_000;

export function openBook(book: Rulebook): OpenBook {
  const known = new Set(book.categories);
  const knows = (category: string | null) => category !== null && known.has(category);
  const byMatter = new WeakMap<Matter, WeakMap<Place, readonly BookRule[]>>();
  const byKey = new Map<string, readonly BookRule[]>();

  function find(matter: Matter, place: Place): readonly BookRule[] {
    const key = JSON.stringify([matter.category, matter.agencyKind, place]);
    const kept = byKey.get(key) ?? book.rules.filter((rule) => covers(rule, matter, place, knows));
    if (byKey.size >= MOST_KEPT) byKey.clear();
    byKey.set(key, kept);
    return kept;
  }

  return {
    book,
    knows,
    rulesFor(matter, place) {
      const places = byMatter.get(matter) ?? new WeakMap<Place, readonly BookRule[]>();
      byMatter.set(matter, places);
      const rules = places.get(place) ?? find(matter, place);
      places.set(place, rules);
      return rules;
    },
  };
}

const holds = <T>(list: readonly T[], value: T | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value));

function covers(rule: BookRule, matter: Matter, place: Place, knows: (category: string | null) => boolean): boolean {
  if (!holds(rule.channels, place.channel) || !isAt(rule, place)) return false;
  if (rule.breaks && !place.breaks) return false;
  if (!holds(rule.agencyKinds, matter.agencyKind)) return false;
  // A lock is also about what nobody has said the category of.
  return holds(rule.categories, matter.category) || (rule.does.kind === 'lock' && !knows(matter.category));
}

/** Whether it is about what stands here, whatever the channel. */
export const isAt = (rule: BookRule, place: Pick<Place, 'id' | 'groupIds' | 'site'>): boolean =>
  isOneOf(rule, place) && holds(rule.places, place.site === '' ? null : place.site);

/** Whether it names material like this. */
export const names = (rule: BookRule, { category, agencyKind }: Pick<Matter, 'category' | 'agencyKind'>): boolean =>
  holds(rule.categories, category) && holds(rule.agencyKinds, agencyKind);

/** Displays and groups are one list: a panel in either is meant. */
function isOneOf({ displayIds, groupIds }: BookRule, { id, groupIds: own }: Pick<Place, 'id' | 'groupIds'>): boolean {
  if (displayIds.length + groupIds.length === 0) return true;
  return displayIds.includes(id) || groupIds.some((group) => own.includes(group));
}

const inSpan = ([from, until]: Span, at: number): boolean => from <= at && at < until;

/** Whether a rule applies at an instant. */
export function appliesAt(rule: BookRule, at: number, zone: Zone): boolean {
  if (!inSpan(rule.valid, at)) return false;
  return isWithin(rule, at, zone) !== rule.outside;
}

/** Whether it applies whatever the time is that is only known to be between these: one of certain hours is not counted on. */
export function appliesThrough(rule: BookRule, { sureOf, upTo }: { sureOf: number; upTo: number }): boolean {
  const isThrough = ([from, until]: Span) => from <= sureOf && until >= Math.min(upTo, FOREVER);
  const { valid, spans, hours, weekdays, outside } = rule;
  if (outside || hours.length > 0 || weekdays.length > 0 || !isThrough(valid)) return false;
  return spans === null || spans.some(isThrough);
}

function isWithin({ spans, hours, weekdays }: BookRule, at: number, zone: Zone): boolean {
  if (spans !== null && !spans.some((span) => inSpan(span, at))) return false;
  if (hours.length === 0 && weekdays.length === 0) return true;
  const day = localDay(at, zone);
  // Yesterday's hours may reach into today.
  return [day, day - 1].some((each) => isInHours(hours, weekdays, each, at, zone));
}

function isInHours(
  hours: BookRule['hours'],
  weekdays: BookRule['weekdays'],
  day: number,
  at: number,
  zone: Zone,
): boolean {
  if (weekdays.length > 0 && !weekdays.includes(weekdayOf(day))) return false;
  const spans = hours.length > 0 ? hours : WHOLE_DAY;
  return spans.some(([start, end]) => instantOf(day, start, zone) <= at && at < instantOf(day, end, zone));
}

const WHOLE_DAY: BookRule['hours'] = [[0, DAY_MS]];
