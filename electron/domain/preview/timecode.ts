/**
 * Frames, instants and time codes `HH:MM:SS:FF` of a rate as files state it (23.976, 25, 29.97 ...). At 29.97 and 59.94 a code that
 * counts every frame loses 3.6 s an hour, so frame numbers are dropped as SMPTE ST 12-1 has it, and the last sign is a semicolon. Pure.
 */

/** Files say 29.97 and mean 30000/1001. */
export function exactRate(rate: number): number {
  const whole = Math.round((rate * 1001) / 1000);
  const ntsc = (whole * 1000) / 1001;
  return whole > 0 && Math.abs(rate - ntsc) < 0.005 && Math.abs(rate - whole) > 0.005 ? ntsc : rate;
}

/** A tenth of a frame over, since times come as rounded milliseconds. */
const ROUNDING = 0.1;

/** The number, from 0, of the frame that is shown at an instant. */
export function frameAt(ms: number, rate: number): number {
  return Math.max(0, Math.floor((ms / 1000) * exactRate(rate) + ROUNDING));
}

/** When a frame begins to be shown, ms; not rounded. */
export function startOf(frame: number, rate: number): number {
  return (frame * 1000) / exactRate(rate);
}

/** In the middle of a frame, where no rounding can lead to its neighbours. */
export function middleOf(frame: number, rate: number): number {
  return startOf(frame + 0.5, rate);
}

/** How many frames a clip has; its last is one less. */
export function framesIn(durationMs: number, rate: number): number {
  return Math.max(1, Math.round((durationMs / 1000) * exactRate(rate)));
}

const DROPPED: ReadonlyMap<number, number> = new Map([
  [30, 2],
  [60, 4],
]);

/** Numbers left out at each minute but the tenth; 0 of most rates. */
function droppedAt(rate: number): number {
  const exact = exactRate(rate);
  return Number.isInteger(exact) ? 0 : (DROPPED.get(Math.round(exact)) ?? 0);
}

const pad = (value: number) => String(value).padStart(2, '0');

export function timecode(frame: number, rate: number): string {
  const base = Math.max(1, Math.round(exactRate(rate)));
  const dropped = droppedAt(rate);
  const number = dropped === 0 ? frame : withDropped(frame, base, dropped);
  const seconds = Math.floor(number / base);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(pad).join(':');
  return `${clock}${dropped === 0 ? ':' : ';'}${pad(number % base)}`;
}

function withDropped(frame: number, base: number, dropped: number): number {
  const minute = base * 60 - dropped;
  const ten = minute * 10 + dropped;
  const tens = Math.floor(frame / ten);
  const rest = frame % ten;
  const minutes = rest < base * 60 ? 0 : Math.floor((rest - dropped) / minute);
  return frame + dropped * (9 * tens + minutes);
}

/** The frame that a code names; null where it names none. */
export function frameOf(code: string, rate: number): number | null {
  const found = /^(\d{1,3}):([0-5]?\d):([0-5]?\d)[:;.](\d{1,2})$/.exec(code.trim());
  if (!found) return null;
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = found.slice(1).map(Number);
  const base = Math.max(1, Math.round(exactRate(rate)));
  const dropped = droppedAt(rate);
  if (frames >= base || (dropped > frames && seconds === 0 && minutes % 10 !== 0)) return null;
  const all = hours * 60 + minutes;
  return (all * 60 + seconds) * base + frames - dropped * (all - Math.floor(all / 10));
}
