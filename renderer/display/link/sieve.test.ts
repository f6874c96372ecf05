import { expect, it } from 'vitest';
import { createSieve } from './sieve';

it('lets a fault through once a minute and knows no more than it must', () => {
  let now = 0;
  const sieve = createSieve(() => now);
  expect([sieve.isNew('a'), sieve.isNew('b'), sieve.isNew('a')]).toEqual([true, true, false]);
  now = 59_999;
  expect(sieve.isNew('a')).toBe(false);
  now = 60_000;
  expect(sieve.isNew('a')).toBe(true);
  for (let i = 0; i < 200; i++) sieve.isNew(`other ${i}`);
  expect(sieve.isNew('a')).toBe(true);
});
