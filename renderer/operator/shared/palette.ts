/** Twelve colours for categories, told apart also with the common kinds of colour blindness (after Paul Tol's schemes). */
const COLOURS = [
  '#4477aa',
  '#66ccee',
  '#228833',
  '#ccbb44',
  '#aa3377',
  '#ee8866',
  '#77aadd',
  '#44bb99',
  '#aaaa00',
  '#99ddff',
  '#882255',
  '#999933',
] as const;

/** The same text always has the same colour. */
export function colourOf(text: string): string {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}
