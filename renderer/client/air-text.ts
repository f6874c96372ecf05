/** Times of a show as text, the same in every view and language. Pure. */
import type { Zone } from '../../electron/contract/scalars';
import { localParts } from '../../electron/domain/time';

const pad = (value: number) => String(value).padStart(2, '0');

/** `m:ss`, from an hour on `h:mm:ss`; of whole seconds. */
function secondsText(total: number): string {
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`;
}

/** What is left, ms: `0:01` up to the very end, then `+0:00` and on. */
export function countdownText(remainingMs: number): string {
  if (remainingMs > 0) return secondsText(Math.ceil(remainingMs / 1000));
  return `+${secondsText(Math.floor(-remainingMs / 1000))}`;
}

/** What has gone by, ms; a second counts once it is over. */
export const elapsedText = (ms: number): string => secondsText(Math.floor(Math.max(0, ms) / 1000));

/** Over `+0:12`, under with a true minus, and `±0:00` where it comes out. */
export function overText(ms: number): string {
  const total = Math.round(Math.abs(ms) / 1000);
  const sign = total === 0 ? '±' : ms > 0 ? '+' : '−';
  return sign + secondsText(total);
}

/** `HH:MM:SS` as a wall clock in `zone` shows. */
export const clockText = (at: number, zone: Zone): string => localParts(at, zone).time;
