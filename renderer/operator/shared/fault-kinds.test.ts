import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAULT_KINDS, isPassing } from './fault-kinds';

const REASONS = join(import.meta.dirname, '../../../resources/locales/id/reasons.json');

/** `tests/locales.test.ts` holds that every code in the source has its sentence, so the sentences are all there are. */
it('knows of each fault that has a sentence whether it passes', () => {
  const { fault } = JSON.parse(readFileSync(REASONS, 'utf8')) as { fault: Record<string, string> };
  const codes = Object.keys(fault).map((name) => `fault.${name}`);
  expect(codes).toContain('fault.stalled');
  expect(Object.keys(FAULT_KINDS).sort()).toEqual(codes.sort());
});

it('takes a fault it does not know for one that stays', () => {
  expect(isPassing('fault.stalled')).toBe(true);
  expect(isPassing('fault.undecodable')).toBe(false);
  expect(isPassing('fault.ofTomorrow')).toBe(false);
});
