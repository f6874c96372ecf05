import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStationClock, type Timebase } from './station-clock';

/** A page whose wall clock is off by `wallOff` and a station whose clock runs `ppm` faster. */
function world(wallOff: number, ppm: number) {
  const at = { true: 1_000_000, wallOff, stationOff: 1_700_000_000_000 };
  const base: Timebase = { monotonic: () => at.true - 999_000, wall: () => at.true + 1_699_999_000_000 + at.wallOff };
  const station = () => at.stationOff + at.true + (at.true - 1_000_000) * ppm * 1e-6;
  return { at, base, station };
}

describe('station clock', () => {
  it('is off by at most half the shortest of ten round trips', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), {
          minLength: 10,
          maxLength: 10,
        }),
        fc.integer({ min: -4_000_000, max: 4_000_000 }),
        (trips, wallOff) => {
          const { at, base, station } = world(wallOff, 0);
          const clock = createStationClock(null, base);
          for (const [out, home] of trips) {
            const sent = base.monotonic();
            at.true += out;
            const received = station();
            at.true += home;
            clock.take({ sent, back: base.monotonic(), received, replied: received });
          }
          const best = Math.min(...trips.map(([out, home]) => out + home)) / 2;
          expect(Math.abs(clock.now() - station())).toBeLessThanOrEqual(best + 1 + 0.0003 * 6000);
        },
      ),
    );
  });

  it('does not move when the machine clock is set, and says the new offset', () => {
    const { at, base, station } = world(0, 0);
    const clock = createStationClock(null, base);
    clock.take({ sent: base.monotonic(), back: base.monotonic(), received: station(), replied: station() });
    const before = clock.offset()?.offsetMs ?? Number.NaN;
    at.wallOff += 3_600_000;
    expect(clock.now()).toBeCloseTo(station(), 0);
    expect((clock.offset()?.offsetMs ?? 0) - before).toBeCloseTo(-3_600_000, 0);
  });

  it('follows a station whose clock was set, and says so', () => {
    const { at, base, station } = world(0, 0);
    const clock = createStationClock(null, base);
    const steps: boolean[] = [];
    clock.onStep((trusted) => steps.push(trusted));
    const ping = () => {
      const sent = base.monotonic();
      at.true += 5;
      clock.take({ sent, back: base.monotonic(), received: station(), replied: station() });
    };
    ping();
    steps.length = 0;
    ping();
    at.stationOff -= 3_600_000;
    ping();
    expect(steps).toEqual([true]);
    expect(Math.abs(clock.now() - station())).toBeLessThan(10);
  });

  it('keeps within some ms of a clock that drifts by 300 ppm when asked every 4 s', () => {
    const { at, base, station } = world(0, 300);
    const clock = createStationClock(null, base);
    for (let i = 0; i < 200; i++) {
      const sent = base.monotonic();
      at.true += i % 7;
      const received = station();
      clock.take({ sent, back: base.monotonic(), received, replied: received });
      at.true += 4000;
      if (i > 10) expect(Math.abs(clock.now() - station())).toBeLessThan(9);
    }
  });

  it('finds a leap of the machine clock, goes on by it once where no station answers, and is put right by one', () => {
    const { at, base, station } = world(0, 0);
    const clock = createStationClock(null, base);
    const ping = () =>
      clock.take({ sent: base.monotonic(), back: base.monotonic(), received: station(), replied: station() });
    ping();
    const steps: boolean[] = [];
    clock.onStep((trusted) => steps.push(trusted));
    at.true += 1000;
    expect(clock.leap()).toBe(0);
    at.wallOff += 3_600_000;
    at.stationOff += 3_600_000;
    expect([clock.leap(), clock.leap()]).toEqual([3_600_000, 3_600_000]);
    clock.follow();
    clock.follow();
    expect([clock.leap(), clock.leapt()]).toEqual([0, 3_600_000]);
    expect(clock.now()).toBeCloseTo(station(), 0);
    expect(clock.offset()?.errorMs).toBeGreaterThanOrEqual(1000);
    at.stationOff -= 3_600_000;
    ping();
    expect(clock.now()).toBeCloseTo(station(), 0);
    expect(steps).toEqual([true, true]);
  });

  it('starts cold from the stored offset', () => {
    const { base, station } = world(-5000, 0);
    const clock = createStationClock({ offsetMs: station() - base.wall(), errorMs: 2, at: base.wall() }, base);
    expect(Math.abs(clock.now() - station())).toBeLessThan(2);
    expect(clock.offset()).not.toBeNull();
  });
});
