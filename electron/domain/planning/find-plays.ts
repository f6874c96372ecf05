/** What a compile with the draft shows: places that others hold, shares and frequencies not met, and what others lose. */
import type { Booking, BookingHow } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { HOUR_MS } from '../calendar';
import { findExact } from './find-exact';
import { longestOf, roomOf } from './find-material';
import { type Finding, foundOn } from './finding';
import { type Laid, type Look, lengthOf } from './stage';
import { countOf, notesOf } from './tally';

export function findPlays(laid: Laid): Finding[] {
  if (laid.looks.length === 0 || !hasPlace(laid)) return [];
  return [...ofItsKind(laid), ...tooNear(laid), ...costsOthers(laid)];
}

/** Of what is longer than any place of it, it is said that it never airs: how much it lacks would be told twice. */
function hasPlace(laid: Laid): boolean {
  const room = roomOf(laid) ?? Number.POSITIVE_INFINITY;
  return laid.material.pieces.some(({ ms }) => ms <= room);
}

function ofItsKind(laid: Laid): Finding[] {
  const { kind } = laid.draft.how;
  switch (kind) {
    case 'slot':
      return oversold(laid);
    case 'share':
      return shareShort(laid);
    case 'frequency':
      return frequencyShort(laid);
    case 'exact':
      return findExact(laid);
    case 'rotation':
      return [];
    default:
      return kind satisfies never;
  }
}

const dayOf = ({ kind }: Look): number | null => kind.days[0] ?? null;

function oversold(laid: Laid): Finding[] {
  return laid.looks.flatMap((look) =>
    notesOf(look.with, laid.draft.id)
      .filter(({ code }) => code === 'why.slotTaken')
      .map(({ params: { slot = 0, by = '' } }) => ({
        ...foundOn(laid, 'costs'),
        field: 'how' as const,
        day: dayOf(look),
        reason: reason('plan.slotOversold', { slot, by }),
      })),
  );
}

/** Met is a share within one play. */
function shareShort(laid: Laid): Finding[] {
  const { how, id } = laid.draft;
  if (how.kind !== 'share') return [];
  const longest = longestOf([laid]);
  const short = laid.looks
    .map((look) => ({ look, openMs: lengthOf(look.open), ms: countOf(look.with, id).ms }))
    .filter(({ openMs, ms }) => (how.percent / 100) * openMs - ms > longest);
  if (short.length === 0) return [];
  const possible = Math.min(...short.map(({ openMs, ms }) => Math.floor((100 * ms) / openMs)));
  const others = sharesBeside(laid);
  const found = { ...foundOn(laid, 'costs'), field: 'how' as const, day: dayOf(short[0]?.look ?? ({} as Look)) };
  const { percent } = how;
  const sum = percent + others;
  if (sum > 100) return [{ ...found, reason: reason('plan.shareOver', { percent, others, sum, possible }) }];
  return [{ ...found, reason: reason('plan.shareShort', { percent, possible }) }];
}

/** Percents of other shares that are given time on the days that are looked at. */
function sharesBeside({ stage, looks }: Laid): number {
  return stage.question.bookings
    .filter(({ id }) => looks.some((look) => countOf(look.without, id).plays > 0))
    .reduce((sum, { how }) => sum + (how.kind === 'share' ? how.percent : 0), 0);
}

function frequencyShort(laid: Laid): Finding[] {
  const { how, id } = laid.draft;
  if (how.kind !== 'frequency') return [];
  const short = laid.looks.filter((look) => {
    const isNoted = notesOf(look.with, id).some(({ code }) => code === 'why.frequencyShort');
    return isNoted && playsAsked(how, look) - countOf(look.with, id).plays > playsForgiven(how, look);
  });
  const [first] = short;
  if (!first) return [];
  const given = (look: Look) => {
    const { plays } = countOf(look.with, id);
    return how.per === 'day' ? plays : Math.floor(plays / (lengthOf(look.open) / HOUR_MS));
  };
  const possible = Math.min(...short.map(given));
  const found = { ...foundOn(laid, 'costs'), field: 'how' as const, day: dayOf(first) };
  return [{ ...found, reason: reason('plan.frequencyShort', { plays: how.plays, possible }) }];
}

type Frequency = Extract<BookingHow, { kind: 'frequency' }>;

/** Of one day: so many in each opening, or in each hour of it. */
function playsAsked({ plays, per }: Frequency, look: Look): number {
  return openingsOf(look).reduce((sum, ms) => sum + (per === 'day' ? plays : Math.round((ms / HOUR_MS) * plays)), 0);
}

/** The last of an opening may come up too late to be over by closing; of few plays none is forgiven. */
function playsForgiven(how: Frequency, look: Look): number {
  return Math.min(openingsOf(look).length, playsAsked(how, look) / 100);
}

/** Lengths of those parts of its hours, each within one opening, in which its display is open, ms. */
function openingsOf({ kind, open }: Look): number[] {
  return kind.blocks
    .map(({ start, end }) => lengthOf(open.filter((window) => window.start >= start && window.end <= end)))
    .filter((ms) => ms > 0);
}

function tooNear(laid: Laid): Finding[] {
  return laid.looks.flatMap((look) =>
    notesOf(look.with, laid.draft.id)
      .filter(({ code }) => code.startsWith('why.tooNear'))
      .map((because) => ({
        ...foundOn(laid, 'notice'),
        field: 'how' as const,
        day: dayOf(look),
        reason: because,
      })),
  );
}

/** Rotation gives way to everything and is owed nothing. */
export function costsOthers(laid: Laid): Finding[] {
  const { bookings } = laid.stage.question;
  return bookings.flatMap((other) => {
    const hurt = laid.looks.find((look) => lossOf(other, look) > 0);
    if (!hurt) return [];
    const plays = Math.max(...laid.looks.map((look) => lossOf(other, look)));
    return [
      {
        severity: 'costs' as const,
        displayIds: laid.stage.displayIds,
        field: 'priority' as const,
        day: dayOf(hurt),
        reason: reason('plan.costsOther', { booking: other.name, plays }),
      },
    ];
  });
}

/** Plays a day; a share may be a play off by rounding. */
export function lossOf({ id, how }: Booking, look: Look): number {
  const [before, after] = [countOf(look.without, id), countOf(look.with, id)];
  if (how.kind === 'rotation') return 0;
  if (how.kind === 'exact') return before.onTime - after.onTime;
  const lost = before.plays - after.plays;
  return how.kind === 'share' && lost <= 1 ? 0 : lost;
}

/** Nothing is wrong with it, and still there is no place left for it. */
export function findNoTime(laid: Laid): Finding[] {
  if (laid.material.pieces.length === 0 || laid.looks.length === 0) return [];
  const found = foundOn(laid, 'costs');
  if (found.severity !== 'stops') return [];
  return [{ ...found, field: 'priority', day: dayOf(laid.looks[0] as Look), reason: reason('plan.noTime') }];
}
