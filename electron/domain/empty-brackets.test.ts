import { expect, it } from 'vitest';
import { withoutEmptyBrackets } from './empty-brackets';

it('says no brackets around nothing, and leaves all others', () => {
  expect(withoutEmptyBrackets('Ditolak oleh aturan “Rokok” ().')).toBe('Ditolak oleh aturan “Rokok”.');
  expect(withoutEmptyBrackets('Aturan “Rokok” () mengizinkan 3 kali')).toBe('Aturan “Rokok” mengizinkan 3 kali');
  expect(withoutEmptyBrackets('Aturan “Rokok” (PP 28/2024).')).toBe('Aturan “Rokok” (PP 28/2024).');
});
