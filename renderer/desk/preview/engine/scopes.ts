/** What instruments show of a picture and a sound. Pure. */

export interface Histogram {
  luma: Uint32Array;
  red: Uint32Array;
  green: Uint32Array;
  blue: Uint32Array;
  pixels: number;
}

/** `data`: RGBA as canvases give it. Luma by ITU-R BT.709. */
export function histogramOf(data: Uint8ClampedArray): Histogram {
  const made = {
    ...{
      luma: new Uint32Array(256),
      red: new Uint32Array(256),
      green: new Uint32Array(256),
      blue: new Uint32Array(256),
    },
    pixels: data.length / 4,
  };
  const count = (of: Uint32Array, at: number) => {
    of[at] = (of[at] ?? 0) + 1;
  };
  for (let at = 0; at + 3 < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
    count(made.red, r);
    count(made.green, g);
    count(made.blue, b);
    count(made.luma, Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b));
  }
  return made;
}

/** Shares of the picture that are as dark and as light as it goes. */
export function clippedOf({ luma, pixels }: Histogram): { dark: number; light: number } {
  const sum = (from: number, to: number) => luma.slice(from, to + 1).reduce((all, count) => all + count, 0);
  return pixels === 0 ? { dark: 0, light: 0 } : { dark: sum(0, 2) / pixels, light: sum(253, 255) / pixels };
}

/** An outline of a box 256 wide and 100 high. Square roots, so that small parts are seen beside large ones. */
export function outlineOf(counts: Uint32Array, pixels: number): string {
  const most = Math.max(pixels / 8, 1);
  const height = (count: number) => (100 - 100 * Math.min(1, Math.sqrt(count / most))).toFixed(1);
  return `M0,100L${[...counts].map((count, x) => `${x},${height(count)}`).join('L')}L255,100Z`;
}

export interface Level {
  /** Below full scale; the least that is told is `SILENCE_DB`. */
  peakDb: number;
  rmsDb: number;
}
export const SILENCE_DB = -90;

export function levelOf(samples: Float32Array): Level {
  let peak = 0;
  let squares = 0;
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    squares += sample * sample;
  }
  return { peakDb: decibels(peak), rmsDb: decibels(Math.sqrt(squares / Math.max(1, samples.length))) };
}

const decibels = (value: number): number => (value <= 0 ? SILENCE_DB : Math.max(SILENCE_DB, 20 * Math.log10(value)));

/** From -60 dBFS at the foot to 0 at the head, as a share of the meter. */
export const meterShare = (db: number): number => Math.min(1, Math.max(0, (db + 60) / 60));
