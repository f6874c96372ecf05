import { expect, it } from 'vitest';
import type { CueView } from '../../../electron/contract/api/cues';
import { cueDots } from './cue-dots';

const ID = '0'.repeat(26);
type At = CueView['displays'][number];
const at = (part: Partial<NonNullable<At['receipt']>> | null, more: Partial<At> = {}): At => ({
  ...{ displayId: ID, displayName: 'VT-01', connected: true, coveredBy: null },
  receipt: part && {
    ...{ id: 'x', rev: 1, takeoverId: ID, displayId: ID },
    ...{ receivedAt: 1, readyAt: 2, shownAt: null, endedAt: null, fault: null },
    ...part,
  },
  ...more,
});
const view = (state: CueView['state'], ...displays: At[]): CueView => ({
  itemId: `${ID}:${ID}`,
  state,
  because: [],
  displays,
});
const words = (cue: CueView) => cueDots(cue).map(({ word, tone }) => `${word} ${tone}`);

it('says of each display how far it has come', () => {
  const armed = view(
    'armed',
    at({}),
    at({ readyAt: null }),
    at(null),
    at({}, { connected: false }),
    at({ fault: { code: 'display.noSpace', params: {} } }),
  );
  expect(words(armed)).toEqual(['ready green', 'fetching amber', 'untold amber', 'away amber', 'fault amber']);
  expect(cueDots(armed).at(-1)?.because).toMatchObject([{ code: 'display.noSpace' }]);
  const covered = { coveredBy: { id: ID, name: 'Darurat' } };
  const showing = view('showing', at({ shownAt: 3 }), at({ shownAt: 3 }, covered), at({}));
  expect(words(showing)).toEqual(['showing red', 'covered amber', 'late amber']);
});

it('says one thing where no display is meant yet, or it is the same for all', () => {
  expect(words(view('waiting', at({}), at({})))).toEqual(['waiting grey']);
  expect(words(view('armed'))).toEqual(['waiting grey']);
  const because = [{ code: 'judge.expired', params: {} }];
  expect(cueDots({ ...view('refused'), because })).toMatchObject([{ word: 'refused', display: null, because }]);
});
