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
import { type Costs, costsOn, findCosts } from './costs-many';
import { type DayKind, dayKinds } from './day-kinds';
import { type Finding, merged } from './finding';
import { type Look, openOf, type Reach, reachFrom, type Stage, spanOf } from './stage';
import { type Tally, tallyOf } from './tally';
import type { Ground } from './trial';
import { findFrame, findHere } from './try-out';

/** No way out is looked for. */
export type GroundOfMany = Omit<Ground, 'elsewhere' | 'besides'>;

export interface Endurance {
  /** Whether another kind of day may be looked at while some drafts have not been looked at on any, or it be weighed what others lose. */
  more(): boolean;
  /** Whether further days of a display may be looked at, when `part` of all displays, 0 to 1, will be done after it. */
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
interface Ask extends CheckedOne {
  draft: Booking;
  reach: Reach;
}

/**
 * `ground.stages` hold the drafts among their bookings, under the ids they have in `drafts`. Answers in the order of the drafts.
 * One that is paused takes nothing from anybody, and nothing is said of it.
 */
export function* checkMany(
  ground: GroundOfMany,
  drafts: readonly Booking[],
  endurance: Endurance,
): Steps<CheckedOne[]> {
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
  const places: Place[] = [];
  for (const stage of ground.stages) {
    const here = stage.question.bookings.flatMap(({ id }) => asks.get(id) ?? []);
    if (here.length > 0) places.push(yield* placeOf(stage, here, drafted));
  }
  // Every draft is looked at once before any is looked at twice.
  for (const place of places) yield* cover(place, endurance.more);
  for (const place of places) yield* weigh(place, endurance.more);
  for (const [index, place] of places.entries()) {
    yield* deepen(place, () => endurance.moreOf((index + 1) / places.length));
    yield* conclude(place, ground);
  }
  for (const one of all) {
    yield;
    one.findings = merged(one.findings);
  }
  return all;
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
interface Place {
  stage: Stage;
  here: readonly Ask[];
  /** Ids of all drafts. */
  drafted: ReadonlySet<string>;
  /** The last day looked at. */
  last: number;
  /** Kinds of days on which a draft lies: those still to be looked at, and those that were. */
  kinds: Lying[];
  seen: { on: readonly Booking[]; kind: DayKind; all: Tally }[];
  /** Of how many of them it is known what others lose. */
  weighed: number;
  /** By draft. */
  views: Map<string, View>;
  costs: Map<string, Costs>;
}

interface Lying {
  kind: DayKind;
  on: Booking[];
}

interface View {
  /** On how many kinds of days it lies, and how many of them were looked at. */
  lies: number;
  looked: number;
  looks: Look[];
}

/** Days looked at from the first of any draft on: each draft for itself is looked at for little more than half as long. */
const LONGEST_DAYS = 800;

function* placeOf(stage: Stage, here: readonly Ask[], drafted: ReadonlySet<string>): Steps<Place> {
  const spans = here.map(({ draft, reach }) => spanOf(draft, reach));
  const first = spans.reduce((least, span) => Math.min(least, span.first), Number.POSITIVE_INFINITY);
  const end = spans.reduce((most, span) => Math.max(most, span.last), Number.NEGATIVE_INFINITY);
  const last = Math.min(end, first + LONGEST_DAYS - 1);
  const days = yield* dayKinds({ question: stage.question, first, last });
  const drafts = new Map(here.map(({ draft }) => [draft.id, draft]));
  const views = new Map(here.map(({ draft }): [string, View] => [draft.id, { lies: 0, looked: 0, looks: [] }]));
  const kinds: Lying[] = [];
  for (const kind of days.kinds) {
    yield;
    const on = [...kind.lying].flatMap((id) => drafts.get(id) ?? []);
    for (const { id } of on) viewOf(views, id).lies += 1;
    if (on.length > 0) kinds.push({ kind, on });
  }
  return { stage, here, drafted, last, kinds, seen: [], weighed: 0, views, costs: new Map() };
}

/** Those kinds first on which most drafts lie that have not been looked at. */
function* cover(place: Place, more: () => boolean): Steps<void> {
  const { views } = place;
  const gainOf = ({ on }: Lying) => on.filter(({ id }) => viewOf(views, id).looked === 0).length;
  // What a kind would gain only ever lessens: one is asked anew when it comes to stand first.
  const waiting = place.kinds.map((lying) => ({ lying, gain: gainOf(lying) })).sort((a, b) => a.gain - b.gain);
  for (let best = waiting.pop(); best && best.gain > 0 && more(); best = waiting.pop()) {
    yield;
    best.gain = gainOf(best.lying);
    if (best.gain >= (waiting.at(-1)?.gain ?? 0)) yield* see(place, best.lying);
    else {
      const { gain } = best;
      const at = waiting.findLastIndex((other) => other.gain <= gain);
      waiting.splice(at + 1, 0, best);
    }
  }
}

function* see(place: Place, { kind, on }: Lying): Steps<void> {
  const { question } = place.stage;
  const tally = slim(yield* tallyOf(question, question.bookings, kind));
  place.seen.push({ kind, on, all: tally });
  for (const [index, draft] of on.entries()) {
    if (index % STEP === STEP - 1) yield;
    const view = viewOf(place.views, draft.id);
    view.looked += 1;
    const open = openOf(question, draft, kind);
    if (open.length > 0) view.looks.push({ kind, with: tally, without: tally, open });
  }
}

/** What others lose on the days looked at. */
function* weigh(place: Place, more: () => boolean): Steps<void> {
  const { stage, drafted, seen, costs } = place;
  for (; place.weighed < seen.length && more(); place.weighed += 1) {
    const one = seen[place.weighed];
    if (one) yield* costsOn({ question: stage.question, drafted, ...one }, costs, more);
  }
}

/** Kinds of days that the form would look at. */
const MOST_KINDS = 12;

/** Further days, those on which most drafts lie first. */
function* deepen(place: Place, more: () => boolean): Steps<void> {
  const { views, seen } = place;
  const known = new Set(seen.map(({ kind }) => kind));
  const further = place.kinds.filter(({ kind }) => !known.has(kind)).sort((a, b) => b.on.length - a.on.length);
  for (const lying of further) {
    if (!more()) return;
    if (lying.on.every(({ id }) => viewOf(views, id).looked >= MOST_KINDS)) continue;
    yield* see(place, lying);
    yield* weigh(place, more);
  }
}

function* conclude(place: Place, ground: GroundOfMany): Steps<void> {
  const { stage, here, last, views, costs, seen, weighed } = place;
  const { question } = stage;
  const { display, station } = question;
  const wanted = { profileKey: profileKey(display.profile), stillMs: station.stillMs, zone: station.zone };
  const materials = materialsOf(question, wanted);
  for (const ask of here) {
    yield;
    const { lies, looked, looks } = viewOf(views, ask.draft.id);
    if ((lies > 0 && looked === 0) || ask.reach.first > last) continue;
    ask.displays += stage.displayIds.length;
    ask.everyDay &&= looked >= Math.min(lies, MOST_KINDS) && weighed === seen.length;
    ask.findings.push(...findingsOf(ask, { stage, looks, costs: costs.get(ask.draft.id), materials, ground }));
  }
}

function viewOf(views: Map<string, View>, id: string): View {
  const view = views.get(id) ?? { lies: 0, looked: 0, looks: [] };
  views.set(id, view);
  return view;
}

/** Drafts between two pauses: about a millisecond. */
const STEP = 32;

/** Of a plan's entries only those at exact times are asked for again; all of them for every kind of day would be too much to hold. */
function slim({ counts, plan }: Tally): Tally {
  const isExact = plan.clips.map(({ because }) => because.code.startsWith('why.exact'));
  return { counts, plan: { ...plan, entries: plan.entries.filter(([clip]) => isExact[clip]) } };
}

interface Found {
  stage: Stage;
  looks: Look[];
  costs: Costs | undefined;
  materials: Materials;
  ground: GroundOfMany;
}

function findingsOf({ draft, reach }: Ask, { stage, looks, costs, materials, ground }: Found): Finding[] {
  const { question } = stage;
  const others = question.bookings.filter(({ id }) => id !== draft.id);
  looks.sort((a, b) => (a.kind.days[0] ?? 0) - (b.kind.days[0] ?? 0));
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
  return [...findHere(laid, ground), ...(costs ? findCosts(laid, costs) : [])];
}
