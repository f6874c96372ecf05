/**
 * Many drafts checked together, such as the rows of a file: each as the form checks one, but beside all the others. Start at
 * `checkMany`. A kind of day is compiled once for all drafts that lie on it, so that the work grows with the kinds of days
 * and not with the drafts times their days.
 */
import type { Booking } from '../../contract/records/booking';
import { dayNumber } from '../calendar';
import { type Materials, materialsOf } from '../material';
import { zoneFor } from '../occurrences';
import { profileKey } from '../profile';
import type { Steps } from '../steps';
import { findFrame, findHere } from './check';
import { type Costs, costsOn, findCosts } from './costs-many';
import { type DayKind, dayKinds } from './day-kinds';
import { type Finding, merged } from './finding';
import { type Look, openOf, type Reach, reachFrom, type Stage, spanOf } from './stage';
import { type Tally, tallyOf } from './tally';
import type { Ground } from './trial';

export interface Endurance {
  /** Whether another kind of day may be looked at while drafts on it have not been looked at on any. */
  more(): boolean;
  /** Whether the work on a display may be deepened when `part` of all displays, 0 to 1, will be done after it. */
  moreOf(part: number): boolean;
}

export interface CheckedOne {
  findings: Finding[];
  /** Displays it was looked at on, of those it is booked on. */
  displays: number;
  ofDisplays: number;
  /** False where days were taken to be like others. */
  everyDay: boolean;
}

/** A draft while it is checked. */
export interface Ask extends CheckedOne {
  draft: Booking;
  reach: Reach;
}

/**
 * `ground.stages` hold the drafts among their bookings, under the ids they have in `drafts`. Answers in the order of the drafts.
 * One that is paused takes nothing from anybody, and nothing is said of it.
 */
export function* checkMany(ground: Ground, drafts: readonly Booking[], endurance: Endurance): Steps<CheckedOne[]> {
  const today = dayNumber(ground.today);
  const asks = new Map<string, Ask>();
  const booked = yield* countDisplays(ground.stages);
  const all: CheckedOne[] = [];
  for (const draft of drafts) {
    yield;
    const ofDisplays = booked.get(draft.id) ?? 0;
    const one = { findings: [], displays: 0, ofDisplays, everyDay: true };
    const findings = draft.paused ? [] : findFrame(ground, draft, ofDisplays, today);
    const reach = reachFrom(draft, today);
    const isDone = draft.paused || reach === null || findings.some(({ severity }) => severity === 'stops');
    const ask = { ...one, findings, displays: isDone ? ofDisplays : 0, draft, reach };
    all.push(ask);
    if (!isDone) asks.set(draft.id, ask as Ask);
  }
  const drafted = new Set(drafts.map(({ id }) => id));
  for (const [index, stage] of ground.stages.entries()) {
    const part = (index + 1) / ground.stages.length;
    const here = stage.question.bookings.flatMap(({ id }) => asks.get(id) ?? []);
    if (here.length > 0) yield* lookAt({ stage, here, drafted, endurance, part });
  }
  return all.map((ask) => ({ ...ask, findings: merged(ask.findings) }));
}

function* countDisplays(stages: readonly Stage[]): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { displayIds, question } of stages) {
    yield;
    for (const { id } of question.bookings) counts.set(id, (counts.get(id) ?? 0) + displayIds.length);
  }
  return counts;
}

/** Displays that agree, and the drafts on them that are looked at. */
export interface Place {
  stage: Stage;
  here: readonly Ask[];
  /** Ids of all drafts. */
  drafted: ReadonlySet<string>;
  endurance: Endurance;
  part: number;
}

/** Days looked at from the first of any draft on: each draft for itself is looked at for little more than half as long. */
const LONGEST_DAYS = 800;

function* lookAt(place: Place): Steps<void> {
  const { stage, here } = place;
  const { question } = stage;
  const spans = here.map(({ draft, reach }) => spanOf(draft, reach));
  const first = spans.reduce((least, span) => Math.min(least, span.first), Number.POSITIVE_INFINITY);
  const end = spans.reduce((most, span) => Math.max(most, span.last), Number.NEGATIVE_INFINITY);
  const last = Math.min(end, first + LONGEST_DAYS - 1);
  const days = yield* dayKinds({ question, first, last });
  const seen = yield* seeKinds(place, days.kinds);
  const { display, station } = question;
  const wanted = { profileKey: profileKey(display.profile), stillMs: station.stillMs, zone: station.zone };
  const materials = materialsOf(question, wanted);
  for (const ask of here) {
    yield;
    const { lies = 0, looked = 0 } = seen.counts.get(ask.draft.id) ?? {};
    if ((lies > 0 && looked === 0) || ask.reach.first > last) continue;
    ask.displays += stage.displayIds.length;
    ask.everyDay &&= looked === lies;
    ask.findings.push(...findingsOf(ask, stage, seen, materials));
  }
}

interface Seen {
  looks: Map<string, Look[]>;
  costs: Map<string, Costs>;
  /** On how many kinds of days a draft lies, and how many of them were looked at. */
  counts: Map<string, { lies: number; looked: number }>;
}

/** First as many kinds as it takes to look at every draft once, the fullest before others; then the rest. */
function* seeKinds(place: Place, kinds: readonly DayKind[]): Steps<Seen> {
  const { stage, here, endurance, part } = place;
  const asks = new Map(here.map((ask) => [ask.draft.id, ask]));
  const seen: Seen = { looks: new Map(), costs: new Map(), counts: new Map() };
  const lying: { kind: DayKind; on: Ask[] }[] = [];
  for (const kind of kinds) {
    yield;
    const on = [...kind.lying].flatMap((id) => asks.get(id) ?? []);
    for (const { draft } of on) countOf(seen, draft.id).lies += 1;
    if (on.length > 0) lying.push({ kind, on });
  }
  lying.sort((a, b) => b.on.length - a.on.length || b.kind.days.length - a.kind.days.length);
  const deeper: typeof lying = [];
  for (const each of lying) {
    if (each.on.every(({ draft }) => countOf(seen, draft.id).looked > 0)) deeper.push(each);
    else if (endurance.more()) yield* see(place, each.kind, each.on, seen);
  }
  for (const { kind, on } of deeper) {
    if (!endurance.moreOf(part)) return seen;
    yield* see(place, kind, on, seen);
  }
  return seen;

  function* see({ drafted }: Place, kind: DayKind, on: readonly Ask[], into: Seen): Steps<void> {
    const { question } = stage;
    const tally = slim(yield* tallyOf(question, question.bookings, kind));
    for (const [index, { draft }] of on.entries()) {
      if (index % STEP === STEP - 1) yield;
      countOf(into, draft.id).looked += 1;
      const open = openOf(question, draft, kind);
      if (open.length === 0) continue;
      const looks = into.looks.get(draft.id) ?? [];
      into.looks.set(draft.id, looks);
      looks.push({ kind, with: tally, without: tally, open });
    }
    yield* costsOn({ question, kind, on: on.map(({ draft }) => draft), drafted, all: tally }, into.costs, () =>
      endurance.moreOf(part),
    );
  }
}

/** Drafts between two pauses: about a millisecond. */
const STEP = 32;

function countOf({ counts }: Seen, id: string): { lies: number; looked: number } {
  const count = counts.get(id) ?? { lies: 0, looked: 0 };
  counts.set(id, count);
  return count;
}

/** Of a plan's entries only those at exact times are asked for again; all of them for every kind of day would be too much to hold. */
function slim({ counts, plan }: Tally): Tally {
  const isExact = plan.clips.map(({ because }) => because.code.startsWith('why.exact'));
  return { counts, plan: { ...plan, entries: plan.entries.filter(([clip]) => isExact[clip]) } };
}

function findingsOf({ draft, reach }: Ask, stage: Stage, seen: Seen, materials: Materials): Finding[] {
  const { question } = stage;
  const others = question.bookings.filter(({ id }) => id !== draft.id);
  const looks = (seen.looks.get(draft.id) ?? []).sort((a, b) => (a.kind.days[0] ?? 0) - (b.kind.days[0] ?? 0));
  const laid = {
    stage: { ...stage, question: { ...question, bookings: others } },
    draft,
    zone: zoneFor(draft, question.station.zone, question.display.zone),
    material: materials(draft.what),
    first: reach.first,
    last: reach.last,
    looks,
    days: looks.reduce((sum, { kind }) => sum + kind.days.length, 0),
    exact: true,
  };
  const costs = seen.costs.get(draft.id);
  return [...findHere(laid), ...(costs ? findCosts(laid, costs) : [])];
}
