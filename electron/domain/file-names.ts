/** What a file is called by people. Names come from strangers: they are shown, never followed. */

const LONGEST_ORIGINAL = 1024;
const LONGEST_NAME = 200;
const NAMELESS = 'tanpa nama';

/** Control characters, and the invisible ones that reorder or hide text (UAX #9; U+200B and U+FEFF). Joiners stay: emoji need them. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
const LINE_BREAKS = /[\t\n\r\u0085\u2028\u2029]+/g;
const EXTENSION = /(?<=.)\.[\p{L}\p{N}]{1,8}$/u;

/** The last part of a path or name, safe to show; at most 1,024 UTF-16 units. Never use the result as a path. */
export function printableName(raw: string): string {
  const last = raw.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const clean = last
    .replace(LINE_BREAKS, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(UNPRINTABLE, '')
    .trim();
  return clip(clean, LONGEST_ORIGINAL) || NAMELESS;
}

/** What an asset is called at first: the file's name without its extension, 1..200 UTF-16 units. */
export function displayName(originalName: string): string {
  const printable = printableName(originalName);
  const stem = printable.replace(EXTENSION, '').trim();
  return clip(stem || printable, LONGEST_NAME);
}

/** Lower-case extension without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return (EXTENSION.exec(name)?.[0] ?? '').slice(1).toLowerCase();
}

/** Cuts between characters as people see them, so that no emoji is halved. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('id').segment(text.slice(0, most + 64))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end || most).trim();
}
