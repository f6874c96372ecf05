/** Lengths of time as text; pure, the same in every language. */

const pad = (value: number) => String(value).padStart(2, '0');

/** `m:ss`, or `h:mm:ss` from an hour on. Rounds to the nearest second; a negative length reads as zero. */
export function durationText(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}

/** `hh:mm:ss:ff` at a frame rate, for editing to the frame: four fields, so that none is taken for another. `ms` is rounded to the nearest frame. */
export function timecodeText(ms: number, frameRate: number): string {
  const frames = Math.max(0, Math.round((ms / 1000) * frameRate));
  const rate = Math.max(1, Math.round(frameRate));
  const seconds = Math.floor(frames / rate);
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frames % rate];
  return fields.map(pad).join(':');
}

/** A difference with its sign: over is `+0:12`, under is `-0:12` (with a true minus). */
export function signedDurationText(ms: number): string {
  const text = durationText(Math.abs(ms));
  return ms < 0 ? `\u2212${text}` : `+${text}`;
}
