import { describe, expect, it } from 'vitest';
import type { Booking, BookingHow } from '../../contract/records/booking';
import { compile } from '../compile';
import { at, booking, inputFor, ofAsset, video } from '../compile-fixtures';
import { policyOf } from './fixtures';

const [plain, old] = [video(1, 30_000), { ...video(2, 30_000), validTo: '2026-03-01' }];
const share = (percent: number): BookingHow => ({ kind: 'share', percent });

/** What Monday 2 March says of each booking by number, beside the loop of ten slots. */
function told(...bookings: Booking[]): Record<string, unknown> {
  const [from, until] = [at('2026-03-02 00:00:00'), at('2026-03-03 00:00:00')];
  const plan = compile(inputFor({ assets: [plain, old], bookings, policy: policyOf() }, from, until));
  const named = new Map(bookings.map(({ id, name }) => [id, name]));
  return Object.fromEntries(plan.skipped.map(({ bookingId, because }) => [named.get(bookingId ?? ''), because]));
}

describe('what a day could not give is told', () => {
  const whole = booking(1, ofAsset(plain), { how: share(80) });

  it('of a share that had not enough of the time', () => {
    expect(told(whole, booking(2, ofAsset(plain), { how: share(60), priority: 1 }))).toEqual({
      'Pesanan 2': { code: 'why.shareShort', params: { booking: 'Pesanan 2', given: 20, percent: 60 } },
    });
  });

  it('of no share that was met within one play', () => {
    expect(told(whole, booking(2, ofAsset(plain), { how: share(20) }))).toEqual({});
  });

  it('of rotation whose turn never came', () => {
    const all = booking(1, ofAsset(plain), { priority: 9 });
    expect(told(all, booking(2, ofAsset(plain), { priority: 1 }))).toEqual({
      'Pesanan 2': { code: 'why.noTurn', params: { booking: 'Pesanan 2' } },
    });
  });

  it.each([
    ['share', share(20)],
    ['frequency', { kind: 'frequency', per: 'hour', plays: 2 } as const],
    ['rotation', { kind: 'rotation' } as const],
  ])('of a %s with nothing that is valid, as that and not as a want of time', (_, how) => {
    expect(told(booking(1, ofAsset(plain)), booking(2, ofAsset(old), { how }))).toEqual({
      'Pesanan 2': { code: 'why.noneValid', params: { booking: 'Pesanan 2' } },
    });
  });
});
