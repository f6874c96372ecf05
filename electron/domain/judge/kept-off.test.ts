/** What a rule would keep off is what may air now, is planned, and the judge would refuse. */
import { expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE, type Rule } from '../../contract/records/rule';
import { DAY_MS } from '../calendar';
import { atOnce } from '../steps';
import { effectOf, type Planned } from './kept-off';
import { at, matter, PANEL, RADIO, rule, under } from './samples';

const FROM = at('2024-11-24T00:00:00');
const UNTIL = FROM + 7 * DAY_MS;
const idOf = (n: number) => `01J0000000000000000000${String(n).padStart(4, '0')}`;
const HEALTH = matter({ assetId: idOf(901), category: 'Kesehatan', ms: 60_000 });
const morning = { start: at('2024-11-25T06:00:00'), end: at('2024-11-25T10:00:00') };
const planned = (bookingId: string, part: Partial<Planned> = {}): Planned => ({
  ...{ bookingId, matter: matter(), place: PANEL, windows: [morning] },
  ...part,
});
const ALL = [
  planned('vote'),
  planned('health', { matter: HEALTH }),
  planned('health', { matter: HEALTH, place: RADIO }),
];

function effect(after: Rule[], before: Rule[] = [], plan = ALL) {
  const [then, now] = [under(before).book, under(after).book];
  if (!then || !now) throw new Error('no book');
  const { off, capped } = atOnce(effectOf(plan, { before: then, after: now, from: FROM, until: UNTIL }));
  return { off: [off.clips.size, [...off.bookings]], capped: [capped.clips.size, [...capped.bookings]] };
}
const NOTHING = [0, []];

it('a rule about everything keeps off all that is planned, and one about a category what is of it', () => {
  expect(effect([rule(1, {})])).toEqual({ off: [2, ['vote', 'health']], capped: NOTHING });
  const scope = { ...EVERYWHERE, categories: ['Kesehatan'] };
  expect(effect([rule(1, { scope })])).toEqual({ off: [1, ['health']], capped: NOTHING });
  expect(effect([rule(1, { does: { kind: 'longest', ms: 30_000 } })]).off).toEqual([1, ['health']]);
});

it('keeps off nothing at other times, by a rule switched off, or that is refused already', () => {
  const evening = { ...ALWAYS, hours: [{ start: '18:00:00', end: '22:00:00' }] };
  expect(effect([rule(1, { time: evening })]).off).toEqual(NOTHING);
  expect(effect([rule(1, { active: false })]).off).toEqual(NOTHING);
  expect(effect([rule(1, {}), rule(2, {})], [rule(2, {})]).off).toEqual(NOTHING);
  expect(effect([rule(1, {})], [], [planned('vote', { matter: matter({ approval: 'pending' }) })]).off).toEqual(
    NOTHING,
  );
});

it('a cap counts what it lets air, keeps off what fits it never, and is told once', () => {
  const cap = (plays: number | null, seconds: number | null) =>
    rule(1, { does: { kind: 'cap', plays, seconds, of: 'all', counts: 'place' } });
  expect(effect([cap(10, null)])).toEqual({ off: NOTHING, capped: [2, ['vote', 'health']] });
  expect(effect([cap(0, null)])).toEqual({ off: [2, ['vote', 'health']], capped: NOTHING });
  expect(effect([cap(null, 30)])).toEqual({ off: [1, ['health']], capped: [1, ['vote']] });
  expect(effect([cap(10, null)], [cap(10, null)])).toEqual({ off: NOTHING, capped: NOTHING });
});
