import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Clip, Entry } from '../../../electron/contract/records/timeline';
import { newId } from '../../../electron/contract/ulid';
import { stripOf } from './day-strip';

const DAY = 86_400_000;
const because = { code: 'why.booking', params: {} };
const video = (name: string, bookingId: string | null): Clip => ({
  kind: 'video',
  bookingId,
  because,
  assetId: newId(),
  name,
  hash: 'a'.repeat(64),
  bytes: 1,
  mime: 'video/mp4',
  durationMs: 30_000,
  codecs: { video: 'avc1', audio: 'mp4a' },
});
const slate: Clip = { kind: 'slate', bookingId: null, because };

it('joins a day of loops into the parts a person thinks of', () => {
  const clips = [video('Ayo ke TPS', newId()), video('Cek DPT', newId()), video('Isian', null), slate];
  const entries: Entry[] = [[3, 0, 6 * 3_600_000]];
  for (let at = 6 * 3_600_000; at < 18 * 3_600_000; at += 60_000) {
    entries.push([0, at, 30_000], [1, at + 30_000, 30_000]);
  }
  entries.push([2, 18 * 3_600_000, 6 * 3_600_000]);
  const strip = stripOf({ from: 0, until: DAY, clips, entries });
  expect(strip.map(({ kind, from, until }) => [kind, from / 3_600_000, until / 3_600_000])).toEqual([
    ['slate', 0, 6],
    ['booked', 6, 18],
    ['filler', 18, 24],
  ]);
  expect(strip[1]?.names).toEqual(['Ayo ke TPS', 'Cek DPT']);
});

it('covers the whole span without gap or overlap, whatever the entries are', () => {
  const clips = [video('A', newId()), video('B', null), slate];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: DAY })), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 200 }),
      (lengths, parts) => {
        const entries: Entry[] = [];
        let at = 1_000_000;
        for (const [clip, ms] of lengths) {
          entries.push([clip, at, ms]);
          at += ms;
        }
        const strip = stripOf({ from: 1_000_000, until: at, clips, entries }, parts);
        expect(strip[0]?.from).toBe(1_000_000);
        expect(strip.at(-1)?.until).toBeCloseTo(at, 3);
        for (const [index, segment] of strip.slice(1).entries()) expect(segment.from).toBe(strip[index]?.until);
      },
    ),
  );
});

it('has nothing to draw where there is no time', () => {
  expect(stripOf({ from: 5, until: 5, clips: [], entries: [] })).toEqual([]);
});
