import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyEveryMs, spentCopies } from './copies';

const HOUR_MS = 3_600_000;
const MB = 1024 * 1024;
const at = (iso: string) => Date.parse(`2026-03-${iso}Z`);

describe('copies', () => {
  it('are made every hour of a small database, and once a day of a large one', () => {
    expect([0, 3 * MB, 16 * MB].map(copyEveryMs)).toEqual([HOUR_MS, HOUR_MS, HOUR_MS]);
    expect(copyEveryMs(100 * MB)).toBe(7 * HOUR_MS);
    expect(copyEveryMs(5000 * MB)).toBe(20 * HOUR_MS);
  });

  it('are kept: the newest three, and the last of each of three days before', () => {
    const times = [
      at('05T10:00'),
      at('05T09:00'),
      at('05T08:00'),
      at('05T07:00'),
      at('04T23:00'),
      at('04T22:00'),
      at('02T12:00'),
      at('01T12:00'),
      at('01T11:00'),
    ];
    expect(spentCopies(times)).toEqual([at('05T07:00'), at('04T22:00'), at('01T11:00')]);
    expect(spentCopies([...times, at('01T01:00') - 24 * HOUR_MS])).toContain(at('01T01:00') - 24 * HOUR_MS);
  });

  it('are never all dropped, however they lie, and at most six are kept', () => {
    const many = fc.uniqueArray(fc.nat(40 * 24), { maxLength: 60 });
    fc.assert(
      fc.property(many, (hours) => {
        const times = hours.map((hour) => hour * HOUR_MS).sort((a, b) => b - a);
        const kept = times.filter((time) => !spentCopies(times).includes(time));
        expect(kept.slice(0, 3)).toEqual(times.slice(0, 3));
        expect(kept.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('come to the same whether the old ones are dropped one by one or at once', () => {
    const many = fc.uniqueArray(fc.nat(10 * 24), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(many, (hours) => {
        let held: number[] = [];
        for (const hour of [...hours].sort((a, b) => a - b)) {
          held.unshift(hour * HOUR_MS);
          const spent = spentCopies(held);
          held = held.filter((time) => !spent.includes(time));
        }
        const days = new Set(held.map((time) => Math.floor(time / (24 * HOUR_MS))));
        expect(days.size).toBe(Math.min(4, new Set(hours.map((hour) => Math.floor(hour / 24))).size));
      }),
    );
  });
});
