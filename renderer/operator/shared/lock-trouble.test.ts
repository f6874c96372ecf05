import { describe, expect, it } from 'vitest';
import type { LockNow } from '../../../electron/contract/api/rules';
import { newId } from '../../../electron/contract/ulid';
import { lockTrouble } from './lock-trouble';

const lock = (over: Partial<LockNow> = {}): LockNow => ({
  ...{ ruleId: newId(), name: 'Masa tenang', source: '', categories: ['Iklan kampanye'], from: 100, until: 200 },
  ...{ liftedUntil: null, everywhere: true, ...over },
});
const campaign = { category: 'Iklan kampanye' };
const health = { category: 'Kesehatan' };
const unsaid = { category: null };

describe('a lock', () => {
  it('keeps off its categories and what has none, while it holds', () => {
    const at = (now: number) => [campaign, health, unsaid].map((asset) => lockTrouble(asset, [lock()], now));
    expect(at(99)).toEqual([null, null, null]);
    expect(at(100)).toEqual(['locked', null, 'uncategorised']);
    expect(at(200)).toEqual([null, null, null]);
  });

  it('that holds at some places only leaves the word to the judge', () => {
    expect(lockTrouble(campaign, [lock({ everywhere: false })], 150)).toBeNull();
  });

  it('that two people lifted keeps nothing off, and another beside it does', () => {
    expect(lockTrouble(unsaid, [lock({ liftedUntil: 180 })], 150)).toBeNull();
    expect(lockTrouble(health, [lock(), lock({ categories: [] })], 150)).toBe('locked');
  });
});
