/** The new version stands wherever the old one stood, and nothing else moves. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { booking, idFor, ofAsset, ofPlaylist, playlist } from '../compile-fixtures';
import { items } from '../rundown/samples';
import { bookingWith, lineWith, playlistWith } from './replacement';

const [OLD, NEW, OTHER] = [idFor('V', 1), idFor('V', 2), idFor('V', 3)];
const change = { from: OLD, to: NEW, durationMs: 20_000 };

it('moves a booking of the old version and leaves every other as it is', () => {
  expect(bookingWith(booking(1, ofAsset({ id: OLD })), change).what).toEqual({ kind: 'asset', assetId: NEW });
  for (const what of [ofAsset({ id: OTHER }), ofPlaylist(playlist(1, []))]) {
    const held = booking(1, what);
    expect(bookingWith(held, change)).toBe(held);
  }
});

it('names in a playlist the new one in each place of the old, with no trim beyond its end', () => {
  const id = fc.constantFrom(OLD, OTHER);
  const trim = fc.record({
    inMs: fc.integer({ min: 0, max: 40_000 }),
    outMs: fc.option(fc.integer({ min: 0, max: 40_000 })),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(id, trim)), (given) => {
      const list = playlist(
        1,
        given.map(([one]) => ({ id: one })),
      );
      const items = list.items.map((item, at) => ({ ...item, ...given[at]?.[1] }));
      const next = playlistWith({ ...list, items }, change).items;
      expect(next.map(({ assetId }) => assetId)).toEqual(given.map(([one]) => (one === OLD ? NEW : one)));
      for (const [at, item] of next.entries()) {
        if (item.assetId === NEW) expect(Math.max(item.inMs, item.outMs ?? 0)).toBeLessThan(change.durationMs);
        else expect(item).toBe(items[at]);
      }
    }),
  );
  const smart = { tags: [], agencyIds: [], categories: [], sort: 'name' as const, limit: 5 };
  const byRule = playlist(1, [{ id: OLD }], { smart });
  expect(playlistWith(byRule, change)).toBe(byRule);
});

it('moves the spots, the material at hand and the cue of a line', () => {
  const cue = { where: { all: true, displayIds: [], groupIds: [] }, forMs: null };
  const spot = { key: idFor('K', 1), bookingId: null };
  const [line, still] = items(
    {
      spots: [
        { ...spot, assetId: OLD },
        { ...spot, key: idFor('K', 2), assetId: OTHER },
      ],
      attachments: [OLD, NEW, OTHER],
      cue: { ...cue, what: { kind: 'asset', assetId: OLD } },
    },
    { attachments: [OTHER] },
  );
  if (!(line && still)) throw new Error('no lines');
  const next = lineWith(line, change);
  expect(next.spots.map(({ assetId }) => assetId)).toEqual([NEW, OTHER]);
  expect(next.attachments).toEqual([NEW, OTHER]);
  expect(next.cue?.what).toEqual({ kind: 'asset', assetId: NEW });
  expect(lineWith(still, change)).toBe(still);
});
