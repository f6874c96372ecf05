import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOf, centred, inside, MIN_SPAN_MS, pan, spanOf, ticks, xOf, zoomAround } from './zoom';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 6, 1, 17);
const day = { from: START, until: START + 24 * HOUR };

describe('zoom', () => {
  it('keeps the instant under the cursor where it is', () => {
    const at = START + 9 * HOUR;
    const near = zoomAround(day, at, 0.5, day);
    expect(spanOf(near)).toBe(12 * HOUR);
    expect(Math.round(xOf(at, near, 1000))).toBe(Math.round(xOf(at, day, 1000)));
  });

  it('stops at its bounds and at a few seconds', () => {
    expect(zoomAround(day, START, 4, day)).toEqual(day);
    expect(spanOf(zoomAround(day, START, 1e-9, day))).toBe(MIN_SPAN_MS);
  });

  it('pans up to the ends of the day', () => {
    const view = centred(START + HOUR, 2 * HOUR, day);
    expect(pan(view, -5 * HOUR, day)).toEqual({ from: START, until: START + 2 * HOUR });
  });

  it('stays inside the day whatever is done', () => {
    const act = fc.oneof(
      fc.record({ factor: fc.double({ min: 0.05, max: 20, noNaN: true }), x: fc.nat(1000) }),
      fc.record({ by: fc.integer({ min: -48 * HOUR, max: 48 * HOUR }) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let view = day;
        for (const one of acts) {
          view = 'by' in one ? pan(view, one.by, day) : zoomAround(view, atOf(one.x, view, 1000), one.factor, day);
          expect(view.from).toBeGreaterThanOrEqual(day.from);
          expect(view.until).toBeLessThanOrEqual(day.until);
          expect(spanOf(view)).toBeGreaterThanOrEqual(MIN_SPAN_MS - 1);
        }
      }),
    );
  });

  it('shifts a view that looks past the day', () => {
    expect(inside({ from: START + 23 * HOUR, until: START + 26 * HOUR }, day).until).toBe(day.until);
  });
});

describe('ruler', () => {
  it('marks every two hours on a narrow day', () => {
    const marks = ticks(day, 1000, START);
    expect(marks[0]).toEqual({ at: START, stepMs: 2 * HOUR });
    expect(marks).toHaveLength(13);
  });

  it('marks round times when it starts between them', () => {
    const marks = ticks({ from: START + 90_000, until: START + 690_000 }, 700, START);
    expect(marks[0]?.at).toBe(START + 120_000);
    expect(marks[0]?.stepMs).toBe(120_000);
  });
});
