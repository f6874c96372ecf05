/**
 * A show's turns: what a command makes of it and of its log. Pure; what cannot be done is a reason. `at` is when it happened, epoch
 * ms; a hard start and the roll name the instant they were meant for, so that a timer's delay adds to nothing.
 */
import type { PartId } from '../../contract/records/rundown-item';
import type { OnAir, Show, Step, TakeSource } from '../../contract/records/show';
import { type Reason, reason } from '../../contract/scalars';
import { elapsedMs, lengthOf, runningOf, stillToCome } from './live';
import type { Plan, Row } from './plan';
import { shifted } from './shift';

export interface Turn {
  at: number;
  by: string;
  source: TakeSource;
  /** Keys for new steps. */
  newKey: () => string;
}

/** The show as it is now, and the steps of its log that are new or changed. */
export interface Ran {
  show: Show;
  steps: Step[];
}
export type Outcome = Ran | Reason;
export const isRefusal = (outcome: Outcome): outcome is Reason => 'code' in outcome;

/** Shorter than this by a timer's grain is no cut. */
const GRAIN_MS = 1000;

export type NewShow = Pick<Show, 'id' | 'rundownId' | 'rundownName' | 'rehearsal'>;

/** On air with the first item that counts. `written`: the times as they stand in the rundown; those of a rehearsal begin now. */
export function started(fields: NewShow, written: Plan, turn: Turn): Outcome {
  const shiftMs = fields.rehearsal ? turn.at - written.start : 0;
  const plan = shifted(written, shiftMs);
  const show: Show = {
    ...fields,
    shiftMs,
    rev: 0,
    state: 'onAir',
    mode: 'hand',
    plannedStart: plan.start,
    plannedEnd: plan.plannedEnd,
    startedAt: turn.at,
    endedAt: null,
    current: null,
    skipped: [],
    lengths: {},
    turn: 0,
    signature: null,
  };
  const first = plan.running[0];
  return first ? onAir({ show, steps: [] }, first, turn) : reason('show.nothing');
}

/** Takes the next item, or the one named: of a segment its first. `steps`: the log so far. */
export function taken(
  show: Show,
  plan: Plan,
  steps: readonly Step[],
  { itemId, ...turn }: Turn & { itemId: PartId | null },
): Outcome {
  const row = itemId === null ? stillToCome(plan, runningOf(show, steps))[0] : rowFor(plan, itemId);
  if (!row) return reason(itemId === null ? 'show.noNext' : 'show.noItem');
  return onAir(closed(show, plan, steps, turn), row, turn);
}

/** The item before the one on air, anew. */
export function wentBack(show: Show, plan: Plan, steps: readonly Step[], turn: Turn): Outcome {
  const left = new Set(show.skipped);
  const at = plan.running.findIndex(({ item }) => item.id === show.current?.itemId);
  const row = plan.running.slice(0, Math.max(0, at)).findLast(({ item }) => !left.has(item.id));
  return row ? onAir(closed(show, plan, steps, turn), row, turn) : reason('show.noBefore');
}

/** The countdown stands still, or goes on. Twice the same changes nothing. */
export function held(show: Show, on: boolean, { at }: Turn): Outcome {
  const { current } = show;
  if (!current || (current.heldAt !== null) === on) return { show, steps: [] };
  const next: OnAir = on ? { ...current, heldAt: at } : { ...current, heldAt: null, heldMs: heldSoFar(current, at) };
  return { show: { ...show, current: next, turn: show.turn + 1 }, steps: [] };
}

export function skipped(show: Show, itemIds: readonly PartId[], on: boolean): Outcome {
  if (on && itemIds.includes(show.current?.itemId ?? '')) return reason('show.skipsCurrent');
  const others = show.skipped.filter((id) => !itemIds.includes(id));
  const next = on ? [...others, ...new Set(itemIds)] : others;
  return { show: { ...show, skipped: next, turn: show.turn + 1 }, steps: [] };
}

/** Items left out and lengths agreed, as one. */
export function fitted(show: Show, drop: readonly PartId[], lengths: Readonly<Record<PartId, number>>): Outcome {
  const without = skipped(show, drop, true);
  return isRefusal(without)
    ? without
    : { ...without, show: { ...without.show, lengths: { ...show.lengths, ...lengths } } };
}

/** Off air. What counted and was never on air is in the log as skipped. */
export function ended(show: Show, plan: Plan, steps: readonly Step[], turn: Turn): Ran {
  const last = closed(show, plan, steps, turn);
  const aired = new Set(steps.map(({ itemId }) => itemId));
  const never = plan.running
    .filter(({ item }) => !aired.has(item.id))
    .map((row): Step => ({ ...stepOf(show, row, turn), endedAt: turn.at, outcome: 'skipped' }));
  const { turn: count } = last.show;
  return {
    show: { ...last.show, state: 'ended', endedAt: turn.at, current: null, turn: count + 1 },
    steps: [...last.steps, ...never],
  };
}

/** The station's clock was set: what is on air goes on as if nothing were, and ends as much later or earlier by the new clock. */
export function clockSet(show: Show, steps: readonly Step[], byMs: number): Ran {
  const { current } = show;
  if (!current) return { show, steps: [] };
  const { startedAt, heldAt } = current;
  const moved = { ...current, startedAt: startedAt + byMs, heldAt: heldAt === null ? null : heldAt + byMs };
  const open = openOf(steps);
  const after = open ? [{ ...open, startedAt: open.startedAt + byMs }] : [];
  return { show: { ...show, ...(show.rehearsal ? movedTimes(show, byMs) : {}), current: moved }, steps: after };
}

/** A rehearsal stands apart from the clock of the day. */
function movedTimes({ shiftMs, plannedStart, plannedEnd }: Show, byMs: number) {
  const end = plannedEnd === null ? null : plannedEnd + byMs;
  return { shiftMs: shiftMs + byMs, plannedStart: plannedStart + byMs, plannedEnd: end };
}

function rowFor(plan: Plan, itemId: PartId): Row | undefined {
  const row = plan.byId.get(itemId);
  if (!row || row.runs) return row;
  return plan.running.find(({ item }) => item.parentId === itemId);
}

function onAir({ show, steps }: Ran, row: Row, turn: Turn): Ran {
  const step = stepOf(show, row, turn);
  const current = { stepId: step.id, itemId: row.item.id, startedAt: turn.at, heldAt: null, heldMs: 0 };
  const left = show.skipped.filter((id) => id !== row.item.id);
  return { show: { ...show, current, skipped: left, turn: show.turn + 1 }, steps: [...steps, step] };
}

function stepOf(show: Show, row: Row, { at, by, source, newKey }: Turn): Step {
  const { id: itemId, kind, title, rundownId } = row.item;
  return {
    id: `${rundownId}:${newKey()}`,
    rev: 0,
    showId: show.id,
    rundownId,
    itemId,
    kind,
    title,
    plannedStart: row.start,
    plannedMs: row.ms,
    agreedMs: show.lengths[itemId] ?? null,
    startedAt: at,
    endedAt: null,
    heldMs: 0,
    outcome: 'onAir',
    why: '',
    source,
    by,
  };
}

/** What is on air is over. */
function closed(show: Show, plan: Plan, steps: readonly Step[], { at, source }: Turn): Ran {
  const { current } = show;
  const open = openOf(steps);
  if (!current || !open) return { show: { ...show, current: null }, steps: [] };
  const row = plan.byId.get(current.itemId);
  const left = (row ? lengthOf(row, show) : open.plannedMs) - elapsedMs(current, at);
  const outcome = source === 'clock' && left > GRAIN_MS ? 'cut' : 'aired';
  // It may have been agreed while it was on air.
  const agreedMs = show.lengths[open.itemId] ?? null;
  const step: Step = {
    ...open,
    agreedMs,
    endedAt: Math.max(at, open.startedAt),
    heldMs: heldSoFar(current, at),
    outcome,
  };
  return { show: { ...show, current: null }, steps: [step] };
}

const openOf = (steps: readonly Step[]): Step | null => steps.find(({ endedAt }) => endedAt === null) ?? null;

function heldSoFar({ heldAt, heldMs }: OnAir, at: number): number {
  return heldMs + (heldAt === null ? 0 : Math.max(0, at - heldAt));
}
