/** One press saves a rule only where it is known to keep nothing off, and to let nothing through. */
import { expect, it } from 'vitest';
import { EVERYWHERE, type RuleDoes } from '../../../../electron/contract/records/rule';
import { asksTwice, isAboutAll } from './before-saving';

const none = { clips: 0, bookings: 0 };
const still = { off: none, capped: none, names: [] };
const calm = { days: 30, less: still, more: still };
const refuse = { does: { kind: 'refuse' as const }, scope: EVERYWHERE, active: true };
const named = { ...refuse, scope: { ...EVERYWHERE, categories: ['Iklan rokok'] } };

it('asks twice of a rule about everything, of one that meets bookings, and where nothing is known', () => {
  expect(asksTwice(refuse, calm)).toBe(true);
  expect(asksTwice(named, calm)).toBe(false);
  expect(asksTwice(named, null)).toBe(true);
  expect(asksTwice(named, { ...calm, less: { ...still, off: { clips: 1, bookings: 1 } } })).toBe(true);
  expect(asksTwice(named, { ...calm, less: { ...still, capped: { clips: 1, bookings: 2 } } })).toBe(true);
  expect(asksTwice(named, { ...calm, more: { ...still, off: { clips: 1, bookings: 1 } } })).toBe(true);
});

it.each([
  ['refuse', true],
  ['lock', true],
  ['warn', false],
  ['permit', false],
] as const)('a rule that is to %s about everything keeps off everything: %s', (kind, all) => {
  const does: RuleDoes = { kind };
  expect(isAboutAll({ ...refuse, does })).toBe(all);
  expect(isAboutAll({ ...refuse, does, scope: { ...EVERYWHERE, breaks: true } })).toBe(false);
  expect(isAboutAll({ ...refuse, does, active: false })).toBe(false);
});
