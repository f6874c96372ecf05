import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Monitor } from '../contract/host';
import { stillReachable } from './bounds';
import { match, placementOf } from './placements';
import { afterDeath, troubling } from './restart';

const monitor = (id: string, label = id): Monitor => ({
  id,
  label,
  width: 800,
  height: 400,
  primary: false,
  showing: false,
});

describe('afterDeath', () => {
  it('waits longer each time, never above 30 s, and forgets after a healthy life', () => {
    const delays: number[] = [];
    let state = { deaths: 0 };
    for (let n = 0; n < 12; n++) {
      const next = afterDeath(state, 1000);
      delays.push(next.delayMs);
      state = next.state;
    }
    expect(delays.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(Math.max(...delays)).toBe(30_000);
    expect(afterDeath(state, 120_000)).toEqual({ delayMs: 250, state: { deaths: 1 } });
    expect(troubling({ deaths: 4 })).toBe(true);
  });
});

describe('stillReachable', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  it('keeps what can be caught and drops what cannot', () => {
    expect(stillReachable({ x: 100, y: 100, width: 800, height: 600 }, [screen])).not.toBeNull();
    expect(stillReachable({ x: 1900, y: 100, width: 800, height: 600 }, [screen])).toBeNull();
    expect(stillReachable(null, [screen])).toBeNull();
  });
});

describe('match', () => {
  it('finds a replugged monitor by its looks when its id has changed', () => {
    const place = placementOf(monitor('1', 'LED'));
    expect(match([place], [monitor('9', 'LED')]).get(place)?.id).toBe('9');
    expect(match([place], [monitor('9', 'Office')]).size).toBe(0);
  });

  it('never gives one monitor to two placements', () => {
    const ids = fc.array(fc.constantFrom('1', '2', '3', '4'), { maxLength: 4 });
    fc.assert(
      fc.property(ids, ids, (placed, there) => {
        const pairs = match(
          placed.map((id) => placementOf(monitor(id, 'LED'))),
          [...new Set(there)].map((id) => monitor(id, 'LED')),
        );
        expect(new Set(pairs.values()).size).toBe(pairs.size);
      }),
    );
  });
});
