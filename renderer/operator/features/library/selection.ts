/**
 * Selection over a long list that is only partly loaded: which ids are chosen, where the cursor stands and where
 * a range began. Positions are indexes into the list as filtered and sorted now; `idAt` names them.
 */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** Where the keyboard stands; -1 before anything was touched. */
  readonly cursor: number;
  /** Where a shift-range begins. */
  readonly anchor: number;
}

export const NOTHING: Selection = { chosen: new Set(), cursor: -1, anchor: -1 };

export interface Touch {
  shift: boolean;
  ctrl: boolean;
}
export type IdAt = (index: number) => string | undefined;

/** A click: alone it chooses one, ctrl toggles, shift takes the range from the anchor (ctrl+shift adds it). */
export function touch(selection: Selection, index: number, keys: Touch, idAt: IdAt): Selection {
  if (keys.shift && selection.anchor >= 0) return extend(selection, index, keys.ctrl, idAt);
  return keys.ctrl ? toggle(selection, index, idAt) : only(index, idAt);
}

/** One chosen, nothing else. */
export function only(index: number, idAt: IdAt): Selection {
  const id = idAt(index);
  return { chosen: new Set(id === undefined ? [] : [id]), cursor: index, anchor: index };
}

/** Space or ctrl+click: in or out, the rest stays. */
export function toggle(selection: Selection, index: number, idAt: IdAt): Selection {
  const id = idAt(index);
  const chosen = new Set(selection.chosen);
  if (id !== undefined && !chosen.delete(id)) chosen.add(id);
  return { chosen, cursor: index, anchor: index };
}

function extend(selection: Selection, index: number, keep: boolean, idAt: IdAt): Selection {
  const chosen = new Set(keep ? selection.chosen : []);
  for (const position of between(selection.anchor, index)) {
    const id = idAt(position);
    if (id !== undefined) chosen.add(id);
  }
  return { chosen, cursor: index, anchor: selection.anchor };
}

/** Both ends included, in ascending order. */
export function between(a: number, b: number): number[] {
  const first = Math.min(a, b);
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, step) => first + step);
}

/** Keeps what is still in the list after records moved or a filter changed. */
export function retain(selection: Selection, stillThere: (id: string) => boolean): Selection {
  const chosen = new Set([...selection.chosen].filter(stillThere));
  return chosen.size === selection.chosen.size ? selection : { ...selection, chosen };
}

/** How a key moves through `total` cells in rows of `columns`; null when the key does not move. */
export function step(key: string, from: number, total: number, columns: number, page: number): number | null {
  if (total === 0) return null;
  const at = Math.max(from, 0);
  const target = moves(at, total, columns, page)[key];
  if (target === undefined) return null;
  return from < 0 ? 0 : Math.min(Math.max(target, 0), total - 1);
}

function moves(at: number, total: number, columns: number, page: number): Record<string, number> {
  const sideways: Record<string, number> = columns > 1 ? { ArrowLeft: at - 1, ArrowRight: at + 1 } : {};
  return {
    ...sideways,
    ArrowUp: at - columns < 0 ? at : at - columns,
    ArrowDown: at + columns > total - 1 ? (onLastRow(at, total, columns) ? at : total - 1) : at + columns,
    PageUp: at - page * columns,
    PageDown: at + page * columns,
    Home: 0,
    End: total - 1,
  };
}

function onLastRow(at: number, total: number, columns: number): boolean {
  return Math.floor(at / columns) === Math.floor((total - 1) / columns);
}
