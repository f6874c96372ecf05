import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import { judgeFault, MAX_ATTEMPTS } from './judge-fault';
import { LONGEST_WAIT_MS } from './pick-next';
import { Hopeless } from './types';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('judgeFault', () => {
  it('gives up at once what is hopeless, in its own words', () => {
    const verdict = judgeFault(new Hopeless(reason('probe.notMedia', { name: 'a.mp4' })), 1, 0.5);
    expect(verdict).toEqual({ kind: 'giveUp', reason: reason('probe.notMedia', { name: 'a.mp4' }) });
  });

  it('waits longer each time, then gives up after the last attempt', () => {
    const waits = [1, 2, 3, 4].map((attempt) => judgeFault(new Error('ffmpeg was killed'), attempt, 0.5));
    expect(waits.map((each) => each.kind === 'wait' && each.waitMs)).toEqual([2_000, 8_000, 32_000, 128_000]);
    expect(judgeFault(new Error('ffmpeg was killed'), MAX_ATTEMPTS, 0.5).kind).toBe('giveUp');
  });

  it('waits a bounded time, spread by chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_ATTEMPTS - 1 }), chance, (attempts, luck) => {
        const verdict = judgeFault(new Error('x'), attempts, luck);
        if (verdict.kind !== 'wait') throw new Error('gave up early');
        expect(verdict.waitMs).toBeGreaterThanOrEqual(1_500);
        expect(verdict.waitMs).toBeLessThan(LONGEST_WAIT_MS);
      }),
    );
  });

  it.each([
    ['diskFull', new Failure('diskFull', { free: 12 })],
    ['diskFull', Object.assign(new Error('write'), { code: 'ENOSPC' })],
    ['readOnly', Object.assign(new Error('open'), { code: 'EROFS' })],
    ['toolMissing', new Failure('toolMissing', { tool: 'ffmpeg' })],
  ])('waits out %s however often, without counting it', (outside, fault) => {
    const verdict = judgeFault(fault, 1000, 0.5);
    expect(verdict).toMatchObject({ kind: 'wait', outside, counts: false, reason: { code: `job.${outside}` } });
  });

  it('says what it knows of a fault without a reason', () => {
    const verdict = judgeFault('odd', 1, 0.5);
    expect(verdict.reason).toEqual(reason('job.fault', { message: 'odd' }));
  });
});
