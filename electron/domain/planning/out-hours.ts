/** Other hours of the day: those at which its displays open, and those with room for it. */
import { reason } from '../../contract/scalars';
import { DAY_MS, HOUR_MS, spansOf, timeOf } from '../calendar';
import type { Window } from '../occurrences';
import { instantOf } from '../time';
import { longestOf } from './find-material';
import type { Laid, Look } from './stage';
import type { Asked, Candidate, Trial } from './trial';

const MOST_PARTS = 4;

/** The hours at which its display opens, in place of those at which it never does. */
export function* openHours({ trial: { draft, laid } }: Asked): Iterable<Candidate> {
  if (draft.how.kind === 'exact') return;
  const hours = laid.flatMap(({ stage }) => stage.question.policy?.hours ?? []);
  const parts = new Map(hours.map(({ opens, closes }) => [`${opens} ${closes}`, { start: opens, end: closes }]));
  for (const { start, end } of [...parts.values()].slice(0, MOST_PARTS)) {
    const params = { start: start.slice(0, 5), end: end.slice(0, 5) };
    yield { label: reason('plan.out.hours', params), change: { dayparts: [{ start, end }] } };
  }
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Runs of hours with room for it on every kind of its days; those nearest to its own hours first, then the longest. */
export function* freeHours({ trial }: Asked): Iterable<Candidate> {
  const { draft, laid } = trial;
  if (draft.how.kind === 'exact' || laid.length === 0) return;
  const days = laid.flatMap((one) => one.looks.map((look) => hoursOf(one, look, trial)));
  const need = needOf(trial);
  const isFree = (hour: number) => {
    const there = days.map((day) => day[hour] ?? SHUT).filter(({ openMs }) => openMs > 0);
    return there.length > 0 && there.every(({ openMs, busyMs }) => busyMs <= openMs - need * (openMs / HOUR_MS));
  };
  const own = spansOf(draft.dayparts);
  const inside = (run: Window) => own.reduce((sum, span) => sum + overlap(run, span), 0);
  const better = (a: Window, b: Window) => inside(b) - inside(a) || b.end - b.start - (a.end - a.start);
  const runs = runsOf(HOURS.filter(isFree)).sort(better);
  for (const { start, end } of runs.slice(0, MOST_PARTS)) {
    const part = { start: timeOf(start), end: end === DAY_MS ? '24:00:00' : timeOf(end) };
    const params = { start: part.start.slice(0, 5), end: part.end.slice(0, 5) };
    yield { label: reason('plan.out.freeHours', params), change: { dayparts: [part] } };
  }
}

const overlap = (a: Window, b: Window) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

interface Hour {
  openMs: number;
  busyMs: number;
}
const SHUT: Hour = { openMs: 0, busyMs: 0 };

/** A day of a kind without the draft, by the hours of the draft's clock; a night comes back to the first of them. */
function hoursOf({ stage, zone }: Laid, { kind, without: { plan } }: Look, { draft }: Trial): Hour[] {
  const hours = HOURS.map((): Hour => ({ ...SHUT }));
  const midnight = instantOf(kind.days[0] ?? 0, 0, zone);
  const spread = (start: number, end: number, field: keyof Hour) => {
    for (let at = start; at < end; ) {
      const hour = Math.floor((at - midnight) / HOUR_MS);
      const next = Math.min(end, midnight + (hour + 1) * HOUR_MS);
      const there = hours[((hour % 24) + 24) % 24];
      if (there) there[field] += next - at;
      at = next;
    }
  };
  for (const { start, end } of kind.blocks) spread(start, end, 'openMs');
  const urgent = new Set(
    stage.question.bookings.filter(({ priority }) => priority > draft.priority).map(({ id }) => id),
  );
  const slot = draft.how.kind === 'slot' ? draft.how.slot : null;
  const isBusy = plan.clips.map(({ bookingId, because: { code, params } }) => {
    if (bookingId === null) return false;
    if (slot !== null) return code === 'why.slot' && params.slot === slot;
    // Turns give way to all but less urgent turns.
    return !code.startsWith('why.booking') || (draft.how.kind === 'rotation' && urgent.has(bookingId));
  });
  for (const [clip, at, ms] of plan.entries) if (isBusy[clip]) spread(at, at + ms, 'busyMs');
  return hours;
}

/** What it asks for of a whole hour, ms. */
function needOf({ draft: { how }, laid }: Trial): number {
  const longest = longestOf(laid);
  if (how.kind === 'share') return Math.max(longest, (how.percent / 100) * HOUR_MS);
  if (how.kind === 'frequency' && how.per === 'hour') return how.plays * longest;
  return how.kind === 'slot' ? HOUR_MS : longest;
}

function runsOf(hours: readonly number[]): Window[] {
  const runs: Window[] = [];
  for (const hour of hours) {
    const run = runs.at(-1);
    const [start, end] = [hour * HOUR_MS, (hour + 1) * HOUR_MS];
    if (run && run.end === start) run.end = end;
    else runs.push({ start, end });
  }
  return runs;
}
