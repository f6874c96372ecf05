/**
 * How the prompter moves. Positions are px from the top of the whole script down to where one reads, and may be fractions: text that
 * moves by whole pixels trembles. Speeds are words a minute, so that they stay right when the size of the text changes. Pure.
 */
export interface Block {
  /** Of its item. */
  id: string;
  top: number;
  height: number;
  /** Spoken words in it. */
  words: number;
}

/** Nobody reads faster. */
export const FASTEST_WPM = 400;
const STEP_WPM = 5;
const GLIDE_MS = 320;
const MINUTE = 60_000;
/** Of a script without a word, which has to move at some pace too. */
const USUAL_PX_PER_WORD = 24;

/** The block in which `y` lies; between and outside, the nearest. */
export function blockAt(blocks: readonly Block[], y: number): Block | null {
  return blocks.findLast(({ top }) => top <= y) ?? blocks[0] ?? null;
}

/** How much text a word takes where one reads: of the block, else of the whole script. */
export function pxPerWord(blocks: readonly Block[], block: Block | null): number {
  if (block && block.words > 0) return block.height / block.words;
  const words = blocks.reduce((sum, each) => sum + each.words, 0);
  if (words === 0) return USUAL_PX_PER_WORD;
  return blocks.reduce((sum, each) => sum + (each.words > 0 ? each.height : 0), 0) / words;
}

/** Words of the block that were not read yet. */
export function wordsLeft({ top, height, words }: Block, y: number): number {
  if (height <= 0) return 0;
  return words * Math.min(1, Math.max(0, (top + height - y) / height));
}

/** Words a minute at which the block is read when its time is up; what was read of it does not count. Null once it is read, or over. */
export function onTimeWpm(block: Block, y: number, leftMs: number): number | null {
  const words = wordsLeft(block, y);
  if (words < 1 || leftMs <= 0) return null;
  return Math.min(FASTEST_WPM, (words * MINUTE) / leftMs);
}

/** Where one reads after `dtMs`, never past the end. */
export function advanced(
  y: number,
  { wpm, px, dtMs, end }: { wpm: number; px: number; dtMs: number; end: number },
): number {
  return Math.min(end, Math.max(0, y + (wpm * px * dtMs) / MINUTE));
}

/** One step faster (above 0) or slower. */
export function stepped(wpm: number, steps: number): number {
  return Math.min(FASTEST_WPM, Math.max(0, Math.round(wpm / STEP_WPM + steps) * STEP_WPM));
}

/** The same word stays where one reads when what is above it grows or goes. */
export function reanchored(before: readonly Block[], after: readonly Block[], y: number): number {
  const block = blockAt(before, y);
  const now = block && after.find(({ id }) => id === block.id);
  if (!block || !now) return Math.min(y, endOf(after));
  const share = block.height > 0 ? (y - block.top) / block.height : 0;
  return now.top + Math.min(1, Math.max(0, share)) * now.height;
}

export function endOf(blocks: readonly Block[]): number {
  const last = blocks.at(-1);
  return last ? last.top + last.height : 0;
}

export interface Glide {
  from: number;
  to: number;
  since: number;
}

/** A take brings its item to where one reads, quickly and without a jolt. `done` once it is there. */
export function glided({ from, to, since }: Glide, now: number): { y: number; done: boolean } {
  const share = Math.min(1, Math.max(0, (now - since) / GLIDE_MS));
  const eased = 1 - (1 - share) ** 3;
  return { y: from + (to - from) * eased, done: share === 1 };
}

/** The block before or after the one that is read. */
export function neighbour(blocks: readonly Block[], y: number, by: 1 | -1): Block | null {
  const at = blocks.findIndex((block) => block === blockAt(blocks, y + 1));
  return blocks[Math.min(blocks.length - 1, Math.max(0, at + by))] ?? null;
}
