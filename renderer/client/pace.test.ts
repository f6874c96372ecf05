import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makePace } from './pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs soon after the first call, once for many', () => {
  const pace = makePace();
  const run = vi.fn();
  for (let call = 0; call < 50; call += 1) pace.ask('jobs', run, 400);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(120);
  expect(run).toHaveBeenCalledTimes(1);
});

it('keeps the gap under a storm, and loses no last call', () => {
  const pace = makePace();
  const run = vi.fn();
  for (let ms = 0; ms < 4000; ms += 10) {
    pace.ask('plays', run, 2000);
    vi.advanceTimersByTime(10);
  }
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(2000);
  expect(run).toHaveBeenCalledTimes(3);
});

it('paces each key for itself', () => {
  const pace = makePace();
  const [a, b] = [vi.fn(), vi.fn()];
  pace.ask('a', a, 400);
  pace.ask('b', b, 400);
  vi.advanceTimersByTime(120);
  expect([a, b].map((run) => run.mock.calls.length)).toEqual([1, 1]);
});
