import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Takeover } from '../contract/records/takeover';
import { newId } from '../contract/ulid';
import { byPrecedence, endOf, holds, isMeant, isOver, nextEdge, onTop } from './takeover';

const T0 = 1_700_000_000_000;
const text = (tone: 'emergency' | 'notice'): Takeover['what'] => ({
  kind: 'text',
  tone,
  title: 'Banjir',
  body: '',
  qr: '',
});
const takeover = (part: Partial<Takeover> = {}): Takeover => ({
  id: newId(),
  rev: 1,
  name: 'Banjir',
  what: text('notice'),
  where: { all: true, displayIds: [], groupIds: [] },
  from: T0,
  until: T0 + 10_000,
  test: false,
  endedAt: null,
  undone: false,
  cue: null,
  createdAt: T0,
  createdBy: 'Penyiar 1',
  ...part,
});

describe('the time of a takeover', () => {
  it('is from its start, inclusive, to its end, exclusive', () => {
    expect([T0 - 1, T0, T0 + 9_999, T0 + 10_000].map((now) => holds(takeover(), now))).toEqual([
      ...[false, true, true, false],
    ]);
    expect([T0 - 1, T0 + 9_999, T0 + 10_000].map((now) => isOver(takeover(), now))).toEqual([false, false, true]);
  });

  it('goes on until someone ends it where no end is given', () => {
    const open = takeover({ until: null });
    expect([endOf(open), holds(open, T0 + 1e11)]).toEqual([Number.POSITIVE_INFINITY, true]);
    const ended = takeover({ until: null, endedAt: T0 + 500 });
    expect([holds(ended, T0 + 499), holds(ended, T0 + 500), isOver(ended, T0 + 500)]).toEqual([true, false, true]);
  });

  it('never comes where it was ended before its start', () => {
    const called = takeover({ endedAt: T0 - 500 });
    expect([T0 - 600, T0, T0 + 1].map((now) => holds(called, now) || !isOver(called, now))).toEqual([
      ...[false, false, false],
    ]);
  });

  it('changes at the next edge and at no instant before it', () => {
    const spell = fc.record({
      from: fc.integer({ min: 0, max: 50 }),
      until: fc.option(fc.integer({ min: 0, max: 50 })),
      endedAt: fc.option(fc.integer({ min: 0, max: 50 })),
    });
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 5 }), fc.integer({ min: 0, max: 50 }), (spells, now) => {
        const state = (at: number) => spells.map((each) => holds(each, at)).join();
        const edge = nextEdge(spells, now);
        for (let at = now; at < (edge ?? 60); at++) expect(state(at)).toBe(state(now));
        if (edge !== null) expect(edge).toBeGreaterThan(now);
      }),
    );
  });
});

it('is meant for all, for a display by itself, and for one by a group', () => {
  const [here, group] = [newId(), newId()];
  const meant = (where: Partial<Takeover['where']>, groups: string[] = []) =>
    isMeant({ where: { all: false, displayIds: [], groupIds: [], ...where } }, here, new Set(groups));
  expect(meant({ all: true })).toBe(true);
  expect([meant({ displayIds: [newId(), here] }), meant({ displayIds: [newId()] })]).toEqual([true, false]);
  expect([meant({ groupIds: [group] }, [group]), meant({ groupIds: [group] }, [newId()])]).toEqual([true, false]);
});

describe('of several that hold at once', () => {
  it('an emergency goes before a newer notice or clip, and a newer emergency before an older', () => {
    const older = takeover({ what: text('emergency') });
    const newer = takeover({ what: text('emergency'), from: T0 + 1000 });
    const notice = takeover({ from: T0 + 2000 });
    const clip = takeover({ from: T0 + 3000, what: { kind: 'asset', assetId: newId() } });
    const all = [notice, older, clip, newer];
    expect(onTop(all, T0 + 500)?.id).toBe(older.id);
    expect(onTop(all, T0 + 4000)?.id).toBe(newer.id);
    expect(onTop([notice, clip], T0 + 4000)?.id).toBe(clip.id);
    expect(onTop(all, T0 - 1)).toBeNull();
  });

  it('a drill never covers what is real', () => {
    const real = takeover();
    const drill = takeover({ what: text('emergency'), test: true, from: T0 + 1000, until: null });
    expect(onTop([drill, real], T0 + 2000)?.id).toBe(real.id);
    expect(onTop([drill, real], T0 + 10_500)?.id).toBe(drill.id);
  });

  it('the order of telling does not matter', () => {
    const any = fc
      .record({ test: fc.boolean(), from: fc.constantFrom(T0, T0 + 1), tone: fc.constantFrom('emergency', 'notice') })
      .map(({ test, from, tone }) => takeover({ test, from, what: text(tone as 'notice') }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (all) => {
        expect([...all].reverse().sort(byPrecedence)).toEqual([...all].sort(byPrecedence));
      }),
    );
  });
});
