/** Captions as lines with times, out of WebVTT (W3C) and SubRip (.srt) alike. Pure. Read `parseCaptions` first. */
import { type Cue, MOST_CUES } from '../../contract/records/preview';

const TIME = String.raw`(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})`;
const SPAN = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}`);
const LONGEST = 2000;

/** In order of time; what is no cue (notes, styles, numbers) is passed over. A cue that ends before it begins is left out. */
export function parseCaptions(text: string): Cue[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length && cues.length < MOST_CUES; at++) {
    const span = SPAN.exec(lines[at] ?? '');
    if (!span) continue;
    const spoken: string[] = [];
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') spoken.push(lines[++at] ?? '');
    const cue = { startMs: msOf(span.slice(1, 5)), endMs: msOf(span.slice(5, 9)), text: plain(spoken.join('\n')) };
    if (cue.endMs > cue.startMs && cue.text !== '') cues.push(cue);
  }
  return cues.sort((a, b) => a.startMs - b.startMs);
}

function msOf([hours, minutes, seconds, part]: (string | undefined)[]): number {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number((part ?? '0').padEnd(3, '0'));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/** Without marks such as `<i>`, `<v Penyiar>` or `{\an8}`: what is left is never taken for markup, but drawn as text. */
function plain(text: string): string {
  const bare = text.replace(/<[^<>]{0,100}>/g, '').replace(/\{\\[^{}]{0,100}\}/g, '');
  return bare
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim()
    .slice(0, LONGEST);
}

/** What is to be read at an instant, the earlier line above. */
export function captionAt(cues: readonly Cue[], atMs: number): string {
  return cues
    .filter(({ startMs, endMs }) => startMs <= atMs && atMs < endMs)
    .map(({ text }) => text)
    .join('\n');
}
