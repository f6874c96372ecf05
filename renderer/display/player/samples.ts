/** For tests of the player: clips, timelines and a panel that shows what is due at once. */
import type { Clip, Timeline } from '../../../electron/contract/records/timeline';
import { reason } from '../../../electron/contract/scalars';
import { type PlayerEffect, type PlayerEvent, type PlayerState, step } from './player';

export const T0 = 1_700_000_000_000;
export const hashOf = (n: number) => n.toString(16).padStart(64, '0');
export const idOf = (n: number) => n.toString().padStart(26, '0');

export function clip(n: number, kind: 'video' | 'image' = 'video', because = 'why.booked'): Clip {
  const base = { bookingId: idOf(n), because: reason(because), assetId: idOf(n), name: `clip ${n}`, hash: hashOf(n) };
  const file = { bytes: 1000, mime: kind === 'video' ? 'video/mp4' : 'image/png' };
  if (kind === 'image') return { kind, ...base, ...file };
  return { kind, ...base, ...file, durationMs: 10_000, codecs: { video: 'avc1.42c01e', audio: 'mp4a.40.2' } };
}

export function timelineOf(clips: Clip[], lengths: [number, number][], start = T0, revision = 1): Timeline {
  let at = start;
  const entries = lengths.map(([index, ms]): [number, number, number] => {
    at += ms;
    return [index, at - ms, ms];
  });
  return {
    displayId: idOf(1),
    revision,
    countedAt: 1,
    from: start,
    until: at,
    fit: 'contain',
    clips,
    entries,
    skipped: [],
  };
}

export function run(state: PlayerState, events: PlayerEvent[]): [PlayerState, PlayerEffect[]] {
  const all: PlayerEffect[] = [];
  let at = state;
  for (const event of events) {
    const [next, effects] = step(at, event);
    at = next;
    all.push(...effects);
  }
  return [at, all];
}

export const plays = (effects: PlayerEffect[]) => effects.flatMap((e) => (e.type === 'play' ? [e.play] : []));
/** The slot due now comes on the panel at once. */
export const show = (state: PlayerState, at: number) =>
  step(state, { type: 'shown', slotId: state.plan[0]?.id ?? '', at: Math.max(at, state.plan[0]?.start ?? at) });
