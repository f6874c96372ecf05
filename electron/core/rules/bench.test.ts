/** Caps as the bench names them: the part of a place, and what is left of it that day. */
import { expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE, type RuleFields } from '../../contract/records/rule';

import { booking, idFor, ofAsset, video } from '../../domain/compile-fixtures';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { caller, operator, sampleDisplay, samplePlay } from '../store/samples';
import { createBench } from './bench';
import { createRuleHandlers } from './rules';

const clock = { now: () => Date.parse('2024-11-25T03:00:00Z') };
let store: Store;
freshStore((fresh) => {
  store = fresh;
}, clock);

const SCOPE = { ...EVERYWHERE, categories: ['Iklan rokok'] };
const fields = (part: Pick<RuleFields, 'does'> & Partial<RuleFields>): RuleFields => ({
  ...{ name: 'Batas iklan rokok', scope: SCOPE, time: ALWAYS, source: 'PP 28/2024' },
  ...{ validFrom: null, validTo: null, active: true },
  ...part,
});

it('names the caps that are about it, with the part of a place, and the breaks apart where a rule is about them alone', async () => {
  const [bench, rules] = [createBench({ store, clock }), createRuleHandlers({ store, clock })];
  const matter = { kind: 'supposed', category: 'Iklan rokok', agencyKind: null, approval: 'notNeeded' } as const;
  const whole = { ...matter, ppid: 'periodic', subject: null, ms: 1000 } as const;
  const asked = { matter: whole, at: clock.now(), channels: ['displays' as const, 'radio' as const], displayIds: [] };
  const caps = async () =>
    (await bench.ask({ ...asked, clock: 'trusted' as const }, caller)).map((answer) => [
      answer.breaks ? 'breaks' : answer.channel,
      ...answer.caps.map(({ plays, part }) => [plays, part?.plays ?? null]),
    ]);
  const cap = { kind: 'cap', plays: 6, seconds: null, of: 'all', counts: 'station' } as const;
  await rules.create(fields({ does: cap }), caller);
  expect(await caps()).toEqual([
    ['displays', [6, null]],
    ['radio', [6, 6]],
  ]);
  const breaks = { ...SCOPE, channels: ['radio' as const], breaks: true };
  await rules.create(fields({ does: { ...cap, plays: 2, counts: 'place' }, scope: breaks }), caller);
  expect(await caps()).toEqual([
    ['displays', [6, null]],
    ['radio', [6, 6]],
    ['breaks', [6, 6], [2, null]],
  ]);
});

it('says of a cap of the station where nothing is booked, where all is others’, and where the day’s part has aired', async () => {
  const [bench, rules] = [createBench({ store, clock }), createRuleHandlers({ store, clock })];
  const [first, second, third] = [1, 2, 3].map((n) => sampleDisplay({ id: idFor('D', n), name: `VT-0${n}` }));
  if (!first || !second || !third) throw new Error('no displays');
  const tobacco = video(1, 30_000, { category: 'Iklan rokok' });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const display of [first, second, third]) tx.put('display', display);
    tx.put('asset', tobacco);
    for (const [n, { id }] of [first, second].entries()) {
      const part = { from: '2024-11-20', to: '2024-11-30', createdAt: n, where: { displayIds: [id], groupIds: [] } };
      tx.put('booking', booking(n + 1, ofAsset(tobacco), part));
    }
  });
  await rules.create(fields({ does: { kind: 'cap', plays: 1, seconds: null, of: 'all', counts: 'station' } }), caller);
  const asked = { matter: { kind: 'asset' as const, assetId: tobacco.id }, at: clock.now(), clock: 'trusted' as const };
  const displayIds = [first.id, second.id, third.id];
  const left = async () =>
    (await bench.ask({ ...asked, channels: ['displays'], displayIds }, caller)).map(({ caps }) =>
      caps.map((cap) => [cap.left, cap.aired?.plays ?? null]),
    );
  expect(await left()).toEqual([[['some', null]], [['none', 0]], [['some', 0]], [['unbooked', 0]]]);
  const startedAt = clock.now() - 3_600_000;
  const play = { assetId: tobacco.id, displayId: second.id, startedAt, endedAt: startedAt + 30_000 };
  store.plays.add([samplePlay(play), samplePlay({ ...play, startedAt: startedAt - 86_400_000 })]);
  expect(await left()).toEqual([[['some', null]], [['none', 0]], [['used', 1]], [['unbooked', 0]]]);
});

it('tells a cap that is used up from a refusal, day by day and of the displays together', async () => {
  const [bench, rules] = [createBench({ store, clock }), createRuleHandlers({ store, clock })];
  const [first, second, third] = [1, 2, 3].map((n) => sampleDisplay({ id: idFor('D', n), name: `VT-0${n}` }));
  if (!first || !second || !third) throw new Error('no displays');
  const tobacco = video(1, 30_000, { category: 'Iklan rokok' });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const display of [first, second, third]) tx.put('display', display);
    tx.put('asset', tobacco);
  });
  await rules.create(fields({ does: { kind: 'cap', plays: 1, seconds: null, of: 'all', counts: 'place' } }), caller);
  // Refused there all day: it has nothing to give where the others are used up.
  const alone = { ...SCOPE, displayIds: [third.id] };
  await rules.create(fields({ name: 'Bukan di sini', does: { kind: 'refuse' }, scope: alone }), caller);
  const at = clock.now();
  const matter = { kind: 'asset' as const, assetId: tobacco.id };
  const where = { matter, channels: ['displays' as const], displayIds: [first.id, third.id] };
  const [today, tomorrow] = [Date.parse('2024-11-24T17:00:00Z'), Date.parse('2024-11-25T17:00:00Z')];
  const told = async () => {
    const answers = await bench.ask({ ...where, at, clock: 'trusted' }, caller);
    const weeks = await bench.spells({ ...where, from: today, until: tomorrow + 86_400_000 }, caller);
    return {
      left: answers.map(({ left, spent }) => [left, spent]),
      days: weeks.map(({ spells }) => spells.map(({ from, left }) => [from, left])),
    };
  };
  const free = [
    [today, 'some'],
    [tomorrow, 'some'],
  ];
  const usedToday = [
    [today, 'used'],
    [tomorrow, 'some'],
  ];
  const play = { assetId: tobacco.id, startedAt: at - 3_600_000, endedAt: at - 3_570_000 };
  const usedAt = ({ id: displayId }: { id: string }) => ({ displayId, left: 'used' });
  store.plays.add([samplePlay({ ...play, displayId: first.id })]);
  expect(await told()).toEqual({
    left: [
      ['some', [usedAt(first)]],
      ['used', []],
      ['some', []],
    ],
    days: [free, usedToday, free],
  });
  store.plays.add([samplePlay({ ...play, displayId: second.id })]);
  expect(await told()).toEqual({
    left: [
      ['used', [usedAt(first), usedAt(second)]],
      ['used', []],
      ['some', []],
    ],
    days: [usedToday, usedToday, free],
  });
});
