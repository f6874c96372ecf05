/**
 * Show: a rundown being run, and what became of it. What stands here is enough to go on after a crash: what is on air is
 * known by when it began, and time goes by without anybody counting.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Name } from '../scalars';
import { ItemKind, PartId } from './rundown-item';

/** `hand`: a person took it. `clock`: a hard start, or the roll. `remote`: OSC, MIDI or another program. */
export const TakeSource = z.enum(['hand', 'clock', 'remote']);
export type TakeSource = z.infer<typeof TakeSource>;

/** What is on air. */
export const OnAir = z.object({
  stepId: PartId,
  itemId: PartId,
  startedAt: Instant,
  /** Since when its countdown stands still; null while it goes. */
  heldAt: Instant.nullable(),
  /** How long it stood still before that. */
  heldMs: DurationMs,
});
export type OnAir = z.infer<typeof OnAir>;

export const Signature = z.object({
  name: Name,
  position: z.string().trim().max(200),
  at: Instant,
  note: z.string().max(5000),
});

export const Show = z.object({
  id: Id,
  rev: z.int().min(0),
  rundownId: Id,
  rundownName: Name,
  /** Nothing of a rehearsal goes to displays or the play log, and nobody signs it. */
  rehearsal: z.boolean(),
  /** By how much its times are later than those of the rundown, ms: a rehearsal runs as if its planned start were when it began. */
  shiftMs: z.int(),
  state: z.enum(['onAir', 'ended', 'signed']),
  /** `roll`: each item is taken when the one before it is over. */
  mode: z.enum(['hand', 'roll']),
  plannedStart: Instant,
  /** Null where the rundown asks for no length. */
  plannedEnd: Instant.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** Null before the first take and after the end. */
  current: OnAir.nullable(),
  /** Left out of this show, on air or beforehand. */
  skipped: z.array(PartId).max(2000),
  /** Lengths agreed on air to end on time, by item; the rundown keeps its own. */
  lengths: z.record(PartId, DurationMs),
  /** Counts what happened on air: a command names the number it was given at, so that of two at once one counts. */
  turn: z.int().min(0),
  signature: Signature.nullable(),
});
export type Show = z.infer<typeof Show>;
/** Version 2: rehearsals at another hour. */
export const showRecord = recordType('show', Show, [(old) => ({ ...old, shiftMs: 0 })]);

/** `aired`: to the end that was taken. `skipped`: never. `cut`: off air before its planned length by a hard start or the end. */
export const StepOutcome = z.enum(['onAir', 'aired', 'skipped', 'cut']);

/** One turn of the log: an item as it was planned, with its names as they were, and what became of it. */
export const Step = z.object({
  /** `RUNDOWN:KEY`. */
  id: PartId,
  rev: z.int().min(0),
  showId: Id,
  rundownId: Id,
  itemId: PartId,
  kind: ItemKind,
  title: z.string(),
  plannedStart: Instant.nullable(),
  /** As the rundown asked, whatever was agreed on air. */
  plannedMs: DurationMs,
  /** Agreed on air to end on time; null where it was not. */
  agreedMs: DurationMs.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  heldMs: DurationMs,
  outcome: StepOutcome,
  /** Why it went otherwise than planned, as a person says. */
  why: z.string().max(1000),
  source: TakeSource,
  by: z.string(),
});
export type Step = z.infer<typeof Step>;
/** Version 2: what was agreed stands beside what was planned. Before, it stood in its place, and what it replaced is not known. */
export const stepRecord = recordType('step', Step, [(old) => ({ ...old, agreedMs: null })]);
