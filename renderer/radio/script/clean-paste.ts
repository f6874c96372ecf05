/** What of a pasted page is left out: only text and bold survive, and a person is told when there was more. Pure. */
export type LeftOut = 'pictures' | 'tables' | 'links' | 'styles' | 'length';

const SIGNS: [LeftOut, RegExp][] = [
  ['pictures', /<(?:img|svg|picture|video|canvas|v:imagedata)\b/i],
  ['tables', /<table\b/i],
  ['links', /<a\s[^>]*\bhref/i],
  [
    'styles',
    /<(?:i|em|u|s|sup|sub|h[1-6]|font)\b|\bstyle\s*=\s*["'][^"']*(?:color|font-(?:size|family|style)|background|underline)/i,
  ],
];

/** Beyond this a paste is cut: a script holds no more (`MAX_SCRIPT_BYTES`). */
export const MOST_TEXT = 300_000;
/** Of a page's source, most of which is styles. */
const MOST_HTML = 4_000_000;

/** Of html that our own editor put on the clipboard nothing is. */
export function leftOutOf(html: string): LeftOut[] {
  if (/data-pm-slice/.test(html)) return [];
  const seen = SIGNS.flatMap(([what, sign]) => (sign.test(html) ? [what] : []));
  return html.length > MOST_HTML ? [...seen, 'length'] : seen;
}

/** Without what a parser would otherwise read as text: comments, style sheets, scripts, Word's own markup. */
export function cleanHtml(html: string): string {
  return html
    .slice(0, MOST_HTML)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|head|xml|title|svg)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?(?:o|w|m|v):[^>]*>/gi, '');
}
