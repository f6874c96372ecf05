import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastDayOf, prolongedBy, standingOf } from './agreement';
import { dateOf, dayNumber } from './calendar';

it('warns of an agreement sixty, thirty and seven days before its last, and says when it is over', () => {
  const standing = (today: string) => standingOf({ from: '2026-01-10', to: '2026-12-31', overrides: [] }, today);
  expect(standing('2026-01-09')).toEqual({ kind: 'coming' });
  expect(standing('2026-11-01')).toEqual({ kind: 'ending', days: 60, step: 60 });
  expect(standing('2026-10-31')).toEqual({ kind: 'holds' });
  expect(standing('2026-12-01')).toEqual({ kind: 'ending', days: 30, step: 30 });
  expect(standing('2026-12-24')).toEqual({ kind: 'ending', days: 7, step: 7 });
  expect(standing('2026-12-31')).toEqual({ kind: 'ending', days: 0, step: 7 });
  expect(standing('2027-01-01')).toEqual({ kind: 'over' });
});

it('holds on as long as the head of office lets it, and says so', () => {
  const by = { id: 'U1', name: 'Kepala Dinas', role: 'head' };
  const override = (until: string) => ({ until, reason: 'Tahapan diundur', by, at: 1 });
  const agreement = {
    from: '2026-01-10',
    to: '2026-03-31',
    overrides: [override('2026-04-30'), override('2026-04-15')],
  };
  expect(lastDayOf(agreement)).toBe('2026-04-30');
  expect(standingOf(agreement, '2026-04-30')).toEqual({ kind: 'overridden', until: '2026-04-30' });
  expect(standingOf(agreement, '2026-05-01')).toEqual({ kind: 'over' });
});

it('never holds for longer, once it has begun, by whatever other days it is given', () => {
  const day = fc.integer({ min: 20_000, max: 20_400 }).map(dateOf);
  const term = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
  fc.assert(
    fc.property(term, fc.array(fc.tuple(term, fc.nat({ max: 30 })), { maxLength: 12 }), day, (first, moves, begin) => {
      let [held, today] = [first, dayNumber(begin)];
      for (const [next, later] of moves) {
        today += later;
        const begun = held.from <= dateOf(today);
        if (prolongedBy({ ...held, number: 'PKS/001' }, next, dateOf(today)).length > 0) continue;
        if (begun) expect([next.to <= held.to, next.from <= dateOf(today)]).toEqual([true, true]);
        held = next;
      }
    }),
  );
});
