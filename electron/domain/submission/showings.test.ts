/** What a successor is waited for is just what its places will name once it stands in them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Display } from '../../contract/records/display';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { reason } from '../../contract/scalars';
import { booking, idFor, ofAsset, ofPlaylist, playlist, rendition, VT01, video } from '../compile-fixtures';
import { profileKey } from '../profile';
import { items } from '../rundown/samples';
import { bookingWith, playlistWith } from './replacement';
import { type Grid, lacksOf, type Showing, showingsOf } from './showings';

const [OLD, NEW, OTHER] = [video(1, 30_000), video(2, 20_000), video(3, 30_000)];
const change = { from: OLD.id, to: NEW.id, durationMs: 20_000 };
const GROUP = idFor('G', 1);
const display = (n: number): Display => ({
  ...{ id: idFor('D', n), rev: 1, name: `VT-0${n}`, place: '', zone: VT01.zone, token: null, createdAt: 1 },
  ...{ profile: { ...VT01.profile, width: 100 * n }, fillerPlaylistId: null, pitchMm: null, viewingM: null },
});
const DISPLAYS = [display(1), display(2), display(3)];
/** The third is in the group. */
const groupsOf = (id: string) => new Set(id === DISPLAYS[2]?.id ? [GROUP] : []);
const EMPTY: Grid = {
  ...{ bookings: [], playlists: [], displays: DISPLAYS, programmes: [], lines: [], groupsOf, find: () => [] },
  ...{ fillerPlaylistId: null, audioLoudnessLufs: -16 },
};
const onDisplays = (showings: readonly Showing[]) =>
  showings.map(({ display: at, profileKey: key, inMs }) => `${at?.id} ${key} ${inMs}`).sort();

const where = fc.record({
  displayIds: fc.subarray(DISPLAYS.map(({ id }) => id)),
  groupIds: fc.subarray([GROUP]),
});
const begun = fc.record({
  one: fc.constantFrom(OLD, OTHER),
  inMs: fc.integer({ min: 0, max: 40_000 }),
  outMs: fc.option(fc.integer({ min: 0, max: 40_000 })),
});

it('is each file that bookings and filler name on each display after the move, and none besides', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(begun, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(where, fc.constantFrom(OLD, OTHER, 0, 1, 2)), { maxLength: 4 }),
      fc.constantFrom(null, 0, 1, 2),
      (given, booked, filler) => {
        const playlists = given.map((lines, n) => {
          const list = playlist(
            n + 1,
            lines.map(({ one }) => one),
          );
          const trims = lines.map(({ inMs, outMs }) => ({ inMs, outMs }));
          return { ...list, items: list.items.map((item, at) => ({ ...item, ...trims[at] })) };
        });
        const bookings = booked.map(([at, what], n) => {
          const list = typeof what === 'number' ? playlists[what % playlists.length] : undefined;
          return booking(n, list ? ofPlaylist(list) : ofAsset(typeof what === 'number' ? OTHER : what), { where: at });
        });
        const fillerPlaylistId = filler === null ? null : (playlists[filler % playlists.length]?.id ?? null);
        const asked = showingsOf({ ...EMPTY, playlists, bookings, fillerPlaylistId }, change);
        const moved = playlists.map((list) => playlistWith(list, change));
        const named = (id: string | null) =>
          (moved.find((list) => list.id === id)?.items ?? []).filter(({ assetId }) => assetId === NEW.id);
        const expected = DISPLAYS.flatMap(({ id, profile }) => {
          const here = bookings.filter(
            (each) =>
              each.where.displayIds.includes(id) || each.where.groupIds.some((group) => groupsOf(id).has(group)),
          );
          const starts = here
            .map((each) => bookingWith(each, change).what)
            .flatMap((what) => {
              if (what.kind === 'playlist') return named(what.playlistId).map(({ inMs }) => inMs);
              return what.assetId === NEW.id ? [0] : [];
            });
          const all = new Set([...starts, ...named(fillerPlaylistId).map(({ inMs }) => inMs)]);
          return [...all].map((inMs) => `${id} ${profileKey(profile)} ${inMs}`);
        });
        expect(onDisplays(asked)).toEqual(expected.sort());
      },
    ),
  );
});

it('is heard where the radio books it, a break holds it or a programme opens with it', () => {
  const heard = (part: Partial<Grid>) => showingsOf({ ...EMPTY, displays: [], ...part }, change);
  const onRadio = { where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] } };
  const spots = [{ key: idFor('K', 1), assetId: OLD.id, bookingId: null }];
  const sound = [{ display: null, profile: null, profileKey: 'audio-l16', inMs: 0 }];
  expect(heard({})).toEqual([]);
  expect(heard({ bookings: [booking(1, ofAsset(OLD), onRadio)] })).toEqual(sound);
  expect(heard({ lines: items({ spots }) })).toEqual(sound);
  expect(heard({ lines: items({ attachments: [OLD.id] }) })).toEqual([]);
});

it('is shown where a playlist finds the one before by a rule', () => {
  const list = playlist(1, [], { smart: { tags: ['a'], agencyIds: [], categories: [], sort: 'name', limit: 5 } });
  const grid = { ...EMPTY, playlists: [list], bookings: [booking(1, ofPlaylist(list))] };
  expect(showingsOf({ ...grid, find: () => [OLD.id] }, change)).toMatchObject([
    { display: { name: 'VT-01' }, inMs: 0 },
  ]);
  expect(showingsOf({ ...grid, find: () => [OTHER.id] }, change)).toEqual([]);
});

it('shows a cue on every display it is meant for', () => {
  const cue = { what: { kind: 'asset' as const, assetId: OLD.id }, forMs: null };
  const all = items({ cue: { ...cue, where: { all: true, displayIds: [], groupIds: [] } } });
  expect(showingsOf({ ...EMPTY, lines: all }, change)).toHaveLength(3);
  const group = items({ cue: { ...cue, where: { all: false, displayIds: [], groupIds: [GROUP] } } });
  expect(showingsOf({ ...EMPTY, lines: group }, change).map(({ display: at }) => at?.name)).toEqual(['VT-03']);
});

it('keeps nobody waiting for what neither version can be played on', () => {
  const [first] = showingsOf(
    { ...EMPTY, bookings: [booking(1, ofAsset(OLD), { where: { displayIds: [idFor('D', 1)], groupIds: [] } })] },
    change,
  );
  if (!first) throw new Error('nowhere shown');
  const made = (state: 'ready' | 'failed') => {
    const slot = { ...rendition(1), profileKey: first.profileKey, because: [reason('why.failed')] };
    return [state === 'ready' ? slot : { state, profileKey: slot.profileKey, inMs: 0, because: slot.because }];
  };
  const states = (next: typeof NEW, before: typeof OLD) => lacksOf([first], next, before).map(({ state }) => state);
  const [none, ready, failed] = [[], made('ready'), made('failed')];
  expect(states({ ...NEW, renditions: none }, { ...OLD, renditions: none })).toEqual(['coming']);
  expect(states({ ...NEW, renditions: ready }, { ...OLD, renditions: ready })).toEqual([]);
  expect(states({ ...NEW, renditions: failed }, { ...OLD, renditions: ready })).toEqual(['failed']);
  expect(states({ ...NEW, renditions: failed }, { ...OLD, renditions: failed })).toEqual([]);
});
