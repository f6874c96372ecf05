/** Whether a rundown is ready to go on air, point by point. Nothing of it forbids the start: who starts decides. Pure. */
import type { SpotProposal } from '../../../../electron/contract/api/spots';
import type { RundownItem } from '../../../../electron/contract/records/rundown-item';
import type { Spoken } from '../../../../electron/contract/rundown-feed';
import type { LocalDate, Reason } from '../../../../electron/contract/scalars';
import { PLAYED } from '../../../../electron/domain/rundown/kinds';
import type { Plan, Row } from '../../../../electron/domain/rundown/plan';
import { troubleIn } from '../../editor/materials-of';
import type { Materials, Trouble } from '../../shared/use-materials';
import { type KeptOut, keptOutOf } from '../../spots/use-kept-out';

export type Point =
  | 'empty'
  | 'approved'
  | 'material'
  | 'script'
  | 'duration'
  | 'hardStarts'
  | 'guests'
  | 'player'
  | 'fill'
  | 'places';

export interface Readiness {
  point: Point;
  ok: boolean;
  /** What it is about, in the order of the rundown: titles, or names of guests by key. */
  about: { id: string; title: string; ms: number | null; trouble?: Trouble; keptOut?: readonly Reason[] }[];
  /** By how much the whole is over (above 0) or under; null where the point is about no time. */
  overMs: number | null;
}

/** Neither where there is no material at all. */
function whyNot(
  item: RundownItem,
  { materials, date, keptOut }: Given,
): Pick<Readiness['about'][number], 'trouble' | 'keptOut'> {
  const trouble = troubleIn(item, materials, date);
  if (trouble) return { trouble };
  const because = keptOut ? keptOutOf(item, keptOut) : [];
  return because.length > 0 ? { keptOut: because } : {};
}

/** A second is nothing that one hears. */
const NOTICED_MS = 1000;

interface Given {
  plan: Plan;
  /** Of the rundown. */
  date: LocalDate;
  /** What the library knows of what is played and shown. */
  materials: Materials;
  /** What the law keeps off the radio; absent before it is known. */
  keptOut?: KeptOut;
  spoken: readonly Spoken[];
  guests: readonly { guestId: string; arrived: boolean }[];
  /** Whether a page plays spots; undefined before it is known. */
  played?: boolean | undefined;
  /** What bookings would make of the breaks; null before it is known. */
  proposal?: Pick<SpotProposal, 'breaks' | 'short'> | null;
}

/** Of spots: who plays them, what bookings would change, and which of them lack places. None where there are none. */
function ofSpots({ plan, played, proposal = null }: Given): Readiness[] {
  const breaks = plan.running.filter(({ item }) => item.spots.length > 0 || item.kind === 'spotBreak');
  const plain = { about: [], overMs: null };
  const points: Readiness[] = [];
  if (breaks.length > 0 && played !== undefined) points.push({ ...plain, point: 'player', ok: played });
  if (!proposal || (breaks.length === 0 && proposal.short.length === 0)) return points;
  const titles = new Map(plan.running.map(({ item }) => [item.id, item.title]));
  const about = (id: string, title: string) => ({ id, title, ms: null });
  const unlike = proposal.breaks
    .filter(({ same }) => !same)
    .map(({ itemId }) => about(itemId, titles.get(itemId) ?? ''));
  const short = proposal.short.map(({ bookingId, name }) => about(bookingId, name));
  return [
    ...points,
    { ...plain, point: 'fill', ok: unlike.length === 0, about: unlike },
    { ...plain, point: 'places', ok: short.length === 0, about: short },
  ];
}

export function readinessOf(given: Given): Readiness[] {
  const { plan, spoken, guests } = given;
  const { running, overMs } = plan;
  if (running.length === 0) return [{ point: 'empty', ok: false, about: [], overMs: null }];
  const written = new Set(spoken.filter(({ words }) => Object.keys(words).length > 0).map(({ itemId }) => itemId));
  const conflicts = running.filter(({ hardAt, gapMs }) => hardAt !== null && Math.abs(gapMs) >= NOTICED_MS);
  const off = overMs !== null && Math.abs(overMs) >= NOTICED_MS;
  const list = (point: Point, rows: readonly Row[]): Readiness => ({
    point,
    ok: rows.length === 0,
    about: rows.map(({ item, gapMs }) => ({
      id: item.id,
      title: item.title,
      ms: point === 'hardStarts' ? -gapMs : null,
      ...(point === 'material' ? whyNot(item, given) : {}),
    })),
    overMs: null,
  });
  const away = guests.filter(({ arrived }) => !arrived);
  return [
    list(
      'approved',
      running.filter(({ item }) => item.status !== 'approved'),
    ),
    list(
      'material',
      running.filter(
        ({ item }) => (PLAYED.has(item.kind) && item.spots.length === 0) || Object.keys(whyNot(item, given)).length > 0,
      ),
    ),
    list(
      'script',
      running.filter(({ item }) => item.kind === 'script' && !written.has(item.id)),
    ),
    { point: 'duration', ok: !off, about: [], overMs: overMs ?? 0 },
    list('hardStarts', conflicts),
    {
      point: 'guests',
      ok: away.length === 0,
      about: away.map(({ guestId }) => ({ id: guestId, title: '', ms: null })),
      overMs: null,
    },
    ...ofSpots(given),
  ];
}
