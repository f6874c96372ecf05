import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../calendar';
import { compile } from '../compile';
import { at, booking, idFor, inputFor, ofPlaylist, playlist, VT01, video } from '../compile-fixtures';
import { localParts } from '../time';
import { policyOf } from './fixtures';

const S = 1000;

const EIGHTH = ['06:00:00', '09:00:00', '15:00:00', '18:00:00', '22:00:00'];

describe('the demo day of VT-01 Alun-alun', () => {
  const assets = [
    ...Array.from({ length: 10 }, (_, n) => video(n + 1, 30 * S)),
    ...[11, 12].map((n) => video(n, 15 * S)),
    ...[13, 14, 15, 16].map((n) => video(n, 30 * S)),
  ];
  const one = (n: number, ...clips: number[]) =>
    playlist(
      n,
      clips.map((clip) => ({ id: idFor('A', clip) })),
    );
  const playlists = [
    ...[1, 2, 3, 4, 6, 7, 9, 10].map((n) => one(n, n)),
    one(5, 11, 12),
    ...[13, 14, 15, 16].map((n) => one(n, n)),
  ];
  const slot = (n: number) => ({ how: { kind: 'slot' as const, slot: n, every: 1, first: 0 } });
  const bookings = [
    ...[1, 2, 3, 4, 5, 6, 7, 9, 10].map((n) => booking(n, ofPlaylist(one(n)), slot(n))),
    ...[0, 1, 2, 3].map((part) =>
      booking(13 + part, ofPlaylist(one(13 + part)), {
        ...slot(8),
        dayparts: [{ start: EIGHTH[part] ?? '', end: EIGHTH[part + 1] ?? '' }],
      }),
    ),
  ];
  const day = { from: at('2026-03-02 00:00:00'), until: at('2026-03-03 00:00:00') };
  const input = inputFor({ assets, playlists, bookings, policy: policyOf() }, day.from, day.until);
  const plan = compile(input);
  const plays = (n: number, from = day.from, until = day.until) =>
    plan.entries.filter(
      ([clip, start]) => plan.clips[clip]?.bookingId === idFor('B', n) && start >= from && start < until,
    );

  it('gives every slot 192 plays', () => {
    for (const n of [1, 2, 3, 4, 6, 7, 9, 10]) expect(plays(n)).toHaveLength(192);
    // Two clips of 15 s share the fifth.
    expect(plays(5)).toHaveLength(384);
    expect(plan.skipped).toEqual([]);
  });

  it('gives the eighth slot 36, 72, 36 and 48 by daypart', () => {
    expect([13, 14, 15, 16].map((n) => plays(n).length)).toEqual([36, 72, 36, 48]);
  });

  it('takes 69 of 72 and leaves three owed when 14:05-14:20 is taken over', () => {
    const taken = plays(14, at('2026-03-02 14:05:00'), at('2026-03-02 14:20:00'));
    expect([plays(14).length - taken.length, taken.length]).toEqual([69, 3]);
  });

  it('is black from 22:00 to 06:00 and says why of every slot', () => {
    const [first] = plan.entries;
    expect(plan.clips[first?.[0] ?? -1]).toMatchObject({ kind: 'slate', dark: true, because: { code: 'why.closed' } });
    expect(first?.[2]).toBe(6 * HOUR_MS);
    const eighth = plays(14)[0];
    expect(localParts(eighth?.[1] ?? 0, VT01.zone).time).toBe('09:03:30');
    expect(plan.clips[eighth?.[0] ?? -1]?.because).toMatchObject({ code: 'why.slot', params: { slot: 8 } });
  });

  it('is the same for every interval that asks for a part of it', () => {
    for (const hour of ['05:59:50', '06:02:10', '13:37:07', '21:59:59', '23:00:00']) {
      const from = at(`2026-03-02 ${hour}`);
      const part = compile({ ...input, from, until: from + 3 * HOUR_MS });
      const said = (all: typeof plan) =>
        all.entries
          .filter(
            ([clip, start]) => !('dark' in (all.clips[clip] ?? {})) && start >= from && start < from + 2 * HOUR_MS,
          )
          .map(([clip, start, ms]) => [all.clips[clip]?.bookingId, start, ms]);
      const truth = compile({ ...input, until: day.until + 6 * HOUR_MS });
      expect(said(part)).toEqual(said(truth));
    }
  });
});
