/** The loop form as a value: what is filled in, and what can be done to its slots and hours. Pure. */
import type { LoopPolicyDraft } from '../../../../../electron/contract/api/policies';
import type { LoopPolicy, OpenHours, Slot } from '../../../../../electron/contract/records/loop-policy';
import type { Weekday } from '../../../../../electron/contract/scalars';
import { newId } from '../../../../../electron/contract/ulid';
import { playsADay } from '../../../../../electron/domain/loops';

export const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const PURPOSES = ['any', 'ilm', 'partner', 'station', 'filler'] as const satisfies Slot['purpose'][];
export const USUAL_SECONDS = [15, 30, 60];

/** A slot with a name of its own, so that it keeps its place on screen while it is moved. */
export interface SlotRow extends Slot {
  key: string;
}
export type LoopForm = Omit<LoopPolicyDraft, 'slots'> & { slots: SlotRow[] };

export const slotRow = (slot: Slot): SlotRow => ({ ...slot, key: newId() });

/** A new loop is the one most panels have: ten slots of 30 s, 06:00 to 22:00. */
export function emptyLoop(name: string): LoopForm {
  return {
    name,
    where: { displayIds: [], groupIds: [] },
    slots: Array.from({ length: 10 }, () => slotRow({ ms: 30_000, purpose: 'any' })),
    hours: EVERY_DAY.map((weekday) => ({ weekday, opens: '06:00:00', closes: '22:00:00' })),
    closures: [],
    separation: { agency: false, category: false, sameClipMs: 0 },
  };
}

export function loopForm({ id: _id, rev: _rev, createdAt: _at, slots, ...rest }: LoopPolicy): LoopForm {
  return { ...rest, slots: slots.map(slotRow) };
}

export function draftOf({ slots, ...rest }: LoopForm): LoopPolicyDraft {
  return { ...rest, name: rest.name.trim(), slots: slots.map(({ ms, purpose }) => ({ ms, purpose })) };
}

/** The slots with one moved by so many places, as far as the loop goes. */
export function moveSlot(slots: readonly SlotRow[], key: string, by: number): SlotRow[] {
  const from = slots.findIndex((slot) => slot.key === key);
  const to = Math.max(0, Math.min(slots.length - 1, from + by));
  const moved = slots[from];
  if (!moved || to === from) return [...slots];
  const others = slots.filter((slot) => slot.key !== key);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** Every weekday open as this one is. */
export function copyToAll(hours: readonly OpenHours[], from: Weekday): OpenHours[] {
  const lines = hours.filter(({ weekday }) => weekday === from);
  return EVERY_DAY.flatMap((weekday) => lines.map((line) => ({ ...line, weekday })));
}

/** Fewest and most plays of a slot on a day that is open at all; null where none is. */
export function playRange(
  slots: readonly Slot[],
  hours: readonly OpenHours[],
  index?: number,
): [number, number] | null {
  const open = EVERY_DAY.filter((day) => hours.some(({ weekday }) => weekday === day));
  const plays = open.flatMap((day) => {
    const each = playsADay(slots, hours, day);
    return index === undefined ? each : (each[index] ?? []);
  });
  return plays.length === 0 ? null : [Math.min(...plays), Math.max(...plays)];
}
