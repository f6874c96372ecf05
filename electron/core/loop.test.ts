import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Steps } from '../domain/steps';
import { inTurns } from './loop';

function* busy(steps: number, eachMs: number): Steps<number> {
  for (let done = 0; done < steps; done++) {
    const end = performance.now() + eachMs;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

describe('inTurns', () => {
  it('answers what the steps come to and lets others have the loop in between', async () => {
    let others = 0;
    let over = false;
    const work = inTurns(busy(30, 2)).finally(() => (over = true));
    while (!over) {
      await nextTurn();
      others += 1;
    }
    expect(await work).toBe(30);
    expect(others).toBeGreaterThanOrEqual(10);
  });

  it('does not pause for what is soon done', async () => {
    let over = false;
    void inTurns(busy(5, 0)).then(() => (over = true));
    await Promise.resolve();
    await Promise.resolve();
    expect(over).toBe(true);
  });

  it('passes on what a step throws', async () => {
    function* failing(): Steps<void> {
      yield;
      throw new Error('no');
    }
    await expect(inTurns(failing())).rejects.toThrow('no');
  });
});
