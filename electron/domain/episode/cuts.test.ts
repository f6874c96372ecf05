import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, cutsOf, lengthOf, merged, type Part, type Source, type Span } from './cuts';

const source = (id: string, startedAt: number, soundMs: number, more: Partial<Source> = {}): Source => ({
  ...{ id, startedAt, soundMs, whole: true, ofShow: true },
  ...more,
});
const part = (sourceId: string, from: number, until: number): Part => ({ sourceId, from, until });

describe('coverage', () => {
  it('goes on in the next hour, and tells what lies between', () => {
    const hours = [source('a', 0, 3600), source('b', 3590, 3600), source('c', 8000, 1000)];
    expect(coverage({ from: 3000, until: 9500 }, hours)).toEqual({
      parts: [part('a', 3000, 3600), part('b', 3600, 7190), part('c', 8000, 9000)],
      gaps: [
        { from: 7190, until: 8000 },
        { from: 9000, until: 9500 },
      ],
    });
  });

  it('leaves a damaged recording as soon as a whole one begins, and takes it up where that ends', () => {
    const both = [source('damaged', 0, 1000, { whole: false }), source('whole', 300, 200, { ofShow: false })];
    expect(coverage({ from: 0, until: 1000 }, both).parts).toEqual([
      part('damaged', 0, 300),
      part('whole', 300, 500),
      part('damaged', 500, 1000),
    ]);
  });

  it('of nothing is a gap', () => {
    expect(coverage({ from: 5, until: 9 }, [])).toEqual({ parts: [], gaps: [{ from: 5, until: 9 }] });
    expect(coverage({ from: 5, until: 5 }, [])).toEqual({ parts: [], gaps: [] });
  });
});

it('does not cut apart what stood side by side on air, and tells where each begins', () => {
  const spans = [
    { from: 100, until: 200 },
    { from: 200, until: 250 },
    { from: 400, until: 500 },
  ];
  expect(cutsOf(spans, [source('a', 120, 1000)])).toEqual({
    runs: [[part('a', 120, 250)], [part('a', 400, 500)]],
    startsMs: [0, 80, 130],
    durationMs: 230,
  });
});

const arbSpan = fc.tuple(fc.nat(2000), fc.nat(600)).map(([from, ms]): Span => ({ from, until: from + ms }));
const arbSource = fc
  .record({ startedAt: fc.nat(2000), soundMs: fc.nat(900), whole: fc.boolean(), ofShow: fc.boolean() })
  .map((each) => ({ id: '', ...each }));
const arbSources = fc.array(arbSource, { maxLength: 6 }).map((all) => all.map((each, n) => ({ ...each, id: `r${n}` })));

describe('whatever was recorded', () => {
  const holds = (sources: readonly Source[], at: number) =>
    sources.some(({ startedAt, soundMs }) => startedAt <= at && at < startedAt + soundMs);

  it('parts and gaps make up the span, in order, without overlap; parts lie in their recordings, gaps in none', () => {
    fc.assert(
      fc.property(arbSpan, arbSources, (span, sources) => {
        const { parts, gaps } = coverage(span, sources);
        const all = [...parts, ...gaps].sort((a, b) => a.from - b.from);
        let at = span.from;
        for (const { from, until } of all) {
          expect(from).toBe(at);
          expect(until).toBeGreaterThan(from);
          at = until;
        }
        expect(at).toBe(span.until);
        for (const { sourceId, from, until } of parts) {
          const held = sources.find(({ id }) => id === sourceId);
          expect(held && from >= held.startedAt && until <= held.startedAt + held.soundMs).toBe(true);
        }
        for (const gap of gaps) for (let t = gap.from; t < gap.until; t += 1) expect(holds(sources, t)).toBe(false);
      }),
    );
  });

  it('nothing is heard of a damaged recording while a whole one holds it', () => {
    fc.assert(
      fc.property(arbSpan, arbSources, (span, sources) => {
        const damaged = new Set(sources.filter(({ whole }) => !whole).map(({ id }) => id));
        const whole = sources.filter((each) => each.whole);
        for (const { sourceId, from, until } of coverage(span, sources).parts)
          if (damaged.has(sourceId)) for (let t = from; t < until; t += 1) expect(holds(whole, t)).toBe(false);
      }),
    );
  });

  it('an episode is as long as what it is cut from, hears nothing twice, and its chapters rise', () => {
    fc.assert(
      fc.property(fc.array(arbSpan, { maxLength: 5 }), arbSources, (unsorted, sources) => {
        const spans = unsorted.toSorted((a, b) => a.from - b.from);
        const { runs, startsMs, durationMs } = cutsOf(spans, sources);
        const parts = runs.flat();
        expect(lengthOf(parts)).toBe(durationMs);
        const gaps = merged(spans).flatMap((span) => coverage(span, sources).gaps);
        expect(durationMs + lengthOf(gaps)).toBe(lengthOf(merged(spans)));
        for (const [n, { from }] of parts.entries()) expect(from).toBeGreaterThanOrEqual(parts[n - 1]?.until ?? 0);
        for (const [n, start] of startsMs.entries()) {
          expect(start).toBeGreaterThanOrEqual(startsMs[n - 1] ?? 0);
          expect(start).toBeLessThanOrEqual(durationMs);
        }
      }),
    );
  });
});
