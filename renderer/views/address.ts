/** Which view of which rundown an address asks for. Pure. */
export const VIEWS = ['prompter', 'presenter', 'guest', 'wall', 'phone', 'read'] as const;
export type View = (typeof VIEWS)[number];

export interface Address {
  /** Null: the list of all. */
  view: View | null;
  rundownId: string;
}

const PATH = /^\/view\/(?:(\w+)\/)?([0-9A-HJKMNP-TV-Z]{26})\/?$/;

/** Null where there is nothing at that address. */
export function addressOf(path: string): Address | null {
  const [, name, rundownId] = PATH.exec(path) ?? [];
  if (!rundownId) return null;
  const view = VIEWS.find((known) => known === name) ?? null;
  return name !== undefined && view === null ? null : { view, rundownId };
}
