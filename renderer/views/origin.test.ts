import { expect, it } from 'vitest';
import { reachable } from './origin';

it('names an address that other machines reach, where there is one', () => {
  expect(reachable('http://10.0.0.5:4870', ['http://127.0.0.1:4870'])).toBe('http://10.0.0.5:4870');
  expect(reachable('http://127.0.0.1:4870', ['http://127.0.0.1:4870', 'http://10.0.0.5:4870'])).toBe(
    'http://10.0.0.5:4870',
  );
  expect(reachable('http://localhost:4870', ['http://0.0.0.0:4870'])).toBe('http://localhost:4870');
});
