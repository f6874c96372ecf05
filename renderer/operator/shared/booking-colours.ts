/**
 * One colour per booking, agency or category out of twelve that stay apart for colour-blind eyes (after Paul Tol's "light" scheme, made for
 * cells with dark text); more bookings begin anew. Filler and slate are grey and hatched. Red is not among them: it is on air.
 */
export const PALETTE = [
  '#77aadd',
  '#ee8866',
  '#44bb99',
  '#eedd88',
  '#cc99dd',
  '#99ddff',
  '#bbcc33',
  '#ffaabb',
  '#aaaa00',
  '#c2a383',
  '#8899ee',
  '#66ccbb',
] as const;

/** Dark enough on every colour of the palette for AA text. */
export const INK = '#10151c';

export type ColourOf = (id: string) => string;

const STORED_UNDER = 'suar.colours';
const MOST_STORED = 2000;
const isPage = typeof window !== 'undefined';
function stored(): [string, number][] {
  try {
    return isPage ? JSON.parse(localStorage.getItem(STORED_UNDER) ?? '[]') : [];
  } catch {
    return [];
  }
}

/** By id, the place in the palette. Kept, so that nobody's colour changes when another one goes. */
const given = new Map<string, number>(stored());

/**
 * The colour of each is that of its id, or where one beside it already has that, the next one that is free: the first twelve
 * have twelve.
 */
export function coloursOf(things: readonly { id: string }[]): ColourOf {
  const fresh = things.filter(({ id }) => !given.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (fresh.length > 0) {
    const taken = new Set(things.map(({ id }) => given.get(id)));
    for (const { id } of fresh) {
      const own = hashOf(id) % PALETTE.length;
      const free = PALETTE.map((_, step) => (own + step) % PALETTE.length).find((place) => !taken.has(place)) ?? own;
      given.set(id, free);
      taken.add(free);
    }
    if (isPage) localStorage.setItem(STORED_UNDER, JSON.stringify([...given].slice(-MOST_STORED)));
  }
  return (id) => PALETTE[given.get(id) ?? 0] ?? PALETTE[0];
}

/** FNV-1a. */
const hashOf = (id: string): number =>
  [...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x1000193), 0x811c9dc5) >>> 0;
