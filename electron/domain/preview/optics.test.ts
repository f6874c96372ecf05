import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcmin, blurOf, deskWidth, lookAt, mergingDistance, readableLeds } from './optics';

const P10 = { width: 800, height: 400, pitchMm: 10 };

describe('a P10 panel', () => {
  it('shows its dots up to about 34 m', () => {
    expect(mergingDistance(10)).toBeCloseTo(34.4, 1);
    expect(lookAt(P10, 20).dots).toBe(true);
    expect(lookAt(P10, 50).dots).toBe(false);
  });
  it('is as wide as eight metres are from fifty', () => {
    expect(lookAt(P10, 50).degrees.width).toBeCloseTo((2 * Math.atan(4 / 50) * 180) / Math.PI, 6);
    // The same angle at a desk, 60 cm from a screen of 96 dots an inch.
    expect(deskWidth(P10, 50)).toBeCloseTo((((8 / 50) * 600) / 25.4) * 96, 6);
  });
  it('needs letters of 15 LEDs to be read from 100 m', () => {
    expect(readableLeds(10, 100)).toBe(15);
  });
});

const pitch = fc.double({ min: 0.5, max: 100, noNaN: true });
const distance = fc.double({ min: 0.5, max: 1000, noNaN: true });

it('from farther away everything is smaller and more blurred, and dots part exactly at the limit', () => {
  fc.assert(
    fc.property(pitch, distance, fc.double({ min: 1.01, max: 10, noNaN: true }), (mm, m, times) => {
      expect(arcmin(mm, m * times)).toBeLessThan(arcmin(mm, m));
      expect(blurOf(mm, m * times, 4)).toBeGreaterThan(blurOf(mm, m, 4));
      expect(arcmin(mm, mergingDistance(mm))).toBeCloseTo(1, 6);
    }),
  );
});
