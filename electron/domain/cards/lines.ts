/** Text cut into lines that fit a width. Pure; widths are measured once for each word and scaled. */
import { NB } from './typography';

/** Width, px, of a text in the given weight at 100 px. */
export type Measure = (text: string, weight: number) => number;
/** The same at any size. */
export type Width = (text: string, size: number, weight: number) => number;

/** Typefaces grow a little unevenly where a canvas rounds them to its pixels. */
const SLACK = 1.01;

/** Asks for each text once: a layout tries many sizes. */
export function widthsBy(measure: Measure): Width {
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight} ${text}`;
    const at100 = known.get(key) ?? measure(text, weight);
    known.set(key, at100);
    return (at100 * size * SLACK) / 100;
  };
}

export interface Setting {
  size: number;
  weight: number;
  width: Width;
}

const CLUSTERS = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** Lines of at most `most` px. A word that is wider is cut, with a hyphen: nothing ever runs over the edge. */
export function linesOf(text: string, most: number, setting: Setting): string[] {
  return text.split('\n').flatMap((paragraph) => wrapped(paragraph, most, setting));
}

function wrapped(paragraph: string, most: number, setting: Setting): string[] {
  const fits = (words: string) => setting.width(words, setting.size, setting.weight) <= most;
  const space = setting.width(' ', setting.size, setting.weight);
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  const end = () => {
    if (line.length > 0) lines.push(line.join(' '));
    line = [];
    used = 0;
  };
  for (const word of paragraph.split(' ').flatMap((each) => (fits(each) ? [each] : pieces(each, fits)))) {
    const wide = setting.width(word, setting.size, setting.weight);
    if (line.length > 0 && used + space + wide > most) end();
    used += (line.length > 0 ? space : 0) + wide;
    line.push(word);
  }
  end();
  return lines;
}

/** What holds together is parted at its own spaces first, then between letters. */
function pieces(word: string, fits: (words: string) => boolean): string[] {
  if (word.includes(NB)) {
    const at = word.lastIndexOf(NB);
    const [head, tail] = [word.slice(0, at), word.slice(at + 1)];
    return [head, tail].flatMap((part) => (part === '' || fits(part) ? [part] : pieces(part, fits)));
  }
  const cut: string[] = [];
  // A hyphen in an address or a number would be read as a part of it.
  const hyphen = /[/@\d]/.test(word) ? '' : '-';
  let piece = '';
  for (const { segment } of CLUSTERS.segment(word)) {
    if (piece !== '' && !fits(`${piece}${segment}${hyphen}`)) {
      cut.push(fits(`${piece}${hyphen}`) ? `${piece}${hyphen}` : piece);
      piece = '';
    }
    piece += segment;
  }
  return [...cut, piece];
}
