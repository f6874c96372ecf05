import { describe, expect, it } from 'vitest';
import type { TakeoverAt } from '../../../../electron/contract/api/takeovers';
import type { Takeover, TakeoverReceipt } from '../../../../electron/contract/records/takeover';
import { arrivalOf, countShown, endOf, holding, lookOf, stageOf } from './stage';

const ID = '01J00000000000000000000000';
const text = (tone: 'emergency' | 'notice') => ({ kind: 'text' as const, tone, title: 'Banjir', body: '', qr: '' });

function takeover(part: Partial<Takeover> = {}): Takeover {
  return {
    id: ID,
    rev: 0,
    name: 'Banjir',
    what: text('emergency'),
    where: { all: true, displayIds: [], groupIds: [] },
    from: 1000,
    until: 2000,
    test: false,
    endedAt: null,
    undone: false,
    cue: null,
    createdAt: 0,
    createdBy: 'user',
    ...part,
  };
}

const at = (part: Partial<TakeoverReceipt> | null, connected = true, coveredBy: TakeoverAt['coveredBy'] = null) => ({
  coveredBy,
  displayId: ID,
  displayName: 'VT-01',
  connected,
  receipt: part && {
    id: 'a:b',
    rev: 0,
    takeoverId: ID,
    displayId: ID,
    receivedAt: null,
    readyAt: null,
    shownAt: null,
    endedAt: null,
    fault: null,
    ...part,
  },
});

describe('stageOf', () => {
  it.each([
    [999, {}, 'planned'],
    [1000, {}, 'holds'],
    [1999, {}, 'holds'],
    [2000, {}, 'over'],
    [9e9, { until: null }, 'holds'],
    [1500, { endedAt: 1400 }, 'over'],
    [1300, { endedAt: 1400 }, 'holds'],
    [500, { endedAt: 400 }, 'over'],
  ] as const)('at %i with %o it is %s', (now, part, stage) => expect(stageOf(takeover(part), now)).toBe(stage));

  it('takes the earlier of two ends', () => {
    expect(endOf(takeover({ until: 2000, endedAt: 3000 }))).toBe(2000);
    expect(endOf(takeover({ until: null, endedAt: 3000 }))).toBe(3000);
  });
});

it('an asset is a notice, a drill is neither', () => {
  expect(lookOf(takeover({ what: { kind: 'asset', assetId: ID } }))).toBe('notice');
  expect(lookOf(takeover({ test: true }))).toBe('test');
});

it('what holds stands with the emergency first and the newest before older', () => {
  const all = [
    takeover({ name: 'drill', test: true, from: 1400 }),
    takeover({ name: 'notice', what: text('notice'), from: 1300 }),
    takeover({ name: 'older', from: 1000 }),
    takeover({ name: 'newer', from: 1200 }),
    takeover({ name: 'over', until: 1100 }),
  ];
  expect(holding(all, 1500).map(({ name }) => name)).toEqual(['newer', 'older', 'notice', 'drill']);
});

const REAL = { id: 'real', name: 'Banjir' };

describe('arrivalOf', () => {
  it.each([
    [at(null), 'holds', 'waiting'],
    [at(null, false), 'holds', 'unreachable'],
    [at(null, false), 'over', 'missed'],
    [at({ receivedAt: 1 }), 'holds', 'received'],
    [at({ receivedAt: 1, shownAt: 2 }, false), 'holds', 'shown'],
    [at({ receivedAt: 1, fault: { code: 'fault.x', params: {} } }), 'holds', 'fault'],
    [at({ receivedAt: 1, shownAt: 2, endedAt: 3 }), 'over', 'ended'],
    [at({ receivedAt: 1, shownAt: 2 }, true, REAL), 'holds', 'covered'],
    [at({ receivedAt: 1 }, true, REAL), 'holds', 'covered'],
    [at({ receivedAt: 1, endedAt: 3 }), 'over', 'unseen'],
    [at({ receivedAt: 1, fault: { code: 'fault.x', params: {} }, endedAt: 3 }), 'over', 'fault'],
  ] as const)('%o while %s is %s', (display, stage, arrival) => expect(arrivalOf(display, stage)).toBe(arrival));

  it('counts who has shown it', () => {
    expect(countShown([at({ shownAt: 2 }), at(null), at({ shownAt: 2, endedAt: 3 })])).toEqual({ shown: 2, all: 3 });
    expect(countShown([at({ shownAt: 2 }, true, REAL)])).toEqual({ shown: 0, all: 1 });
  });
});
