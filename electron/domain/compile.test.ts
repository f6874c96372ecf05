import { describe, expect, it } from 'vitest';
import { NOTHING_LENT } from '../contract/records/partner';
import { Timeline as TimelineSchema } from '../contract/records/timeline';
import { HOUR_MS } from './calendar';
import { type Compiled, compile, survey } from './compile';
import {
  at,
  booking,
  idFor,
  inputFor,
  ofAsset,
  ofPlaylist,
  playlist,
  rendition,
  still,
  VT01,
  video,
} from './compile-fixtures';
import { atOnce } from './steps';
import { localParts } from './time';
import { checkTimeline } from './timeline';

const S = 1000;
const FROM = at('2026-03-02 00:00:00');
const UNTIL = at('2026-03-03 00:00:00');
const SIX_TO_NINE = { dayparts: [{ start: '06:00:00', end: '09:00:00' }] };

const clipsOf = (timeline: Compiled) => timeline.entries.map(([clip]) => timeline.clips[clip]);
/** `HH:mm:ss name code` of each entry. */
const told = (timeline: Compiled) =>
  timeline.entries.map(([index, start]) => {
    const clip = timeline.clips[index];
    const name = clip?.kind === 'slate' ? 'slate' : clip?.name;
    return `${localParts(start, 'Asia/Jakarta').time} ${name} ${clip?.because.code.slice(4)}`;
  });
const day = (given: Parameters<typeof inputFor>[0], from = FROM, until = UNTIL) =>
  compile(inputFor(given, from, until));

describe('a smart playlist', () => {
  const rule = { tags: [], agencyIds: [], categories: ['Kesehatan'], sort: 'name' as const, limit: 10 };
  const assets = [
    video(2, 30 * S, { category: 'Kesehatan' }),
    video(1, 30 * S, { category: 'Kesehatan' }),
    video(3, 30 * S, { category: 'Radio' }),
    video(4, 30 * S, { category: 'Kesehatan', approval: 'pending' }),
  ];
  // What was put in by hand before is not looked at.
  const smart = playlist(1, [{ id: idFor('A', 3) }], { smart: rule });

  it('plays what its rule finds, in its order, each judged as in any other', () => {
    const timeline = day({ assets, playlists: [smart], bookings: [booking(1, ofPlaylist(smart))] });
    expect(clipsOf(timeline).slice(0, 3)).toMatchObject([{ name: 'Clip 1' }, { name: 'Clip 2' }, { name: 'Clip 1' }]);
    expect(timeline.skipped.map(({ because }) => because.code)).toEqual(['why.notApproved']);
  });

  it('says that it finds nothing', () => {
    const timeline = day({ playlists: [smart], bookings: [booking(1, ofPlaylist(smart))] });
    expect(timeline.skipped).toMatchObject([{ because: { code: 'why.nothingFound' } }]);
  });
});

describe('the demo day of VT-01', () => {
  const slots = Array.from({ length: 13 }, (_, index) => video(index + 1, 30 * S));
  const eighth = [7, 10, 11, 12];
  const dayparts = ['06', '09', '15', '18', '22'].map((hour) => `${hour}:00:00`);
  const lists = eighth.map((special, part) =>
    playlist(
      part + 1,
      [0, 1, 2, 3, 4, 5, 6, special, 8, 9].map((slot) => slots[slot]).filter((slot) => slot !== undefined),
    ),
  );
  const bookings = lists.map((list, part) =>
    booking(part + 1, ofPlaylist(list), { dayparts: [{ start: dayparts[part] ?? '', end: dayparts[part + 1] ?? '' }] }),
  );
  const timeline = day({ assets: slots, playlists: lists, bookings });
  const plays = (n: number) =>
    clipsOf(timeline).filter((clip) => clip && clip.kind !== 'slate' && clip.assetId === idFor('A', n)).length;

  it('plays slot 8 36, 72, 36 and 48 times and every other slot 192 times', () => {
    expect(eighth.map((slot) => plays(slot + 1))).toEqual([36, 72, 36, 48]);
    expect([1, 2, 3, 4, 5, 6, 7, 9, 10].map(plays)).toEqual(Array(9).fill(192));
  });

  it('shows the slate at night and is whole', () => {
    expect(told(timeline).at(0)).toBe('00:00:00 slate slate');
    expect(told(timeline).at(-1)).toBe('22:00:00 slate slate');
    expect(checkTimeline(timeline)).toBeNull();
    expect(TimelineSchema.parse({ ...timeline, revision: 1, countedAt: 0 }).entries).toHaveLength(192 * 10 + 2);
  });

  it('says which item of which list it is', () => {
    const clip = timeline.clips[timeline.entries.find(([, start]) => start === at('2026-03-02 14:03:30'))?.[0] ?? -1];
    expect(clip).toMatchObject({
      name: 'Clip 11',
      bookingId: idFor('B', 2),
      because: { code: 'why.booking', params: { booking: 'Pesanan 2', playlist: 'Daftar 2', position: 8, count: 10 } },
    });
  });
});

describe('turns', () => {
  const clips = [video(1, 30 * S), video(2, 30 * S), video(3, 30 * S), video(4, 15 * S)];
  const list = playlist(1, clips.slice(0, 3));
  const assets = clips;

  it('gives each booking one item in turn until all have had theirs, oldest booking first', () => {
    const bookings = [booking(2, ofAsset(video(4, 0)), SIX_TO_NINE), booking(1, ofPlaylist(list), SIX_TO_NINE)];
    const timeline = day({ assets, playlists: [list], bookings }, at('2026-03-02 06:00:00'), at('2026-03-02 06:03:00'));
    expect(told(timeline)).toEqual([
      '06:00:00 Clip 1 booking',
      '06:00:30 Clip 4 bookingAsset',
      '06:00:45 Clip 2 booking',
      '06:01:15 Clip 3 booking',
      '06:01:45 Clip 1 booking',
      '06:02:15 Clip 4 bookingAsset',
      '06:02:30 Clip 2 booking',
    ]);
    expect(timeline.until).toBe(at('2026-03-02 06:03:00'));
  });

  it('does not begin an item that would not end before the edge, and fills the rest from the top of the filler, cut', () => {
    const filler = playlist(
      9,
      [clips[3], clips[0]].filter((clip) => clip !== undefined),
    );
    const bookings = [booking(1, ofPlaylist(list), { dayparts: [{ start: '06:00:00', end: '06:00:50' }] })];
    const given = { assets, playlists: [list, filler], bookings, station: { fillerPlaylistId: filler.id } };
    const timeline = day(given, at('2026-03-02 06:00:00'), at('2026-03-02 06:00:55'));
    expect(told(timeline)).toEqual([
      '06:00:00 Clip 1 booking',
      '06:00:30 Clip 4 fillerRest',
      '06:00:45 Clip 1 fillerRest',
      '06:00:50 Clip 4 filler',
    ]);
    expect(timeline.entries[2]?.[2]).toBe(5 * S);
    expect(timeline.clips[timeline.entries[1]?.[0] ?? -1]?.because.params).toEqual({
      playlist: 'Daftar 9',
      until: '06:00:50 WIB',
    });
  });

  it('leaves out what is longer than the booking ever plays, and goes on with the rest', () => {
    const long = video(5, 10 * 60 * S);
    const mixed = playlist(2, [long, video(4, 0)]);
    const bookings = [booking(1, ofPlaylist(mixed), { dayparts: [{ start: '06:00:00', end: '06:05:00' }] })];
    const timeline = day({ assets: [...assets, long], playlists: [mixed], bookings });
    expect(told(timeline)).toHaveLength(22);
    expect(timeline.skipped).toEqual([
      { bookingId: idFor('B', 1), assetId: long.id, because: { code: 'why.tooLong', params: { asset: 'Clip 5' } } },
    ]);
  });

  it('plays around the clock with no seam at midnight', () => {
    const clip = video(1, 7 * 60 * S);
    const timeline = day(
      { assets: [clip], bookings: [booking(1, ofAsset(clip))] },
      FROM + 23 * HOUR_MS,
      UNTIL + HOUR_MS,
    );
    expect(new Set(timeline.entries.map(([, , ms]) => ms))).toEqual(new Set([7 * 60 * S]));
    expect(timeline.entries.some(([, start, ms]) => start < UNTIL && start + ms > UNTIL)).toBe(true);
  });
});

describe('where and when', () => {
  const clip = video(1, 30 * S);
  const assets = [clip];

  it('takes bookings of its groups and none of other displays', () => {
    const elsewhere = booking(1, ofAsset(clip), { where: { displayIds: [idFor('D', 2)], groupIds: [] } });
    const group = booking(2, ofAsset(clip), { where: { displayIds: [], groupIds: [idFor('G', 1)] } });
    const bookings = [elsewhere, group];
    expect(clipsOf(day({ assets, bookings }))[0]?.kind).toBe('slate');
    expect(clipsOf(day({ assets, bookings, groupIds: [idFor('G', 1)] }))[0]?.bookingId).toBe(group.id);
  });

  it("reads a booking on the station's clock or the display's", () => {
    const display = { ...VT01, zone: 'Asia/Jayapura' };
    const first = (zone: 'station' | 'display') =>
      day({ display, assets, bookings: [booking(1, ofAsset(clip), { ...SIX_TO_NINE, zone })] }).entries[1]?.[1];
    expect(first('station')).toBe(at('2026-03-02 06:00:00'));
    expect(first('display')).toBe(at('2026-03-02 06:00:00', 'Asia/Jayapura'));
  });

  it('knows the next edge, and that a paused booking has none', () => {
    const next = (instant: number, paused = false) => {
      const bookings = [booking(1, ofAsset(clip), { ...SIX_TO_NINE, paused })];
      return atOnce(survey(inputFor({ assets, bookings }, instant, instant + 1), instant)).nextEdge;
    };
    expect(next(at('2026-03-02 05:00:00'))).toBe(at('2026-03-02 06:00:00'));
    expect(next(at('2026-03-02 06:00:00'))).toBe(at('2026-03-02 09:00:00'));
    expect(next(at('2026-03-02 09:00:00'))).toBe(at('2026-03-03 06:00:00'));
    expect(next(at('2027-12-31 09:00:00'))).toBeNull();
    expect(next(FROM, true)).toBeNull();
  });
});

describe('material', () => {
  it("shows stills for their own time, else the station's", () => {
    const picture = still(1);
    const list = playlist(1, [picture, picture]);
    list.items = list.items.map((item, index) => ({ ...item, stillMs: index === 0 ? null : 5 * S }));
    const timeline = day({
      assets: [picture],
      playlists: [list],
      bookings: [booking(1, ofPlaylist(list))],
      station: { stillMs: 12 * S },
    });
    expect(timeline.entries.slice(0, 2).map(([, , ms]) => ms)).toEqual(expect.arrayContaining([12 * S, 5 * S]));
    expect(timeline.clips[0]?.kind).toBe('image');
  });

  it('takes the rendition that begins at the trim, and cuts the entry at its end', () => {
    const [whole] = video(1, 60 * S).renditions;
    const trimmed = {
      ...rendition(1, 10 * S),
      durationMs: 50 * S,
      codecs: { video: 'avc1.64001f', audio: 'mp4a.40.2' },
    };
    const clip = video(1, 60 * S, { renditions: whole ? [whole, trimmed] : [] });
    const list = playlist(1, [clip]);
    list.items = list.items.map((item) => ({ ...item, inMs: 10 * S, outMs: 25 * S }));
    const timeline = day({ assets: [clip], playlists: [list], bookings: [booking(1, ofPlaylist(list), SIX_TO_NINE)] });
    expect(timeline.entries[1]?.[2]).toBe(15 * S);
    expect(timeline.clips[1]).toMatchObject({ hash: trimmed.hash, durationMs: 50 * S });
  });

  it('says of everything left out why, shows filler instead and says that too', () => {
    const queued = { ...rendition(2), state: 'queued' as const, jobId: idFor('J', 1) };
    const assets = [
      video(1, 30 * S, { renditions: [] }),
      video(2, 30 * S, { state: 'transcoding', renditions: [queued] }),
      video(3, 30 * S, { renditions: [{ ...rendition(3), state: 'failed' }] }),
      video(4, 30 * S, { trashedAt: 5 }),
      video(5, 500),
      video(6, 30 * S, { probe: { ...video(6, 30 * S).probe, kind: 'audio' } }),
      video(7, 30 * S, { archivedAt: 5 }),
    ];
    const list = playlist(1, [...assets.slice(0, 6), { id: idFor('A', 99) }]);
    const filler = playlist(2, assets.slice(6));
    const bookings = [
      booking(1, ofPlaylist(list), SIX_TO_NINE),
      booking(2, ofPlaylist(playlist(3, [])), { ...SIX_TO_NINE, paused: true }),
      booking(3, ofPlaylist(playlist(4, [])), SIX_TO_NINE),
      booking(4, ofPlaylist(playlist(5, [])), SIX_TO_NINE),
    ];
    const given = {
      assets,
      playlists: [list, filler, playlist(4, [])],
      bookings,
      station: { fillerPlaylistId: filler.id },
    };
    const timeline = day(given);
    expect(timeline.skipped.map(({ because }) => because.code.slice(4))).toEqual([
      'notReady',
      'notReady',
      'failed',
      'binned',
      'tooShort',
      'audioOnly',
      'missingAsset',
      'emptyPlaylist',
      'missingPlaylist',
      'paused',
    ]);
    const six = timeline.entries.find(([, start]) => start === at('2026-03-02 06:00:00'));
    expect(timeline.clips[six?.[0] ?? -1]?.because).toEqual({
      code: 'why.fillerInstead',
      params: { playlist: 'Daftar 2', booking: 'Pesanan 1' },
    });
    expect(atOnce(survey(inputFor(given, FROM, UNTIL), FROM)).needs).toEqual([
      { assetId: idFor('A', 1), inMs: 0 },
      { assetId: idFor('A', 2), inMs: 0 },
    ]);
  });

  it("prefers the display's filler, falls back to the station's, then to one slate", () => {
    const [own, stations] = [playlist(1, [video(1, 0)]), playlist(2, [video(2, 0)])];
    const display = { ...VT01, fillerPlaylistId: own.id };
    const given = { display, playlists: [own, stations], station: { fillerPlaylistId: stations.id } };
    expect(told(day({ ...given, assets: [video(1, 30 * S), video(2, 30 * S)] }))[0]).toMatch(/Clip 1 filler$/);
    expect(told(day({ ...given, assets: [video(2, 30 * S)] }))[0]).toMatch(/Clip 2 filler$/);
    expect(day(given).entries).toEqual([[0, FROM, UNTIL - FROM]]);
    expect(day(given).skipped[0]?.because.code).toBe('why.nothingBooked');
  });

  it('names a booking that does not air because its agreement does not hold', () => {
    const [agreementId, other] = [idFor('G', 1), idFor('G', 2)];
    const agreement = {
      ...{ id: agreementId, rev: 1, agencyId: idFor('C', 1), number: 'PKS/1', createdAt: 0 },
      ...{ from: '2026-01-01', to: '2026-03-01', lent: NOTHING_LENT, fileId: null, overrides: [] },
    };
    const bookings = [
      booking(1, ofAsset(video(1, 0)), { agreementId }),
      booking(2, ofAsset(video(1, 0)), { agreementId: other }),
      booking(3, ofAsset(video(1, 0)), { agreementId, from: '2026-04-01', to: '2026-04-02' }),
    ];
    const { skipped } = day({ assets: [video(1, 30 * S)], agreements: [agreement], bookings });
    const lapsed = skipped.filter(({ because }) => because.code === 'why.notAgreed');
    expect(lapsed.map(({ bookingId }) => bookingId)).toEqual([idFor('B', 1), idFor('B', 2)]);
  });

  it('ends early rather than write more entries than its bound', () => {
    const timeline = compile(
      inputFor({ assets: [video(1, S)], bookings: [booking(1, ofAsset(video(1, 0)))] }, FROM, UNTIL),
      100,
    );
    expect(timeline.entries).toHaveLength(100);
    expect(timeline.until).toBe(FROM + 100 * S);
    expect(timeline.skipped[0]?.because.code).toBe('why.tooMany');
    expect(checkTimeline(timeline)).toBeNull();
  });
});
