/** What holds of any show on air, and of what is proposed to end it on time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ShowGiven, showFrom, shows } from './arbitraries';
import { type Fit, fitOf } from './fit';
import { elapsedMs, type LiveTiming, lengthOf, liveOf, type Running, stillToCome } from './live';
import type { Plan } from './plan';
import { partId } from './samples';
import { planFor } from './vector-samples';

const runs = { numRuns: 1000 };

function begin(given: ShowGiven): { plan: Plan; show: Running; now: number } {
  const plan = planFor(given.given);
  return { plan, ...showFrom(given, plan.start) };
}

const takes = (show: Running, itemId: string, startedAt: number): Running => ({
  ...show,
  current: { stepId: partId(999), itemId, startedAt, heldAt: null, heldMs: 0 },
});

/** What the clock brings first: the next, or the last that cuts in no later than that. */
function nextOf({ coming }: LiveTiming) {
  const first = coming[0];
  return first && (coming.findLast(({ cuts, start }) => cuts && start <= first.start) ?? first);
}

describe('any show', () => {
  it('ends where it was to end, if each item is taken when it is to come', () => {
    fc.assert(
      fc.property(shows(), (given) => {
        const { plan, show: begun, now } = begin(given);
        let show: Running = { ...begun, skipped: [], current: begun.current && { ...begun.current, heldAt: null } };
        let live = liveOf(plan, show, now);
        const over = live.overAtEndMs;
        for (let next = nextOf(live); next; next = nextOf(live)) {
          show = takes(show, next.row.item.id, next.start);
          live = liveOf(plan, show, next.start);
          expect(live.overAtEndMs).toBe(over);
        }
      }),
      runs,
    );
  });

  it('ends where it was planned to, if nothing was on air yet and it begins in time', () => {
    fc.assert(
      fc.property(shows(0), ({ given }) => {
        const plan = planFor(given);
        const live = liveOf(plan, { current: null, skipped: [], lengths: {}, aired: [] }, plan.start - 1000);
        expect(live.coming.map(({ start }) => start)).toEqual(plan.running.map(({ start }) => start));
        expect([live.end, live.overAtEndMs, live.overNowMs]).toEqual([plan.end, plan.overMs, 0]);
      }),
      runs,
    );
  });

  it('is not moved by time that passes within an item, and by as much as passes beyond it', () => {
    fc.assert(
      fc.property(shows(0), fc.nat(600_000), (given, passes) => {
        const { plan, show, now } = begin(given);
        const [before, after] = [liveOf(plan, show, now), liveOf(plan, show, now + passes)];
        if (!before.current || show.current?.heldAt) return;
        const beyond = Math.max(0, passes - Math.max(0, before.current.remainingMs));
        expect(after.end - before.end).toBe(beyond);
        expect(after.overNowMs - before.overNowMs).toBe(beyond);
        expect(after.coming.map(({ start }) => start)).toEqual(before.coming.map(({ start }) => start + beyond));
      }),
      runs,
    );
  });

  it('is moved by hard starts never earlier, and never by more than what passes', () => {
    fc.assert(
      fc.property(shows(), fc.nat(600_000), (given, passes) => {
        const { plan, show, now } = begin(given);
        const moved = liveOf(plan, show, now + passes).end - liveOf(plan, show, now).end;
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(passes);
      }),
      runs,
    );
  });

  it('stands still while it is held: what is left stays, and all comes as much later', () => {
    fc.assert(
      fc.property(shows(0), fc.nat(600_000), (given, passes) => {
        const { plan, show, now } = begin({ ...given, holds: true });
        const [before, after] = [liveOf(plan, show, now), liveOf(plan, show, now + passes)];
        if (!before.current || !show.current) return;
        expect(after.current?.remainingMs).toBe(before.current.remainingMs);
        expect(elapsedMs(show.current, now + passes)).toBe(given.elapsedMs);
        expect(after.end - before.end).toBe(passes);
      }),
      runs,
    );
  });

  it('has to come all behind the one on air that counts and was not left out, in order, at its length', () => {
    fc.assert(
      fc.property(shows(), (given) => {
        const { plan, show, now } = begin(given);
        const { coming } = liveOf(plan, show, now);
        const place = plan.rows.findIndex(({ item }) => item.id === show.current?.itemId);
        const out = (id: string | null) => id !== null && show.skipped.includes(id);
        const wanted = plan.running.filter(
          (row) => plan.rows.indexOf(row) > place && !out(row.item.id) && !out(row.segmentId),
        );
        expect(coming.map(({ row }) => row)).toEqual(wanted);
        expect(stillToCome(plan, show)).toEqual(wanted);
        for (const { row, start, end } of coming) expect(end - start).toBe(lengthOf(row, show));
        for (const { hardAt, cuts, start } of coming) {
          if (hardAt !== null) expect(start).toBeGreaterThanOrEqual(hardAt);
          if (cuts) expect(start).toBe(Math.max(now, hardAt ?? 0));
        }
      }),
      runs,
    );
  });
});

describe('what is proposed', () => {
  const agreed = (show: Running, fit: Fit): Running => ({
    ...show,
    skipped: [...show.skipped, ...fit.drop],
    lengths: { ...show.lengths, ...fit.lengths },
  });

  /** Only of shows for which something is. */
  function holds(check: (all: { plan: Plan; show: Running; now: number; fit: Fit }) => void): void {
    let proposed = 0;
    fc.assert(
      fc.property(shows(), (given) => {
        const { plan, show, now } = begin(given);
        const fit = fitOf(plan, show, now);
        if (!fit) return;
        proposed += 1;
        check({ plan, show, now, fit });
      }),
      runs,
    );
    expect(proposed).toBeGreaterThan(runs.numRuns / 20);
  }

  it('makes it better, and by what it says', () => {
    holds(({ plan, show, now, fit }) => {
      expect(liveOf(plan, show, now).overAtEndMs).toBe(fit.beforeMs);
      expect(liveOf(plan, agreed(show, fit), now).overAtEndMs).toBe(fit.afterMs);
      expect(Math.abs(fit.afterMs)).toBeLessThan(Math.abs(fit.beforeMs));
    });
  });

  it('stays within bounds, changes by whole seconds, and never makes the one on air shorter than it was', () => {
    holds(({ plan, show, now, fit }) => {
      for (const [id, ms] of Object.entries(fit.lengths)) {
        const row = plan.byId.get(id);
        const { minMs, maxMs } = row?.item.flex ?? { minMs: Number.NaN, maxMs: Number.NaN };
        expect(ms).toBeGreaterThanOrEqual(minMs);
        expect(ms).toBeLessThanOrEqual(maxMs);
        expect(Math.abs(row ? ms - lengthOf(row, show) : 1) % 1000).toBe(0);
        expect(fit.drop).not.toContain(id);
        const { current } = liveOf(plan, show, now);
        if (current?.row === row) expect(ms).toBeGreaterThanOrEqual(current?.elapsedMs ?? 0);
      }
    });
  });

  it('leaves out only what is optional and still to come, only where it is over, and none that may as well stay', () => {
    holds(({ plan, show, now, fit }) => {
      const coming = new Map(stillToCome(plan, show).map((row) => [row.item.id, row]));
      if (fit.drop.length > 0) expect(fit.beforeMs).toBeGreaterThan(0);
      for (const id of fit.drop) {
        const row = coming.get(id);
        const segment = row?.segmentId ? plan.byId.get(row.segmentId) : undefined;
        expect(row?.item.optional || segment?.item.optional).toBe(true);
        const lean = { ...show, skipped: [...show.skipped, ...fit.drop.filter((other) => other !== id)] };
        const over = liveOf(plan, lean, now).overAtEndMs ?? 0;
        const without = liveOf(plan, { ...lean, skipped: [...lean.skipped, id] }, now).overAtEndMs ?? 0;
        expect(over >= 1000 || Math.abs(over) > Math.abs(without)).toBe(true);
      }
      const order = [...coming.keys()];
      expect(fit.drop).toEqual(fit.drop.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    });
  });

  it('is nothing more once it was agreed to', () => {
    holds(({ plan, show, now, fit }) => expect(fitOf(plan, agreed(show, fit), now)).toBeNull());
  });
});
