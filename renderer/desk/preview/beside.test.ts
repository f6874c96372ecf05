import { expect, it } from 'vitest';
import type { Asset } from '../../../electron/contract/records/asset';
import { video } from '../../../electron/domain/compile-fixtures';
import { unlikeLength, withheldOf } from './beside';

const ALL = { hides: false, answers: true };
const clip = (durationMs: number, kind: 'video' | 'image' = 'video') => ({ kind, durationMs, rate: 25 });

it('tells why nothing is seen of the other', () => {
  const seen = video(1, 30_000);
  const waiting: Asset = { ...seen, state: 'imported' } as Asset;
  expect(withheldOf(seen, ALL)).toBeNull();
  expect(withheldOf(undefined, ALL)).toBe('gone');
  expect(withheldOf(seen, { ...ALL, hides: true })).toBe('exempt');
  expect(withheldOf(waiting, ALL)).toBe('notYet');
});

it('lets those who answer for it look at what was taken back', () => {
  const recalled = { ...video(1, 30_000), recalledAt: 1 };
  expect(withheldOf(recalled, ALL)).toBeNull();
  expect(withheldOf(recalled, { ...ALL, answers: false })).toBe('recalled');
});

it('tells another length from a frame more or less, and stills have none', () => {
  expect(unlikeLength(clip(4000), clip(4040))).toBeNull();
  expect(unlikeLength(clip(4000), clip(6000))).toBe('longer');
  expect(unlikeLength(clip(6000), clip(4000))).toBe('shorter');
  expect(unlikeLength(clip(10_000), clip(0, 'image'))).toBeNull();
});
