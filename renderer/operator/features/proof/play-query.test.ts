import { expect, it } from 'vitest';
import { newId } from '../../../../electron/contract/ulid';
import { csvAddress, debtQueryOf, playQueryOf } from './play-query';
import { parseProofSearch } from './search';

it('reads days on the station clock, both ends included', () => {
  const query = playQueryOf({ from: '2025-11-24', to: '2025-11-24' }, 'Asia/Jakarta');
  expect(query).toEqual({ from: Date.UTC(2025, 10, 23, 17), until: Date.UTC(2025, 10, 24, 17) });
});

it('leaves out what is not set and writes the rest into the address of the CSV', () => {
  expect(playQueryOf({}, 'Asia/Jakarta')).toEqual({});
  const displayId = newId();
  const query = playQueryOf({ displayId, outcome: 'skipped' }, 'Asia/Jakarta');
  expect(csvAddress('plays', query, 'en')).toBe(`/api/plays.csv?displayId=${displayId}&outcome=skipped&language=en`);
});

it('asks for all debts where no day is set, and for bare days where they are', () => {
  expect(debtQueryOf({ tab: 'debts' })).toEqual({});
  const query = debtQueryOf({ from: '2025-02-01', to: '2025-02-28', outcome: 'skipped', settled: true });
  expect(csvAddress('make-goods', query, 'id')).toBe(
    '/api/make-goods.csv?from=2025-02-01&to=2025-02-28&settled=true&language=id',
  );
});

it('drops what an address should not carry', () => {
  const search = parseProofSearch({
    displayId: '../x',
    outcome: 'burnt',
    from: '2025-02-30',
    to: '2025-02-28',
    other: 1,
  });
  expect(search).toEqual({ to: '2025-02-28' });
});
