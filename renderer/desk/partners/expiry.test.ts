import { expect, it } from 'vitest';
import { standingOf } from './expiry';

it('warns of an agreement sixty, thirty and seven days before its last, and says when it is over', () => {
  const standing = (today: string) => standingOf({ from: '2026-01-10', to: '2026-12-31' }, today);
  expect(standing('2026-01-09')).toEqual({ kind: 'coming' });
  expect(standing('2026-11-01')).toEqual({ kind: 'ending', days: 60, step: 60 });
  expect(standing('2026-10-31')).toEqual({ kind: 'holds' });
  expect(standing('2026-12-01')).toEqual({ kind: 'ending', days: 30, step: 30 });
  expect(standing('2026-12-24')).toEqual({ kind: 'ending', days: 7, step: 7 });
  expect(standing('2026-12-31')).toEqual({ kind: 'ending', days: 0, step: 7 });
  expect(standing('2027-01-01')).toEqual({ kind: 'over' });
});
