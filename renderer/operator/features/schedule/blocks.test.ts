import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../electron/contract/records/timeline';
import { newId } from '../../../../electron/contract/ulid';
import { drawingOf, entryAt, planLaid } from './blocks';

const START = 1_800_000_000_000;
const bookings = [newId(1), newId(2)];

/** Entries of the given lengths laid end to end, taking turns between two bookings. */
function timeline(lengths: number[]): Plan {
  const hash = 'a'.repeat(64);
  const because = { code: 'why.rotation', params: {} };
  let at = START;
  return {
    displayId: newId(3),
    from: START,
    until: START + lengths.reduce((sum, ms) => sum + ms, 0),
    fit: 'contain',
    skipped: [],
    clips: bookings.map((bookingId) => ({
      kind: 'image',
      bookingId,
      because,
      assetId: newId(4),
      name: 'clip',
      hash,
      bytes: 1,
      mime: 'image/jpeg',
    })),
    entries: lengths.map((ms, index) => {
      const start = at;
      at += ms;
      return [index % 2, start, ms];
    }),
  };
}

describe('finding an entry', () => {
  const line = timeline([1000, 2000, 3000]);
  it('holds its start and not its end', () => {
    expect(entryAt(line.entries, START)).toBe(0);
    expect(entryAt(line.entries, START + 999)).toBe(0);
    expect(entryAt(line.entries, START + 1000)).toBe(1);
  });
  it('is past the last when all is over', () => expect(entryAt(line.entries, START + 6000)).toBe(3));
});

describe('drawing', () => {
  it('draws each entry while it is wide', () => {
    const drawing = drawingOf(planLaid(timeline([1000, 2000, 1000])), { from: START, until: START + 4000 }, 400);
    expect(drawing.kind === 'blocks' && drawing.blocks.map(({ x, width }) => [x, width])).toEqual([
      [0, 100],
      [100, 200],
      [300, 100],
    ]);
  });

  it('cuts what reaches out of view', () => {
    const drawing = drawingOf(planLaid(timeline([1000, 2000])), { from: START + 500, until: START + 1500 }, 100);
    expect(drawing.kind === 'blocks' && drawing.blocks.map(({ x, width }) => [x, width])).toEqual([
      [0, 50],
      [50, 50],
    ]);
  });

  it('draws an even loop of many short entries as one band', () => {
    const day = timeline(Array.from({ length: 2880 }, () => 30_000));
    const drawing = drawingOf(planLaid(day), { from: START, until: START + 86_400_000 }, 960);
    expect(drawing.kind === 'bands' && drawing.bands.map(({ x, width, shares }) => ({ x, width, shares }))).toEqual([
      {
        x: 0,
        width: 960,
        shares: [
          { key: bookings[0], part: 0.5 },
          { key: bookings[1], part: 0.5 },
        ],
      },
    ]);
  });

  it('cuts where a booking begins and ends', () => {
    const day = timeline(Array.from({ length: 2880 }, () => 30_000));
    const alone = day.entries.map(([clip, start, ms], index): Plan['entries'][number] => [
      index < 720 ? 0 : clip,
      start,
      ms,
    ]);
    const drawing = drawingOf(planLaid({ ...day, entries: alone }), { from: START, until: START + 86_400_000 }, 960);
    expect(drawing.kind === 'bands' && drawing.bands.map(({ x, shares }) => [x, shares.length])).toEqual([
      [0, 1],
      [expect.closeTo(240, 0), 2],
    ]);
  });

  it('draws nothing outside the timeline', () => {
    expect(drawingOf(planLaid(timeline([1000])), { from: START + 9000, until: START + 9999 }, 100)).toEqual({
      kind: 'blocks',
      blocks: [],
    });
  });

  it('accounts for all time in view', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 200, maxLength: 400 });
    fc.assert(
      fc.property(lengths, (all) => {
        const line = timeline(all);
        const drawing = drawingOf(planLaid(line), { from: line.from, until: line.until }, 90);
        if (drawing.kind !== 'bands') throw new Error('expected bands');
        for (const band of drawing.bands) {
          expect(band.shares.reduce((sum, share) => sum + share.part, 0)).toBeCloseTo(1, 6);
        }
        expect(drawing.bands.reduce((sum, band) => sum + band.width, 0)).toBeCloseTo(90, 6);
      }),
    );
  });
});
