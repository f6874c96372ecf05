import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNCE_MS, type CartEffect, type CartEvent, type CartState, duckedDb, SILENT, turn } from './cart-machine';
import { PLAIN_MANNER, type Slot } from './slot';

const slot = (assetId: string, loop = false): Slot => ({ assetId, manner: { ...PLAIN_MANNER, loop } });
const press = (assetId: string, at: number, voiceId: string, more: { restart?: boolean; loop?: boolean } = {}) => ({
  ...{ type: 'press' as const, slot: slot(assetId, more.loop), at, voiceId, restart: more.restart ?? false },
});

function play(...events: CartEvent[]): { state: CartState; effects: CartEffect[] } {
  let state = SILENT;
  const effects: CartEffect[] = [];
  for (const event of events) {
    const next = turn(state, event);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}
const types = (effects: readonly CartEffect[]) => effects.filter(({ type }) => type !== 'duck').map(({ type }) => type);

describe('a key', () => {
  it('starts, ignores a bounce, fades on a later press, and begins anew with shift', () => {
    expect(types(play(press('a', 0, 'v1'), press('a', BOUNCE_MS - 1, 'v2')).effects)).toEqual(['start']);
    expect(types(play(press('a', 0, 'v1'), press('a', 1000, 'v2')).effects)).toEqual(['start', 'stop']);
    const again = play(press('a', 0, 'v1'), press('a', 1000, 'v2', { restart: true }));
    expect(types(again.effects)).toEqual(['start', 'stop', 'start']);
    expect(again.state.voices.map(({ id, fading }) => [id, fading])).toEqual([
      ['v1', true],
      ['v2', false],
    ]);
  });

  it('plays again while its last take still fades', () => {
    const { effects } = play(press('a', 0, 'v1'), press('a', 1000, 'v2'), press('a', 2000, 'v3'));
    expect(types(effects)).toEqual(['start', 'stop', 'start']);
  });

  it('brings beds down under spots, a break and the microphone, and up again', () => {
    const bed = press('bed', 0, 'b', { loop: true });
    expect(duckedDb(play(bed).state)).toBe(0);
    const under = play(bed, { type: 'mic', on: true }, { type: 'break', on: true }, { type: 'mic', on: false });
    expect(under.effects.filter(({ type }) => type === 'duck')).toHaveLength(1);
    expect(duckedDb(under.state)).toBeLessThan(-6);
    expect(duckedDb(turn(under.state, { type: 'break', on: false }).state)).toBe(0);
    expect(duckedDb(play(bed, press('a', 1, 'v')).state)).toBeLessThan(-6);
  });

  it('falls back once when its output goes away', () => {
    expect(types(play({ type: 'deviceLost' }, { type: 'deviceLost' }).effects)).toEqual(['fallBack']);
  });
});

const assets = fc.constantFrom('a', 'b', 'bed');
const anyEvent = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), asset: assets, restart: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ended' as const), nth: fc.nat(5) }) },
  fc.record({ kind: fc.constant('stopAll' as const), fadeMs: fc.constantFrom(30, 1500) }),
  fc.record({ kind: fc.constant('mic' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('break' as const), on: fc.boolean() }),
);

describe('what is taken back', () => {
  it('is stopped at once, also while it fades, and nothing else with it', () => {
    const on = turn(turn(SILENT, press('a', 0, 'v1')).state, press('b', 500, 'v2')).state;
    const fading = turn(on, press('a', 1000, 'v3')).state;
    for (const state of [on, fading]) {
      const { state: next, effects } = turn(state, { type: 'withdraw', assetId: 'a' });
      expect(effects.filter(({ type }) => type === 'stop')).toEqual([{ type: 'stop', voiceId: 'v1', fadeMs: 30 }]);
      expect(next.voices.map(({ id, fading: goes }) => [id, goes])).toEqual([
        ['v1', true],
        ['v2', false],
      ]);
    }
    expect(turn(on, { type: 'withdraw', assetId: 'c' }).effects).toEqual([]);
  });
});

describe('whatever is pressed', () => {
  it('one take of a sound plays, only what plays is stopped, and beds are down exactly while something is spoken', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 900 })), { maxLength: 60 }), (steps) => {
        let [state, at, count, down] = [SILENT, 0, 0, 0];
        const lastAt = new Map<string, number>();
        for (const [step, waited] of steps) {
          at += waited;
          const before = state;
          const event: CartEvent =
            step.kind === 'press'
              ? press(step.asset, at, `v${count++}`, { restart: step.restart, loop: step.asset === 'bed' })
              : step.kind === 'ended'
                ? { type: 'ended', voiceId: before.voices[step.nth]?.id ?? 'none' }
                : step.kind === 'stopAll'
                  ? { type: 'stopAll', fadeMs: step.fadeMs }
                  : { type: step.kind, on: step.on };
          const { state: next, effects } = turn(before, event);
          for (const effect of effects) {
            if (effect.type === 'stop') expect(before.voices.some(({ id }) => id === effect.voiceId)).toBe(true);
            if (effect.type === 'duck') down = effect.db;
            if (effect.type === 'start') {
              expect(effect.slot.assetId).toBe(event.type === 'press' ? event.slot.assetId : '');
              const last = lastAt.get(effect.slot.assetId);
              if (last !== undefined) expect(at - last).toBeGreaterThanOrEqual(BOUNCE_MS);
              lastAt.set(effect.slot.assetId, at);
            }
          }
          for (const asset of ['a', 'b', 'bed']) {
            expect(next.voices.filter(({ assetId, fading }) => assetId === asset && !fading).length).toBeLessThan(2);
          }
          if (event.type === 'stopAll') expect(next.voices.every(({ fading }) => fading)).toBe(true);
          expect(down).toBe(duckedDb(next));
          state = next;
        }
      }),
    );
  });
});
