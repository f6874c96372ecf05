/** How long a script takes to read. Words are counted as they stand between spaces: a figure is one, and so is a `%` alone. */
import { type Presenter, USUAL_WPM } from '../../contract/records/programme';
import type { ScriptDoc, ScriptInline } from '../../contract/records/script';
import type { Spoken } from '../../contract/rundown-feed';

const MINUTE = 60_000;
/** Read on air for less than this, a rate is not yet known. */
const ENOUGH_MS = 5 * MINUTE;
/** What a person may set: a rate learnt from a log that is wrong stays within it, and is never 0. */
const SLOWEST_WPM = 60;
const FASTEST_WPM = 300;

type Said = Pick<Spoken, 'words' | 'pausesMs'>;
type Rate = Pick<Presenter, 'wpm' | 'learnt'>;

/** Words of the lines by speaker (empty: whoever presents), and pauses. What is for the studio is not read. */
export function spokenOf(doc: ScriptDoc): Said {
  // A map: a speaker may be called `constructor`.
  const words = new Map<string, number>();
  let pausesMs = 0;
  for (const block of doc.content) {
    if (block.type !== 'line') continue;
    const { speaker } = block.attrs;
    for (const inline of block.content ?? []) if (inline.type === 'pause') pausesMs += inline.attrs.ms;
    const count = countWords(spokenText(block.content ?? []));
    if (count > 0) words.set(speaker, (words.get(speaker) ?? 0) + count);
  }
  return { words: Object.fromEntries(words), pausesMs };
}

/** What is said of it: how it is spoken, where that is written. */
function spokenText(inlines: readonly ScriptInline[]): string {
  return inlines
    .map((inline, at) => {
      if (inline.type === 'pause') return ' ';
      const say = sayOf(inline);
      if (say === '') return inline.text;
      // Half of it in emphasis: two texts that lie together under one mark, said once.
      return say === sayOf(inlines[at - 1]) ? '' : say;
    })
    .join('');
}

/** Empty where it is spoken as it is written. */
function sayOf(inline: ScriptInline | undefined): string {
  if (inline?.type !== 'text') return '';
  return inline.marks?.find((mark) => mark.type === 'phonetic')?.attrs.say.trim() ?? '';
}

/** Whatever holds a letter, a digit or a symbol that is read out, between spaces: a dash alone is not read. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}\p{Sc}%&@+=\u00b0]/u.test(word)).length;
}

/** Words a minute: as set, else as learnt once enough was read, else the usual. */
export function rateOf(presenter: Rate | undefined): number {
  if (!presenter) return USUAL_WPM;
  if (presenter.wpm !== null) return presenter.wpm;
  const { words, ms } = presenter.learnt;
  if (ms < ENOUGH_MS || words === 0) return USUAL_WPM;
  return Math.min(FASTEST_WPM, Math.max(SLOWEST_WPM, Math.round((words * MINUTE) / ms)));
}

/** Reading time in ms. `rates`: words a minute by speaker's name; `usual` for all others. */
export function readingMs({ words, pausesMs }: Said, rates: ReadonlyMap<string, number>, usual = USUAL_WPM): number {
  return Object.entries(words).reduce(
    (ms, [speaker, count]) => ms + Math.round((count * MINUTE) / (rates.get(speaker) ?? usual)),
    pausesMs,
  );
}
