import { describe, expect, it } from 'vitest';
import { clippedOf, histogramOf, levelOf, meterShare, outlineOf, SILENCE_DB } from './scopes';

const pixels = (...colours: [number, number, number][]) =>
  new Uint8ClampedArray(colours.flatMap((each) => [...each, 255]));

describe('a histogram', () => {
  it('counts each colour and how light it is', () => {
    const made = histogramOf(pixels([255, 0, 0], [255, 255, 255], [0, 0, 0], [0, 0, 0]));
    expect([made.red[255], made.green[255], made.blue[0], made.pixels]).toEqual([2, 1, 3, 4]);
    expect([made.luma[54], made.luma[255], made.luma[0]]).toEqual([1, 1, 2]);
    expect(clippedOf(made)).toEqual({ dark: 0.5, light: 0.25 });
  });
  it('is an outline within its box', () => {
    const made = histogramOf(pixels([0, 0, 0], [9, 9, 9]));
    const heights = [...outlineOf(made.luma, made.pixels).matchAll(/[\d.]+,([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBe(0);
    expect(Math.max(...heights)).toBe(100);
  });
});

describe('a level', () => {
  it('of a sine is 3 dB lower as a mean than at its peak', () => {
    const sine = Float32Array.from({ length: 4800 }, (_, n) => 0.5 * Math.sin((n * 2 * Math.PI) / 48));
    expect(levelOf(sine).peakDb).toBeCloseTo(-6.02, 1);
    expect(levelOf(sine).rmsDb).toBeCloseTo(-9.03, 1);
  });
  it('of silence is told as such', () => {
    expect(levelOf(new Float32Array(64))).toEqual({ peakDb: SILENCE_DB, rmsDb: SILENCE_DB });
    expect([meterShare(0), meterShare(-60), meterShare(SILENCE_DB)]).toEqual([1, 0, 0]);
  });
});
