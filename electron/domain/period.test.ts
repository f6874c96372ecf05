import { expect, it } from 'vitest';
import { isOver, isToCome } from './period';

it('a booking is to come until its first day begins anywhere, and over when its last night has ended everywhere', () => {
  const booking = { from: '2026-03-02', to: '2026-03-02' };
  const at = (text: string) => [isToCome, isOver].map((is) => is(booking, Date.parse(text)));
  expect(at('2026-03-01T09:59:59Z')).toEqual([true, false]);
  expect(at('2026-03-01T10:00:00Z')).toEqual([false, false]);
  expect(at('2026-03-04T11:59:59Z')).toEqual([false, false]);
  expect(at('2026-03-04T12:00:00Z')).toEqual([false, true]);
});
