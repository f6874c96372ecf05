import { expect, it } from 'vitest';
import { mayBeFramed } from './framing';

it.each([
  [null, null, true],
  [null, 'DENY', false],
  [null, 'SameOrigin', false],
  [null, 'ALLOW-FROM https://suar.example', true],
  ["default-src 'self'", 'deny', false],
  ["default-src 'self'; frame-ancestors *", 'deny', true],
  ["frame-ancestors 'none'", null, false],
  ["frame-ancestors 'self' https://portal.go.id", null, false],
  ['frame-ancestors', null, false],
  ['img-src *, frame-ancestors http: https:', null, true],
  ["frame-ancestors *, frame-ancestors 'self'", null, false],
])('%s, %s', (contentSecurityPolicy, xFrameOptions, may) => {
  expect(mayBeFramed({ contentSecurityPolicy, xFrameOptions })).toBe(may);
});
