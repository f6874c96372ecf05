/** How long a script takes to read. Words are counted as they stand between spaces; figures and symbols are read out too. */
import { type Presenter, USUAL_WPM } from '../../contract/records/programme';
import type { ScriptDoc, ScriptInline } from '../../contract/records/script';
import type { Spoken } from '../../contract/rundown-feed';

const MINUTE = 60_000;
/** Read on air for less than this, a rate is not yet known. */
const ENOUGH_MS = 5 * MINUTE;

type Said = Pick<Spoken, 'words' | 'pausesMs'>;
type Rate = Pick<Presenter, 'wpm' | 'learnt'>;

/** Words of the lines by speaker (empty: whoever presents), and pauses. What is for the studio is not read. */
export function spokenOf(doc: ScriptDoc): Said {
  const words: Record<string, number> = {};
  let pausesMs = 0;
  for (const block of doc.content) {
    if (block.type !== 'line') continue;
    const { speaker } = block.attrs;
    for (const inline of block.content ?? []) if (inline.type === 'pause') pausesMs += inline.attrs.ms;
    const count = countWords(spokenText(block.content ?? []));
    if (count > 0) words[speaker] = (words[speaker] ?? 0) + count;
  }
  return { words, pausesMs };
}

/** What is said of it: how it is spoken, where that is written. */
function spokenText(inlines: readonly ScriptInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'pause') return ' ';
      const phonetic = inline.marks?.find((mark) => mark.type === 'phonetic');
      return phonetic?.attrs.say || inline.text;
    })
    .join('');
}

/** Whatever holds a letter or a digit, between spaces: a dash alone is not read. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Words a minute: as set, else as learnt once enough was read, else the usual. */
export function rateOf(presenter: Rate | undefined): number {
  if (!presenter) return USUAL_WPM;
  if (presenter.wpm !== null) return presenter.wpm;
  const { words, ms } = presenter.learnt;
  return ms >= ENOUGH_MS && words > 0 ? Math.round((words * MINUTE) / ms) : USUAL_WPM;
}

/** Reading time in ms. `rates`: words a minute by speaker's name; `usual` for all others. */
export function readingMs({ words, pausesMs }: Said, rates: ReadonlyMap<string, number>, usual = USUAL_WPM): number {
  return Object.entries(words).reduce(
    (ms, [speaker, count]) => ms + Math.round((count * MINUTE) / (rates.get(speaker) ?? usual)),
    pausesMs,
  );
}
