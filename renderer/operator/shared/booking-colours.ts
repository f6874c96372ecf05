/**
 * One colour per booking out of twelve that stay apart for colour-blind eyes (after Paul Tol's "light" scheme, made for
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

export type ColourOf = (bookingId: string) => string;

/** Colours by the order of making, so that a booking keeps its own however the list is sorted. */
export function coloursOf(bookings: readonly { id: string }[]): ColourOf {
  const order = bookings.map(({ id }) => id).sort();
  const byId = new Map(order.map((id, index) => [id, PALETTE[index % PALETTE.length] ?? PALETTE[0]]));
  return (id) => byId.get(id) ?? PALETTE[0];
}
