import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CartMaterial, ReadyMaterial } from '../../../electron/contract/api/cart';
import { reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import { breakClock, planBreak } from './break-plan';

const ready = (assetId: string, durationMs: number, more: Partial<ReadyMaterial> = {}): ReadyMaterial => ({
  ...{ state: 'ready', assetId, name: assetId, kind: 'audio', hash: 'a'.repeat(64), bytes: 1, durationMs },
  ...{ loudnessLufs: -16, truePeakDbtp: -2, airsFrom: null, airsUntil: null, warnings: [], leftOut: [], ...more },
});
const spot = (assetId: string) => ({ key: newId(), assetId, bookingId: null });
const lookup = (all: readonly CartMaterial[]) => (id: string) => all.find(({ assetId }) => assetId === id);

describe('the plan of a break', () => {
  it('lays spots end to end, leaves out what may not air with its reason, and says over and under', () => {
    const refused: CartMaterial = {
      ...{
        state: 'refused',
        assetId: 'b',
        name: 'b',
        kind: 'audio',
        because: [reason('why.notApproved', { asset: 'b' })],
      },
    };
    const all = [ready('a', 60_000), refused, ready('c', 30_000), ready('d', 10_000, { airsUntil: 500 })];
    const plan = planBreak(['a', 'b', 'c', 'd', 'x'].map(spot), lookup(all), 100_000, 1000);
    expect(plan).toMatchObject({ totalMs: 90_000, overMs: -10_000, missing: 3 });
    expect(plan.lines.map(({ startMs, ms }) => [startMs, ms])).toEqual([
      [0, 60_000],
      [60_000, 0],
      [60_000, 30_000],
      [90_000, 0],
      [90_000, 0],
    ]);
    expect(plan.lines.map(({ because }) => because[0]?.code)).toEqual([
      ...[undefined, 'why.notApproved', undefined, 'cart.hasExpired', 'cart.notReady'],
    ]);
    expect(breakClock(plan, 61_000)).toEqual({ line: 2, lineMs: 29_000, spotsMs: 29_000, plannedMs: 39_000 });
    expect(breakClock(plan, 95_000)).toMatchObject({ line: null, spotsMs: 0, plannedMs: 5000 });
    expect(breakClock(plan, 101_000).plannedMs).toBe(-1000);
  });

  it('leaves out a spot that the rules keep out of it, and plays another of the same asset', () => {
    const [first, over] = [spot('a'), spot('a')];
    const because = reason('judge.capPlays', { name: 'a' });
    const all = [ready('a', 30_000, { leftOut: [{ key: over.key, because }] })];
    const plan = planBreak([first, over], lookup(all), 60_000, 0);
    expect(plan).toMatchObject({ totalMs: 30_000, missing: 1 });
    expect(plan.lines.map(({ material, because: why }) => [material !== null, ...why])).toEqual([
      [true],
      [false, because],
    ]);
  });

  it('never overlaps, never cuts, and counts down evenly, whatever its spots', () => {
    const lengths = fc.array(fc.option(fc.integer({ min: 100, max: 90_000 })), { maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.nat(300_000), fc.double({ min: 0, max: 1, noNaN: true }), (all, plannedMs, share) => {
        const materials = all.flatMap((ms, index) => (ms === null ? [] : [ready(`s${index}`, ms)]));
        const plan = planBreak(
          all.map((_, index) => spot(`s${index}`)),
          lookup(materials),
          plannedMs,
          0,
        );
        const sum = materials.reduce((total, { durationMs }) => total + durationMs, 0);
        expect(plan.totalMs).toBe(sum);
        expect(plan.overMs).toBe(sum - plannedMs);
        let end = 0;
        for (const line of plan.lines) {
          expect(line.startMs).toBe(end);
          expect(line.ms).toBe(line.material?.durationMs ?? 0);
          end += line.ms;
        }
        const elapsed = Math.floor(share * sum);
        const clock = breakClock(plan, elapsed);
        expect(clock.spotsMs + elapsed).toBe(sum);
        if (clock.line !== null) expect(clock.lineMs).toBeGreaterThan(0);
      }),
    );
  });
});
