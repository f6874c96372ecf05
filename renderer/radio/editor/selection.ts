/** Which rows are chosen, which one the keys act from, and where a stretch began. Pure; `order` is what is in sight, from top to bottom. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The row that has the keys. */
  readonly at: string | null;
  /** Where shift stretches from. */
  readonly from: string | null;
}

export const NOTHING: Selection = { ids: new Set(), at: null, from: null };

export const only = (id: string): Selection => ({ ids: new Set([id]), at: id, from: id });

/** One more, or one less. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, at: id, from: id };
}

export function stretched(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.from ?? id;
  const [a, b] = [order.indexOf(from), order.indexOf(id)];
  if (a < 0 || b < 0) return only(id);
  return { ids: new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)), at: id, from };
}

/** Arrow keys: `by` rows on, as far as there are rows. */
export function stepped(selection: Selection, by: number, extend: boolean, order: readonly string[]): Selection {
  if (order.length === 0) return NOTHING;
  const at = selection.at === null ? -1 : order.indexOf(selection.at);
  const to = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(Math.max(at + by, 0), order.length - 1);
  const id = order[to];
  if (id === undefined) return NOTHING;
  return extend ? stretched(selection, id, order) : only(id);
}

export const everything = (selection: Selection, order: readonly string[]): Selection => ({
  ids: new Set(order),
  at: selection.at ?? order[0] ?? null,
  from: order[0] ?? null,
});

/** Without what is gone; the keys go to the row that took its place, by the order as it was before. */
export function kept(selection: Selection, order: readonly string[], before: readonly string[]): Selection {
  const there = new Set(order);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  const at = selection.at === null || there.has(selection.at) ? selection.at : beside(selection.at, there, before);
  if (at === selection.at && ids.size === selection.ids.size) return selection;
  if (ids.size === 0 && at !== null) ids.add(at);
  return { ids, at, from: selection.from !== null && there.has(selection.from) ? selection.from : at };
}

function beside(id: string, there: ReadonlySet<string>, before: readonly string[]): string | null {
  const at = before.indexOf(id);
  const stays = (each: string) => there.has(each);
  return before.slice(at + 1).find(stays) ?? before.slice(0, Math.max(0, at)).findLast(stays) ?? null;
}
