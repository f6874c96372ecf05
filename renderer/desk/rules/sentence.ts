/** A rule as a sentence that a person can agree or disagree with, put together from its data. Pure. */
import type { RuleFields } from '../../../electron/contract/records/rule';
import type { LocalDate } from '../../../electron/contract/scalars';

export interface RuleWords {
  /** A sentence of `rules.json`. */
  say(key: string, params?: Record<string, string | number>): string;
  /** `Senin dan Selasa`. */
  all(parts: readonly string[]): string;
  /** `layar atau radio`. */
  any(parts: readonly string[]): string;
  date(day: LocalDate): string;
  span(ms: number): string;
  /** ISO, 1 Monday. */
  weekday(day: number): string;
  display(id: string): string;
  group(id: string): string;
  /** Of `CALENDAR/STAGE`. */
  stage(ref: string): string;
}

type Said = Pick<RuleFields, 'does' | 'scope' | 'time'>;

export function sentenceOf({ does, scope, time }: Said, words: RuleWords): string {
  const { say } = words;
  const unbound = say(does.kind === 'refuse' || does.kind === 'lock' ? 'where.nowhere' : 'where.everywhere');
  const parts = { what: whatOf(scope, words), where: whereOf(scope, words) || unbound, when: whenOf(time, words) };
  const sentence = () => {
    switch (does.kind) {
      case 'cap':
        return say(does.plays === null ? 'does.capSeconds' : 'does.capPlays', {
          ...parts,
          ...{ plays: does.plays ?? 0, span: words.span((does.seconds ?? 0) * 1000) },
          per: say(`per.${does.counts}`),
          of: say(`of.${does.of}`),
        });
      case 'longest':
        return say('does.longest', { ...parts, span: words.span(does.ms) });
      default:
        return say(`does.${does.kind}`, parts);
    }
  };
  // Where panels may be without the station, what each of them can keep by itself is to be said.
  const apart = does.kind === 'cap' && does.counts === 'station' ? ` ${say('does.stationParts')}` : '';
  return capital(
    (sentence() + apart)
      .replace(/\s+/g, ' ')
      .replace(/ ([,.])/g, '$1')
      .trim(),
  );
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function whatOf({ categories, agencyKinds }: Said['scope'], { say, any }: RuleWords): string {
  const what = categories.length === 0 ? say('what.all') : say('what.of', { categories: any(categories) });
  if (agencyKinds.length === 0) return what;
  return say('what.from', { what, agencies: any(agencyKinds.map((kind) => say(`agencyKind.${kind}`))) });
}

/** Empty where nothing is said. */
function whereOf({ channels, displayIds, groupIds, places, breaks }: Said['scope'], words: RuleWords): string {
  const { say, any } = words;
  if (breaks) return say('where.breaks');
  const panels = [...groupIds.map(words.group), ...displayIds.map(words.display)];
  const parts = [
    channels.length === 0
      ? ''
      : say('where.channels', { channels: any(channels.map((each) => say(`channel.${each}`))) }),
    panels.length === 0 ? '' : say('where.panels', { panels: any(panels) }),
    places.length === 0 ? '' : say('where.places', { places: any(places) }),
  ].filter((part) => part !== '');
  return parts.join(' ');
}

function whenOf(time: Said['time'], words: RuleWords): string {
  const { say, all, any } = words;
  const { from, to, stages, hours, weekdays, outside } = time;
  const parts = [
    datesOf(from, to, words),
    stages.length === 0 ? '' : say('when.stages', { stages: any(stages.map(words.stage)) }),
    weekdays.length === 0 ? '' : say('when.weekdays', { days: all([...weekdays].sort().map(words.weekday)) }),
    hours.length === 0
      ? ''
      : say('when.hours', { hours: all(hours.map(({ start, end }) => `${clock(start)}–${clock(end)}`)) }),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return say(outside ? 'when.outside' : 'when.during', { times: parts.join(', ') });
}

const clock = (time: string): string => (time.endsWith(':00') ? time.slice(0, 5) : time);

export function datesOf(from: LocalDate | null, to: LocalDate | null, { say, date }: RuleWords): string {
  if (from !== null && to !== null)
    return from === to ? say('when.day', { day: date(from) }) : say('when.days', { from: date(from), to: date(to) });
  if (from !== null) return say('when.since', { from: date(from) });
  return to === null ? '' : say('when.till', { to: date(to) });
}
