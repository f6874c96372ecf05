/** What is told of a takeover before it is sent, and what then becomes of it when it is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import type { TakeoverFields } from '../../contract/records/takeover';
import { rule } from '../../domain/judge/samples';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, refused, sampleDisplay } from '../store/samples';
import { checkFields } from './check';
import { reviewOf } from './review';

const NOW = Date.parse('2024-11-26T23:30:00+07:00');
const MIDNIGHT = Date.parse('2024-11-27T00:00:00+07:00');
const HOUR = 3_600_000;
const [square, market, terminal] = ['Alun-alun', 'Pasar', 'Terminal'].map((place) =>
  sampleDisplay({ name: `VT ${place}`, place }),
) as [ReturnType<typeof sampleDisplay>, ReturnType<typeof sampleDisplay>, ReturnType<typeof sampleDisplay>];

let store: Store;
freshStore(
  (fresh) => {
    store = fresh;
  },
  { now: () => NOW },
);
beforeEach(() =>
  store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const display of [square, market, terminal]) tx.put('display', display);
    tx.put(
      'rule',
      rule(1, {
        ...{ name: 'Masa tenang', source: 'PKPU 2/2024', does: { kind: 'lock' } },
        scope: { ...EVERYWHERE, categories: ['Iklan kampanye'], displayIds: [square.id, market.id] },
        time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-26' },
      }),
    );
    tx.put(
      'rule',
      rule(2, {
        ...{ name: 'Perhatikan', does: { kind: 'warn' } },
        scope: { ...EVERYWHERE, categories: ['Iklan kampanye'], displayIds: [terminal.id] },
      }),
    );
  }),
);

const fields = (displays: readonly { id: string }[], over: Partial<TakeoverFields> = {}): TakeoverFields => ({
  name: 'Spot',
  what: { kind: 'text', tone: 'notice', title: 'Spot', body: '', qr: '', category: 'Iklan kampanye' },
  where: { all: false, displayIds: displays.map(({ id }) => id), groupIds: [] },
  ...{ from: NOW, until: NOW + 60_000, test: false },
  ...over,
});
const review = (wanted: TakeoverFields) => reviewOf(store, wanted, NOW);
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe('what is told before a takeover is sent', () => {
  it('names each display, the rule and its source, and warns where a rule only warns', () => {
    const { against, panels } = review(fields([square, market, terminal]));
    expect(against).toEqual([]);
    const told = panels.map(({ displays, ...said }) => [displays.map(({ name }) => name).sort(), said]);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual([
      ['VT Alun-alun', 'VT Pasar'],
      {
        refused: [{ code: 'judge.locked', params: { name: 'Spot', rule: 'Masa tenang', source: 'PKPU 2/2024' } }],
        ...{ warned: [], within: null },
      },
    ]);
    const warned = panels.find(({ warned }) => warned.length > 0);
    expect(warned?.displays).toEqual([{ id: terminal.id, name: 'VT Terminal' }]);
    expect(codes(warned?.warned ?? [])).toEqual(['judge.warned']);
  });

  it('is what start refuses, for the same reasons and by a code of its own', async () => {
    const wanted = fields([square, market]);
    const { against } = review(wanted);
    expect(codes(against)).toEqual(['judge.locked']);
    const failure = await refused(() => checkFields(store, wanted, NOW));
    expect([failure.code, failure.data.details]).toEqual(['ruledOut', against]);
  });

  it('tells of the part of its time in which it is not shown', () => {
    const { against, panels } = review(fields([square], { until: NOW + HOUR }));
    expect(against).toEqual([]);
    expect(panels.map(({ within }) => within)).toEqual([{ from: NOW, until: MIDNIGHT }]);
  });

  it('tells what is wrong beside the rules, and calls that no rule', async () => {
    const wanted = fields([square], { until: NOW - 1 });
    expect(codes(review(wanted).against)).toContain('takeover.overBefore');
    expect((await refused(() => checkFields(store, wanted, NOW))).code).toBe('invalidInput');
  });

  it('is nothing where no rule speaks against it', () => {
    const what = { kind: 'text', tone: 'notice', title: 'Banjir', body: '', qr: '', category: 'Kebencanaan' } as const;
    expect(review(fields([square, market, terminal], { what }))).toEqual({ against: [], panels: [] });
  });
});
