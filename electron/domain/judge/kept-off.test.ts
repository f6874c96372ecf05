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
  const { less, more } = atOnce(effectOf(plan, { before: then, after: now, from: FROM, until: UNTIL }));
  const told = ({ off, capped }: typeof less) => ({
    off: [off.clips.size, [...off.bookings]],
    capped: [capped.clips.size, [...capped.bookings]],
  });
  return { ...told(less), more: told(more) };
}
const NOTHING = [0, []];

it('a rule about everything keeps off all that is planned, and one about a category what is of it', () => {
  expect(effect([rule(1, {})])).toMatchObject({ off: [2, ['vote', 'health']], capped: NOTHING });
  const scope = { ...EVERYWHERE, categories: ['Kesehatan'] };
  expect(effect([rule(1, { scope })])).toMatchObject({ off: [1, ['health']], capped: NOTHING });
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
  expect(effect([cap(10, null)])).toMatchObject({ off: NOTHING, capped: [2, ['vote', 'health']] });
  expect(effect([cap(0, null)])).toMatchObject({ off: [2, ['vote', 'health']], capped: NOTHING });
  expect(effect([cap(null, 30)])).toMatchObject({ off: [1, ['health']], capped: [1, ['vote']] });
  expect(effect([cap(10, null)], [cap(10, null)])).toMatchObject({ off: NOTHING, capped: NOTHING });
});

it('tells of a rule that goes, or says less, what may air then, and of what it still keeps off nothing', () => {
  const calm = { off: NOTHING, capped: NOTHING };
  const about = (...categories: string[]) => rule(1, { scope: { ...EVERYWHERE, categories } });
  expect(effect([], [rule(1, {})])).toEqual({ ...calm, more: { off: [2, ['vote', 'health']], capped: NOTHING } });
  expect(effect([rule(1, { active: false })], [about('Kesehatan')]).more.off).toEqual([1, ['health']]);
  expect(effect([about('Kesehatan')], [rule(1, {})])).toEqual({
    ...calm,
    more: { off: [1, ['vote']], capped: NOTHING },
  });
  expect(effect([about('Lain')], [about('Kesehatan')])).toEqual({
    ...calm,
    more: { off: [1, ['health']], capped: NOTHING },
  });
  expect(effect([rule(2, {})], [rule(1, {}), rule(2, {})])).toEqual({ ...calm, more: calm });
  const waits = [planned('vote', { matter: matter({ approval: 'pending' }) })];
  expect(effect([], [rule(1, {})], waits)).toEqual({ ...calm, more: calm });
});

it('tells of a limit that is drawn tighter or wider one side alone', () => {
  const cap = (plays: number) => rule(1, { does: { kind: 'cap', plays, seconds: null, of: 'all', counts: 'place' } });
  const all = [2, ['vote', 'health']];
  const calm = { off: NOTHING, capped: NOTHING };
  expect(effect([cap(5)], [cap(10)])).toEqual({ off: NOTHING, capped: all, more: calm });
  expect(effect([cap(10)], [cap(5)])).toEqual({ ...calm, more: { off: NOTHING, capped: all } });
  expect(effect([], [cap(5)])).toEqual({ ...calm, more: { off: NOTHING, capped: all } });
  expect(effect([], [cap(0)])).toEqual({ ...calm, more: { off: all, capped: NOTHING } });
});
