import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn, isCoarse, scaleView, tilesOf } from './calendar-view';
import { daySpan } from './days';
import { snap } from './snap';

const ZONE = 'Asia/Jakarta';
const HOUR_MS = 3_600_000;
const day = daySpan('2026-03-04', ZONE);
const month = scaleView('month', '2026-03-04', ZONE);

describe('a dragged edge', () => {
  it('falls on days from afar, on quarters of an hour at a day, closer up on minutes', () => {
    expect(snap(day.from + 7 * HOUR_MS, month, 1000, ZONE)).toEqual({ at: day.from, to: 'day' });
    expect(snap(day.from + 7.1 * HOUR_MS, day, 1000, ZONE)).toEqual({ at: day.from + 7 * HOUR_MS, to: 'time' });
    const near = { from: day.from + 7 * HOUR_MS, until: day.from + 7.5 * HOUR_MS };
    expect(snap(near.from + 61_000, near, 1000, ZONE).at).toBe(near.from + 60_000);
  });

  it('falls on midnight and openings before round times, and on the starts of loops where they can be aimed at', () => {
    expect(snap(day.until - 60_000, day, 1000, ZONE)).toEqual({ at: day.until, to: 'day' });
    const loop = { ms: 300_000, openings: [[day.from + 6 * HOUR_MS + 120_000, day.from + 22 * HOUR_MS]] as const };
    expect(snap(day.from + 6 * HOUR_MS, day, 1000, ZONE, loop)).toEqual({ at: loop.openings[0][0], to: 'opening' });
    const near = { from: day.from + 7 * HOUR_MS, until: day.from + 8 * HOUR_MS };
    const start = loop.openings[0][0] + 13 * 300_000;
    expect(snap(start + 20_000, near, 1000, ZONE, loop)).toEqual({ at: start, to: 'loop' });
  });

  it('is never further off than half a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: day.from, max: day.until }), (at) => {
        expect(Math.abs(snap(at, day, 1000, ZONE).at - at)).toBeLessThanOrEqual(12 * 60_000);
      }),
    );
  });
});

describe('days in view', () => {
  it('are all of a month, and asked for in few tiles that cover them', () => {
    expect(isCoarse(month)).toBe(true);
    const days = daysIn(month, ZONE);
    expect([days[0]?.date, days.at(-1)?.date, days.length]).toEqual(['2026-03-01', '2026-03-31', 31]);
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: 1, max: 42 * 24 }), (from, hours) => {
        const view = { from: day.from + from * HOUR_MS, until: day.from + (from + hours) * HOUR_MS };
        const tiles = tilesOf(view, ZONE);
        const asked = new Set(
          tiles.flatMap((tile) =>
            daysIn(
              { from: daySpan(tile.from, ZONE).from, until: daySpan(tile.from, ZONE).from + tile.days * 24 * HOUR_MS },
              ZONE,
            ).map(({ date }) => date),
          ),
        );
        expect(daysIn(view, ZONE).every(({ date }) => asked.has(date))).toBe(true);
        expect(tiles.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('are the week from Monday', () => {
    expect(daysIn(scaleView('week', '2026-03-04', ZONE), ZONE).map(({ date }) => date)).toEqual(
      ['02', '03', '04', '05', '06', '07', '08'].map((date) => `2026-03-${date}`),
    );
  });
});
