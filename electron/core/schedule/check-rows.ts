/** Bookings that are to be made or changed together, checked as the form checks one: each beside what stays and all the others. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { BookingColumn, ImportRow, RowConflict } from '../../contract/api/exchange';
import type { ConflictField } from '../../contract/api/planning';
import type { Booking, BookingDraft, BookingHow } from '../../contract/records/booking';
import { type Reason, reason } from '../../contract/scalars';
import { dateOf } from '../../domain/calendar';
import { type CheckedOne, checkMany, type GroundOfMany } from '../../domain/planning/check-many';
import type { Finding } from '../../domain/planning/finding';
import { dayParam } from '../../domain/planning/stage';
import type { Steps } from '../../domain/steps';
import { localDay } from '../../domain/time';
import { inTurns } from '../loop';
import { settingsOf } from '../store';
import type { Network } from './network';
import { stampOf } from './one-moment';
import type { Sources } from './sources';
import { alikeInSteps } from './stages';

/** No further kind of day is begun after so long, ms: a person waits for it. Once every row was looked at on some day, sooner. */
const LOOK_MS = 15_000;
const DEEP_MS = 8000;
/** What took no longer is begun anew, once, when records changed meanwhile. */
const AGAIN_MS = 2000;
const MOST_TOLD = 6;

export interface Checkable {
  draft: BookingDraft;
  /** Null for a booking to be made. */
  held: Booking | null;
}

export interface Around {
  sources: Sources;
  network: () => Network;
  now: number;
  /** For tests of the bound. */
  lookMs?: number;
}

/** What is to be said of each, in their order. */
export type Said = Pick<ImportRow, 'conflicts' | 'notes' | 'verdict'>;

export async function checkRows(
  around: Around,
  rows: readonly Checkable[],
): Promise<{ said: Said[]; notes: Reason[] }> {
  if (rows.length === 0) return { said: [], notes: [] };
  const since = performance.now();
  const stamp = stampOf(around.sources);
  const told = await inTurns(checkSteps(around, rows));
  const again = stampOf(around.sources) !== stamp && performance.now() - since < AGAIN_MS;
  await breathe();
  return again ? inTurns(checkSteps(around, rows)) : told;
}

function* checkSteps(around: Around, rows: readonly Checkable[]): Steps<{ said: Said[]; notes: Reason[] }> {
  const { sources, now, lookMs = LOOK_MS } = around;
  const since = performance.now();
  const drafts = rows.map(({ draft, held }, index) => bookingOf(draft, held, index, now));
  const ground = yield* groundOf(around, rows, drafts);
  const within = (ms: number) => performance.now() - since < ms;
  const checked = yield* checkMany(ground, drafts, {
    more: () => within(lookMs),
    moreOf: (part) => within(Math.min(lookMs, DEEP_MS) * part),
  });
  const nameOf = (id: string) => sources.get('display', id)?.name ?? '';
  const said: Said[] = [];
  for (const [index, one] of checked.entries()) {
    yield;
    const draft = drafts[index];
    if (draft) said.push(sayOf(one, draft, nameOf, ground.zone));
  }
  return { said, notes: notesOf(checked) };
}

/** As it would be kept: one made later is newer, and has its turn after the others. */
function bookingOf(draft: BookingDraft, held: Booking | null, index: number, now: number): Booking {
  if (held) return { ...held, ...draft };
  return { ...draft, id: `~${String(index).padStart(6, '0')}`, rev: 0, createdAt: now, createdBy: '' };
}

function* groundOf(around: Around, rows: readonly Checkable[], drafts: readonly Booking[]): Steps<GroundOfMany> {
  const { sources, now } = around;
  const network = around.network();
  const changed = new Set(rows.flatMap(({ held }) => (held ? [held.id] : [])));
  const added = new Map<string, Booking[]>();
  for (const draft of drafts) {
    yield;
    const { displayIds, groupIds } = draft.where;
    for (const id of new Set([...displayIds, ...groupIds.flatMap(network.membersOf)])) {
      const some = added.get(id);
      if (some) some.push(draft);
      else added.set(id, [draft]);
    }
  }
  const bookingsOn = (id: string) => [
    ...network.bookingsOn(id).filter((booking) => !changed.has(booking.id)),
    ...(added.get(id) ?? []),
  ];
  const stages = yield* alikeInSteps(sources, { ...network, bookingsOn }, [...added.keys()], null);
  const drafted = (id: string | undefined) => (id === undefined ? 0 : (added.get(id)?.length ?? 0));
  const { zone } = settingsOf(sources);
  return {
    // Where most of them are, most is found.
    stages: stages.sort((a, b) => drafted(b.displayIds[0]) - drafted(a.displayIds[0])),
    groupsOf: network.groupsOf,
    zone,
    agreements: sources.all('agreement'),
    today: dateOf(localDay(now, zone)),
  };
}

function sayOf(
  { findings, displays, ofDisplays }: CheckedOne,
  draft: Booking,
  nameOf: (id: string) => string,
  zone: GroundOfMany['zone'],
): Said {
  const conflicts = findings.slice(0, MOST_TOLD).map(
    ({ reason: because, severity, field, displayIds, day }): RowConflict => ({
      column: columnOf(field, draft.how.kind),
      severity,
      reason: because,
      place: [
        ...(displayIds.length < ofDisplays ? placeOf(displayIds, nameOf) : []),
        ...(day === null || dateOf(day) === draft.from
          ? []
          : [reason('plan.place.from', { day: dayParam(day, zone) })]),
      ],
    }),
  );
  const more = findings.length - conflicts.length;
  const isUnchecked = displays === 0 && ofDisplays > 0;
  const said = [
    ...(more > 0 ? [reason('plan.more', { more })] : []),
    ...(isUnchecked ? [reason('plan.unchecked')] : []),
    ...(displays > 0 && displays < ofDisplays ? [reason('plan.someDisplays', { displays, of: ofDisplays })] : []),
  ];
  return {
    conflicts,
    notes: said.map((each) => ({ column: null, reason: each })),
    verdict: findings.some(({ severity }) => severity !== 'notice') ? 'warned' : isUnchecked ? 'unchecked' : 'fine',
  };
}

const MOST_NAMED = 2;

function placeOf(displayIds: Finding['displayIds'], nameOf: (id: string) => string): Reason[] {
  if (displayIds.length === 0) return [];
  const displays = displayIds.slice(0, MOST_NAMED).map(nameOf).join(', ');
  const more = displayIds.length - MOST_NAMED;
  // By `context` the sentence says that there are more (i18next).
  return [reason('plan.place.on', more > 0 ? { displays, more, context: 'more' } : { displays })];
}

const COLUMNS: Record<Exclude<ConflictField, 'how'>, BookingColumn> = {
  what: 'material',
  days: 'weekdays',
  hours: 'dayparts',
  agreement: 'agreement',
  purpose: 'purpose',
  priority: 'priority',
};
const HOW_COLUMNS: Record<BookingHow['kind'], BookingColumn> = {
  rotation: 'how',
  slot: 'slot',
  share: 'percent',
  frequency: 'plays',
  exact: 'times',
};

const columnOf = (field: ConflictField, how: BookingHow['kind']): BookingColumn =>
  field === 'how' ? HOW_COLUMNS[how] : COLUMNS[field];

/** What there was no time for. */
function notesOf(checked: readonly CheckedOne[]): Reason[] {
  const some = checked.filter(({ ofDisplays }) => ofDisplays > 0);
  const unchecked = some.filter(({ displays }) => displays === 0).length;
  const partly = some.filter(
    ({ displays, ofDisplays, everyDay }) => displays > 0 && (displays < ofDisplays || !everyDay),
  );
  return [
    ...(unchecked > 0 ? [reason('plan.uncheckedRows', { rows: unchecked, all: checked.length })] : []),
    ...(partly.length > 0 ? [reason('plan.partlyRows', { rows: partly.length, all: checked.length })] : []),
  ];
}
