/** Every limit has one field, whose range the station takes, and what is usual is not kept as the station's own. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  contradictionIn,
  isOtherwise,
  limitsMark,
  limitsOf,
  QualityLimits,
  USUAL_LIMITS,
} from '../../../../../electron/contract/records/quality-limits';
import {
  GROUPS,
  keptOf,
  type LimitGroup,
  lengthsIn,
  lengthsText,
  limitsIn,
  ownOf,
  rangeOf,
  shownOf,
} from './limit-fields';

const FIELDS = Object.values(GROUPS).flat();

it('has each limit under one heading, once', () => {
  const named = (Object.keys(GROUPS) as LimitGroup[]).flatMap(limitsIn);
  expect(named.sort()).toEqual(Object.keys(QualityLimits.shape).sort());
});

it.each(FIELDS)(
  'shows $limit as it is kept, over a range that the station takes to its ends and no further',
  (field) => {
    const usual = USUAL_LIMITS[field.limit];
    expect(keptOf(field, shownOf(field, usual))).toBe(usual);
    const { min, max } = rangeOf(field);
    const takes = (shown: number) => QualityLimits.shape[field.limit].safeParse(keptOf(field, shown)).success;
    const step = 10 ** -field.decimals;
    expect([takes(min), takes(max), takes(min - step), takes(max + step)]).toEqual([true, true, false, false]);
    expect(min).toBeLessThan(max);
    fc.assert(
      fc.property(fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }), (steps) => {
        const shown = Number((steps * step).toFixed(field.decimals));
        expect(takes(shown)).toBe(true);
        expect(shownOf(field, keptOf(field, shown))).toBe(shown);
      }),
      { numRuns: 50 },
    );
  },
);

it('keeps only what differs from the usual, and comes to the same', () => {
  const some = fc.record({
    blackMs: fc.integer({ min: 400, max: 600 }),
    lengthsMs: fc.constantFrom([15_000], USUAL_LIMITS.lengthsMs),
  });
  fc.assert(
    fc.property(some, (change) => {
      const limits = { ...USUAL_LIMITS, ...change };
      const own = ownOf(limits);
      expect(limitsOf(own)).toEqual(limits);
      expect('blackMs' in own).toBe(change.blackMs !== USUAL_LIMITS.blackMs);
      expect(isOtherwise(limitsMark(limits), USUAL_LIMITS)).toBe(Object.keys(own).length > 0);
      expect(isOtherwise(null, limits)).toBe(Object.keys(own).length > 0);
    }),
  );
});

it('reads lengths as a person writes them', () => {
  expect(lengthsIn('60, 15,30 30')).toEqual([15_000, 30_000, 60_000]);
  expect(lengthsIn('7.5')).toEqual([7500]);
  for (const wrong of ['abc', '0', '-5', '1e3', '4000']) expect(lengthsIn(wrong)).toBeNull();
  expect(lengthsIn(lengthsText(USUAL_LIMITS.lengthsMs))).toEqual(USUAL_LIMITS.lengthsMs);
});

it('finds limits that cannot both hold', () => {
  const codeOf = (change: Partial<QualityLimits>) => contradictionIn({ ...USUAL_LIMITS, ...change })?.code ?? null;
  expect(codeOf({})).toBeNull();
  expect(codeOf({ blackErrorMs: 100 })).toBe('quality.blackErrorFirst');
  expect(codeOf({ loudnessErrorLu: 1 })).toBe('quality.loudnessErrorFirst');
  expect(codeOf({ flashWhiteCdM2: 100 })).toBe('quality.flashOverWhite');
});
