/** The spots of an item as they will be heard: one after another without a gap, against the planned length. Pure; all ms. */
import type { CartMaterial, ReadyMaterial } from '../../../electron/contract/api/cart';
import type { ItemSpot } from '../../../electron/contract/records/rundown-item';
import { type Reason, reason } from '../../../electron/contract/scalars';

export interface BreakLine {
  spot: ItemSpot;
  name: string;
  /** Null: it is left out, for the reasons given. */
  material: ReadyMaterial | null;
  /** After the break's start; of one that is left out, where it would have been. */
  startMs: number;
  ms: number;
  because: readonly Reason[];
}

export interface BreakPlan {
  lines: readonly BreakLine[];
  totalMs: number;
  plannedMs: number;
  /** Above 0: over the planned length; below: as much is left to fill. */
  overMs: number;
  /** Spots that cannot be played. */
  missing: number;
}

export type MaterialOf = (assetId: string) => CartMaterial | undefined;

/** `now`: epoch ms; what may air only until then is left out. */
export function planBreak(
  spots: readonly ItemSpot[],
  materialOf: MaterialOf,
  plannedMs: number,
  now: number,
): BreakPlan {
  let at = 0;
  const lines = spots.map((spot) => {
    const line = lineOf(spot, materialOf(spot.assetId), at, now);
    at += line.ms;
    return line;
  });
  const missing = lines.filter(({ material }) => material === null).length;
  return { lines, totalMs: at, plannedMs, overMs: at - plannedMs, missing };
}

function lineOf(spot: ItemSpot, material: CartMaterial | undefined, startMs: number, now: number): BreakLine {
  const out = (name: string, because: readonly Reason[]): BreakLine => ({
    ...{ spot, name, material: null, startMs, ms: 0, because },
  });
  if (!material) return out(spot.assetId, [reason('cart.notReady', { asset: spot.assetId })]);
  if (material.state !== 'ready') return out(material.name, material.because);
  const late = expiredBy(material, now);
  if (late) return out(material.name, [late]);
  const kept = material.leftOut.filter(({ key }) => key === spot.key);
  if (kept.length > 0)
    return out(
      material.name,
      kept.map(({ because }) => because),
    );
  return { spot, name: material.name, material, startMs, ms: material.durationMs, because: material.warnings };
}

/** Why it may no longer air, at the moment it is to be played. */
export function expiredBy({ airsUntil, name }: ReadyMaterial, now: number): Reason | null {
  return airsUntil !== null && now >= airsUntil ? reason('cart.hasExpired', { asset: name }) : null;
}

export interface BreakClock {
  /** Which line is heard; null before the first and after the last. */
  line: number | null;
  /** Left of that line. */
  lineMs: number;
  /** Left of the spots. */
  spotsMs: number;
  /** Left of the planned length; below 0: over it. */
  plannedMs: number;
}

export function breakClock(plan: BreakPlan, elapsedMs: number): BreakClock {
  const heard = (each: BreakLine) => each.startMs <= elapsedMs && elapsedMs < each.startMs + each.ms;
  const line = plan.lines.findIndex(heard);
  const on = plan.lines[line];
  return {
    line: on ? line : null,
    lineMs: on ? on.startMs + on.ms - elapsedMs : 0,
    spotsMs: Math.max(0, plan.totalMs - elapsedMs),
    plannedMs: plan.plannedMs - elapsedMs,
  };
}
