import { expect, it } from 'vitest';
import { Failure } from '../../contract/failure';
import { createAttempts } from './attempts';

function held() {
  let now = 1_000_000;
  const skip = (ms: number) => {
    now += ms;
  };
  return { attempts: createAttempts({ now: () => now }), skip };
}

function waitOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (fault) {
    return fault instanceof Failure ? fault.data.params.seconds : fault;
  }
}

it('counts wrong attempts per key and says how long to wait', () => {
  const { attempts, skip } = held();
  for (let count = 0; count < 10; count += 1) {
    attempts.begin(['a', `name ${count}`]);
    skip(1000);
  }
  expect(waitOf(() => attempts.begin(['a', 'other']))).toBe(290);
  expect(waitOf(() => attempts.begin(['b']))).toBeNull();
  skip(290_000);
  expect(waitOf(() => attempts.begin(['a']))).toBeNull();
  expect(waitOf(() => attempts.begin(['a']))).toBe(1);
});

it('counts right attempts for nothing', () => {
  const { attempts } = held();
  for (let count = 0; count < 100; count += 1) attempts.begin(['a'])();
  expect(waitOf(() => attempts.begin(['a']))).toBeNull();
});

it('locks nobody out for longer than the window when the clock is set back', () => {
  const { attempts, skip } = held();
  for (let count = 0; count < 10; count += 1) attempts.begin(['a']);
  skip(-3_600_000);
  expect(waitOf(() => attempts.begin(['a']))).toBeNull();
});
