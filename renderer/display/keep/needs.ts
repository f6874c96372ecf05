/** Which files a timeline needs, in the order in which they are first shown from now on. Pure. */
import type { Timeline } from '../../../electron/contract/records/timeline';
import { findEntry } from '../player/slot';
import type { Wanted } from './download';

export function neededFiles({ clips, entries }: Timeline, now: number): Wanted[] {
  const first = Math.min(findEntry(entries, now), Math.max(0, entries.length - 1));
  const wanted = new Map<string, Wanted>();
  const want = (index: number) => {
    const clip = clips[index];
    if (!clip || clip.kind === 'slate' || wanted.has(clip.hash)) return;
    wanted.set(clip.hash, { hash: clip.hash, bytes: clip.bytes, mime: clip.mime });
  };
  const fillers = clips.flatMap((clip, index) => (clip.because.code.startsWith('why.filler') ? [index] : []));
  if (entries[first]) want(entries[first][0]);
  for (const index of fillers.slice(0, 1)) want(index);
  for (const [index] of entries.slice(first)) want(index);
  for (const index of fillers) want(index);
  return [...wanted.values()];
}
