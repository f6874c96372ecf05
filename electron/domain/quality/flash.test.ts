/** Flashes of known rate, area, height and colour: found where the limits say so, and nowhere else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../../contract/records/quality-limits';
import { createFlashMeter, type FlashRun } from './flash';
import { luminance } from './light';

const [WIDTH, HEIGHT] = [32, 18];
type Colour = readonly [number, number, number];
const grey = (value: number): Colour => [value, value, value];
const [BLACK, WHITE, RED, BLUE] = [grey(0), grey(255), [255, 0, 0], [0, 0, 255]] as const;

interface Scene {
  seconds: number;
  frameRate: number;
  /** Colour of the flashing part, by time in seconds. */
  colourAt(t: number): Colour;
  /** Columns that flash; the rest is dark grey. */
  columns?: number;
}

function flashesIn({ seconds, frameRate, colourAt, columns = WIDTH }: Scene): FlashRun[] {
  const meter = createFlashMeter({ width: WIDTH, height: HEIGHT, frameRate }, USUAL_LIMITS);
  for (let frame = 0; frame < seconds * frameRate; frame++) {
    const rgb = new Uint8Array(WIDTH * HEIGHT * 3).fill(40);
    const colour = colourAt(frame / frameRate);
    for (let cell = 0; cell < WIDTH * HEIGHT; cell++) if (cell % WIDTH < columns) rgb.set(colour, cell * 3);
    meter.take(rgb);
  }
  return meter.runs();
}

/** A square wave between two colours from `from` to `to`, the first at rest. */
const flicker =
  (hertz: number, rest: Colour, lit: Colour, from = 0, to = Number.POSITIVE_INFINITY) =>
  (t: number): Colour =>
    t >= from && t < to && ((t - from) * hertz) % 1 < 0.5 ? lit : rest;

describe('flashes', () => {
  it('5 Hz from 3.0 to 5.0 s are found there', () => {
    const runs = flashesIn({ seconds: 8, frameRate: 25, colourAt: flicker(5, BLACK, WHITE, 3, 5) });
    expect(runs).toHaveLength(1);
    expect(Math.abs((runs[0]?.fromMs ?? 0) - 3000)).toBeLessThanOrEqual(40);
    expect(Math.abs((runs[0]?.toMs ?? 0) - 4900)).toBeLessThanOrEqual(80);
    expect(runs[0]).toMatchObject({ inOneSecond: 5, red: false, box: null });
  });

  it.each([2, 2.5, 3])('%d Hz is within the limit, for however long', (hertz) => {
    expect(flashesIn({ seconds: 10, frameRate: 25, colourAt: flicker(hertz, BLACK, WHITE) })).toEqual([]);
  });

  it('one, two and three flashes alone are allowed, four within a second are not', () => {
    const count = (flashes: number) =>
      flashesIn({ seconds: 4, frameRate: 50, colourAt: flicker(8, BLACK, WHITE, 1, 1 + flashes / 8) }).length;
    expect([1, 2, 3, 4].map(count)).toEqual([0, 0, 0, 1]);
  });

  it('counts by area: a quarter is allowed, more is not', () => {
    const at = (columns: number) =>
      flashesIn({ seconds: 3, frameRate: 25, columns, colourAt: flicker(5, BLACK, WHITE) }).length;
    expect([4, 8, 9, 20].map(at)).toEqual([0, 0, 1, 1]);
  });

  it('says where', () => {
    const [run] = flashesIn({ seconds: 3, frameRate: 25, columns: 16, colourAt: flicker(5, BLACK, WHITE) });
    expect(run?.box).toEqual({ x: 0, y: 0, w: 0.5, h: 1 });
  });

  it('of equal brightness between red and blue are found as red', () => {
    // Red is darkened to the luminance of blue: nothing but the colour changes.
    const dim: Colour = [Math.round(255 * (luminance(...BLUE) / luminance(...RED)) ** (1 / 2.2)), 0, 0];
    expect(Math.abs(luminance(...dim) - luminance(...BLUE)) * 200).toBeLessThan(5);
    const runs = flashesIn({ seconds: 3, frameRate: 25, colourAt: flicker(5, BLUE, dim) });
    expect(runs).toMatchObject([{ red: true }]);
    expect(flashesIn({ seconds: 3, frameRate: 25, colourAt: flicker(5, BLUE, [0, 90, 90]) })).toEqual([]);
  });

  it('never below 20 cd/m², nor where the darker side has 160', () => {
    const level = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(level, level, fc.integer({ min: 4, max: 12 }), (one, other, hertz) => {
        const [a, b] = [luminance(...grey(one)) * 200, luminance(...grey(other)) * 200];
        const harmful = Math.abs(a - b) >= 20 && Math.min(a, b) < 160;
        const runs = flashesIn({ seconds: 2.2, frameRate: 50, colourAt: flicker(hertz, grey(one), grey(other)) });
        return harmful === runs.length > 0;
      }),
      { numRuns: 150 },
    );
  });

  it('are none in a fade, a cut or a slow pulse, whatever its levels', () => {
    const level = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.array(level, { minLength: 2, maxLength: 12 }), (levels) => {
        // One level for each half second, faded into the next: at most one flash a second.
        const colourAt = (t: number): Colour => {
          const [at, part] = [Math.floor(t * 2), (t * 2) % 1];
          const [from, to] = [levels[at % levels.length] ?? 0, levels[(at + 1) % levels.length] ?? 0];
          return grey(Math.round(from + (to - from) * part));
        };
        return flashesIn({ seconds: 6, frameRate: 25, colourAt }).length === 0;
      }),
    );
  });

  it('are found wherever they stand in the film, at the same distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (frames) => {
        const from = frames / 25;
        const [run] = flashesIn({
          seconds: 7,
          frameRate: 25,
          colourAt: flicker(5, BLACK, WHITE, from + 0.4, from + 2.4),
        });
        return run !== undefined && Math.abs(run.fromMs - (from + 0.4) * 1000) <= 40;
      }),
    );
  });
});
