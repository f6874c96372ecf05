/** Trim of a clip: in and out in ms of its source, on frame edges, at least one frame long. */
export interface Trim {
  readonly inMs: number;
  /** Exclusive end. */
  readonly outMs: number;
  readonly durationMs: number;
  readonly frameRate: number;
}

const frameMs = (trim: { frameRate: number }) => 1000 / (trim.frameRate > 0 ? trim.frameRate : 25);

/** A trim as it is stored (null out is the end), drawn inside the clip it belongs to. */
export function trimOf(
  stored: { inMs: number; outMs: number | null },
  clip: { durationMs: number; frameRate: number },
): Trim {
  const whole: Trim = { inMs: 0, outMs: clip.durationMs, ...clip };
  const inside = setOut(whole, Math.min(stored.outMs ?? clip.durationMs, clip.durationMs));
  return setIn(inside, stored.inMs);
}

/** As it is stored: an out at the end is null, so that it follows a longer version of the clip. */
export function stored(trim: Trim): { inMs: number; outMs: number | null } {
  return { inMs: trim.inMs, outMs: trim.outMs >= trim.durationMs ? null : trim.outMs };
}

/** The frame edge at or before `ms`, rounded to the whole ms. */
export function onFrame(ms: number, frameRate: number): number {
  const frame = frameMs({ frameRate });
  return Math.round(Math.floor(ms / frame + 1e-3) * frame);
}

export function setIn(trim: Trim, ms: number): Trim {
  const latest = Math.max(trim.outMs - frameMs(trim), 0);
  return { ...trim, inMs: onFrame(Math.min(Math.max(ms, 0), latest), trim.frameRate) };
}

/** An out within the last frame is the end of the clip. */
export function setOut(trim: Trim, ms: number): Trim {
  const earliest = Math.min(Math.ceil(trim.inMs + frameMs(trim)), trim.durationMs);
  const wanted = Math.min(Math.max(ms, earliest), trim.durationMs);
  if (trim.durationMs - wanted < frameMs(trim)) return { ...trim, outMs: trim.durationMs };
  return { ...trim, outMs: Math.max(onFrame(wanted, trim.frameRate), earliest) };
}

/** `by` frames from `ms`, inside the clip. */
export function stepFrames(ms: number, by: number, clip: { durationMs: number; frameRate: number }): number {
  const frame = frameMs(clip);
  const target = (Math.floor(ms / frame + 1e-3) + by) * frame;
  return Math.min(Math.max(target, 0), Math.max(clip.durationMs - frame, 0));
}

export const trimmedMs = (trim: Trim) => trim.outMs - trim.inMs;
