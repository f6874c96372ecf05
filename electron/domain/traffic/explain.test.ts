import { describe, expect, it } from 'vitest';
import { compile } from '../compile';
import { at, booking, inputFor, ofAsset, video } from '../compile-fixtures';
import { atOnce } from '../steps';
import { explainDay } from './explain';
import { policyOf } from './fixtures';

describe('an explained day', () => {
  const clips = [1, 2].map((n) => video(n, 30_000));
  const [one, other] = clips.map(ofAsset);
  if (!one || !other) throw new Error('two clips');
  const slot = { how: { kind: 'slot' as const, slot: 4, every: 1, first: 0 } };
  const bookings = [booking(1, one, slot), booking(2, other, slot), booking(3, other, { paused: true })];
  const span = [at('2026-03-02 00:00:00'), at('2026-03-03 00:00:00')] as const;
  const input = inputFor({ assets: clips, bookings, policy: policyOf() }, ...span);
  const { decisions, throughout } = atOnce(explainDay(input));

  it('places what a compile places, entry by entry', () => {
    const plan = compile(input);
    const placed = decisions.filter(({ kind }) => kind === 'placed');
    expect(placed.map((each) => [each.at, each.ms, each.bookingId, each.because])).toEqual(
      plan.entries.map(([clip, start, ms]) => [start, ms, plan.clips[clip]?.bookingId, plan.clips[clip]?.because]),
    );
  });

  it('says of every loop, not of the first alone, who was passed over and why', () => {
    const skipped = decisions.filter(({ kind }) => kind === 'skipped');
    expect(skipped).toHaveLength(192);
    expect(skipped[1]).toMatchObject({
      at: at('2026-03-02 06:06:30'),
      bookingId: bookings[1]?.id,
      because: { code: 'why.slotTaken', params: { slot: 4, by: 'Pesanan 1' } },
    });
    expect(decisions.map((each) => each.at)).toEqual(decisions.map((each) => each.at).toSorted((a, b) => a - b));
    expect(throughout.map(({ because }) => because.code)).toEqual(['why.paused']);
  });

  it('says which bookings have no slot here, with a loop that is too short and with none', () => {
    const eleventh = booking(4, one, { how: { ...slot.how, slot: 11 } });
    const passedOver = (policy: typeof input.policy) =>
      compile(inputFor({ assets: clips, bookings: [eleventh], policy }, ...span)).skipped;
    const because = { code: 'why.noSlot', params: { booking: eleventh.name, slot: 11 } };
    for (const policy of [policyOf(), null])
      expect(passedOver(policy)).toContainEqual({ bookingId: eleventh.id, assetId: null, because });
    expect(compile(input).skipped.map((each) => each.because.code)).not.toContain('why.noSlot');
  });
});
