import { describe, expect, it } from 'vitest';
import { MOST_PLAYS, MOST_SLOTS, Shown } from '../../contract/api/shown';
import { newId } from '../../contract/ulid';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { atOnce } from '../../domain/steps';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { samplePlay } from '../store/samples';
import { shownBetween } from './shown';

const DISPLAY = newId();
const BOOKING = newId();
const MIDNIGHT = Date.UTC(2026, 10, 21);
let store: Store;
freshStore((fresh) => {
  store = fresh;
});

const play = (start: number, ms: number, over: Parameters<typeof samplePlay>[0] = {}) =>
  samplePlay({
    ...{ displayId: DISPLAY, bookingId: BOOKING, bookingName: 'Pagi', startedAt: start, endedAt: start + ms },
    ...{ plannedStart: start, plannedMs: ms, outcome: 'shown' as const, because: null },
    ...over,
  });
const ask = (from: number, until: number, now = MIDNIGHT + 10 * DAY_MS) =>
  Shown.parse(atOnce(shownBetween(store, { displayId: DISPLAY, from, until }, now)));

describe('what was shown', () => {
  it('is told play by play while they are few, with the one that reaches in, what was skipped and whose it was', () => {
    const because = { code: 'play.pageDied', params: {} };
    store.plays.add([
      play(MIDNIGHT - 90_000, 60_000),
      play(MIDNIGHT - 20_000, 30_000),
      play(MIDNIGHT + 12_000, 8000, { bookingId: null, bookingName: null, assetId: newId() }),
      play(MIDNIGHT + 20_000, 0, { outcome: 'skipped', plannedMs: 10_000, because }),
      play(MIDNIGHT + 30_000, 5000, { displayId: newId() }),
    ]);
    const shown = ask(MIDNIGHT, MIDNIGHT + HOUR_MS);
    expect(shown).toMatchObject({ kind: 'plays', reportedUntil: MIDNIGHT + 20_000 });
    expect(shown.owners).toEqual([{ kind: 'booking', bookingId: BOOKING, name: 'Pagi' }, { kind: 'filler' }]);
    expect(shown.kind === 'plays' && shown.plays).toMatchObject([
      { owner: 0, start: MIDNIGHT - 20_000, ms: 30_000, outcome: 'shown' },
      { owner: 1, start: MIDNIGHT + 12_000, ms: 8000 },
      { owner: 0, start: MIDNIGHT + 20_000, ms: 10_000, outcome: 'skipped', because },
    ]);
  });

  it('is told of a day of 8,640 plays in slots, in an answer of a bounded size, with the hole in it', () => {
    const holes = [3000, 3001, 3002];
    const all = Array.from({ length: 8640 }, (_, index) => play(MIDNIGHT + index * 10_000, 9960));
    store.plays.add(all.filter((_, index) => !holes.includes(index)));
    const shown = ask(MIDNIGHT, MIDNIGHT + DAY_MS);
    if (shown.kind !== 'slots') throw new Error('it was told play by play');
    expect(shown.slots).toHaveLength(288);
    expect(shown.slots.length).toBeLessThanOrEqual(MOST_SLOTS);
    expect(JSON.stringify(shown).length).toBeLessThan(50_000);
    expect(shown.slots.reduce((sum, { plays }) => sum + plays, 0)).toBe(8637);
    const torn = shown.slots.filter(({ gapMs }) => gapMs >= 1000);
    expect(torn).toMatchObject([{ start: MIDNIGHT + 100 * 300_000, gapMs: 30_000, plays: 27 }]);
    const close = ask(MIDNIGHT + 8 * HOUR_MS, MIDNIGHT + 9 * HOUR_MS);
    expect(close.kind === 'plays' && close.plays.length).toBe(357);
    expect(357).toBeLessThan(MOST_PLAYS);
  });

  it('ends now, and has nothing to tell of the future or of a display that never reported', () => {
    store.plays.add([play(MIDNIGHT, 10_000)]);
    expect(ask(MIDNIGHT, MIDNIGHT + HOUR_MS, MIDNIGHT + 60_000).until).toBe(MIDNIGHT + 60_000);
    expect(ask(MIDNIGHT, MIDNIGHT + HOUR_MS, MIDNIGHT - 1)).toMatchObject({ until: MIDNIGHT, plays: [] });
    const other = { displayId: newId(), from: MIDNIGHT, until: MIDNIGHT + HOUR_MS };
    expect(atOnce(shownBetween(store, other, MIDNIGHT + DAY_MS))).toMatchObject({ reportedUntil: null, plays: [] });
  });

  it('is not asked for more than a day, or for nothing', () => {
    expect(() => ask(MIDNIGHT, MIDNIGHT + 26 * HOUR_MS)).toThrow();
    expect(() => ask(MIDNIGHT, MIDNIGHT)).toThrow();
  });
});
