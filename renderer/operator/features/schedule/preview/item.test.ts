import { expect, it } from 'vitest';
import type { Clip, Plan } from '../../../../../electron/contract/records/timeline';
import { fileMs, itemAt, stepFrom } from './item';

const video = (n: number, fromMs?: number): Clip => ({
  kind: 'video',
  bookingId: null,
  because: { code: 'why.filler', params: {} },
  assetId: `a${n}`,
  name: `Klip ${n}`,
  hash: 'a'.repeat(64),
  bytes: 1,
  mime: 'video/mp4',
  durationMs: 30_000,
  codecs: { video: '', audio: '' },
  ...(fromMs !== undefined && { fromMs }),
});
const plan: Plan = {
  displayId: 'd',
  from: 0,
  until: 90_000,
  fit: 'contain',
  clips: [video(1), video(2, 12_000)],
  entries: [
    [0, 0, 30_000],
    [1, 30_000, 18_000],
    [0, 48_000, 42_000],
  ],
  skipped: [],
};

it('finds what is on, to the millisecond', () => {
  expect([0, 29_999, 30_000, 89_999].map((at) => itemAt(plan, at)?.index)).toEqual([0, 0, 1, 2]);
  expect(itemAt(plan, 90_000)).toBeNull();
});

it('steps to the starts of items, and back to its own first', () => {
  expect(stepFrom(plan, 10_000, 1)).toBe(30_000);
  expect(stepFrom(plan, 40_000, -1)).toBe(30_000);
  expect(stepFrom(plan, 31_000, -1)).toBe(0);
  expect(stepFrom(plan, 50_000, 1)).toBeNull();
  expect(stepFrom(plan, 500, -1)).toBeNull();
});

it('knows where a film is that joined in progress', () => {
  const item = itemAt(plan, 35_000);
  expect(item && fileMs(item, 35_000)).toBe(17_000);
});
