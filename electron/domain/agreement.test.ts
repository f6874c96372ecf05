import { expect, it } from 'vitest';
import { lastDayOf, standingOf } from './agreement';

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
