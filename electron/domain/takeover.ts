/** Which takeovers hold for a display, and which of several comes on top. Pure; the same at the station and at the display. */
import { ARMED_AT, type Takeover, type TakeoverOrder } from '../contract/records/takeover';
import { DAY_MS } from './calendar';

/** As much of a takeover, or of an order made of it, as its time needs. */
export interface Spell {
  from: number;
  until: number | null;
  endedAt?: number | null;
}
type Ranked = Spell &
  Pick<Takeover, 'id' | 'test'> & { cue: Takeover['cue'] | boolean } & (
    | { what: Takeover['what'] }
    | { show: TakeoverOrder['show'] }
  );

/** When it ends as far as is known, epoch ms; infinite until someone ends it. */
export function endOf({ until, endedAt }: Spell): number {
  return Math.min(until ?? Number.POSITIVE_INFINITY, endedAt ?? Number.POSITIVE_INFINITY);
}

/** How long it is to be seen, ms: one without an end longer than any rule lets it; a cue goes with its item, and for how long is not known. */
export function heldMs({ from, until, cue = null }: Spell & { cue?: Ranked['cue'] }): number | undefined {
  if (cue) return undefined;
  return until === null ? OPEN_MS : Math.min(OPEN_MS, Math.max(0, until - from));
}
const OPEN_MS = 366 * DAY_MS;

/** One ended before its start never comes. */
export function isOver(spell: Spell, now: number): boolean {
  return endOf(spell) <= Math.max(now, spell.from);
}

export function holds(spell: Spell, now: number): boolean {
  return spell.from <= now && now < endOf(spell);
}

/** Whether it is meant for a display that is in these groups. */
export function isMeant({ where }: Pick<Takeover, 'where'>, displayId: string, groupIds: ReadonlySet<string>): boolean {
  return where.all || where.displayIds.includes(displayId) || where.groupIds.some((id) => groupIds.has(id));
}

/**
 * Puts the one that comes on top first, of those that hold at once: what is real before a drill, an emergency before all else,
 * then what began last. A cue of a rundown comes under all of them.
 */
export function byPrecedence(a: Ranked, b: Ranked): number {
  return rank(b) - rank(a) || b.from - a.from || (a.id < b.id ? 1 : -1);
}

function rank(takeover: Ranked): number {
  const shown = 'what' in takeover ? takeover.what : takeover.show;
  if (takeover.cue) return -1;
  return (takeover.test ? 0 : 2) + (shown.kind === 'text' && shown.tone === 'emergency' ? 1 : 0);
}

/** The one that is to be seen now; null when none holds. */
export function onTop<T extends Ranked>(takeovers: readonly T[], now: number): T | null {
  return takeovers.filter((takeover) => holds(takeover, now)).sort(byPrecedence)[0] ?? null;
}

/** The next instant at which one begins or ends; null when nothing changes by itself any more. */
export function nextEdge(takeovers: readonly Spell[], now: number): number | null {
  const edges = takeovers.flatMap((takeover) =>
    isOver(takeover, now) ? [] : [takeover.from, endOf(takeover)].filter((edge) => edge > now && edge < ARMED_AT),
  );
  return edges.length > 0 ? Math.min(...edges) : null;
}
