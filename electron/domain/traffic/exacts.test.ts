import { describe, expect, it } from 'vitest';
import type { Booking } from '../../contract/records/booking';
import { compile } from '../compile';
import { at, booking, inputFor, ofPlaylist, playlist, video } from '../compile-fixtures';
import { policyOf } from './fixtures';

const ENDED = video(1, 30_000, { validTo: '2026-03-01' });
const GOOD = video(2, 30_000);
const BOTH = playlist(1, [ENDED, GOOD]);
const OLD = playlist(2, [ENDED]);
const span = [at('2026-03-02 00:00:00'), at('2026-03-03 00:00:00')] as const;

function dayOf(times: string[], list = BOTH, over: Partial<Booking> = {}) {
  const only = booking(1, ofPlaylist(list), { how: { kind: 'exact', times, whenTaken: 'join' }, ...over });
  const given = { assets: [ENDED, GOOD], playlists: [BOTH, OLD], bookings: [only], policy: policyOf() };
  const plan = compile(inputFor(given, ...span));
  return {
    starts: plan.entries.filter(([clip]) => plan.clips[clip]?.bookingId === only.id).map(([, start]) => start),
    codes: plan.skipped.map(({ because }) => because.code),
  };
}

describe('exact times', () => {
  it('take the next item of their list that may air', () => {
    const { starts, codes } = dayOf(['10:00:00', '12:00:00']);
    expect(starts).toEqual([at('2026-03-02 10:00:00'), at('2026-03-02 12:00:00')]);
    expect(codes).toEqual([]);
  });

  it('say that none may air, not that the display is closed', () => {
    expect(dayOf(['10:00:00'], OLD)).toEqual({ starts: [], codes: ['why.noneValid'] });
    const slot = { kind: 'slot', slot: 1, every: 1, first: 0 } as const;
    expect(dayOf([], OLD, { how: slot }).codes).toEqual(['why.noneValid']);
  });

  it.each(['05:00:00', '23:00:00', '21:59:50'])('say of %s that the display is closed', (time) => {
    expect(dayOf([time])).toEqual({ starts: [], codes: ['why.exactClosed'] });
  });
});
