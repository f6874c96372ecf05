import { describe, expect, it } from 'vitest';
import type { Approval } from '../../contract/records/matter';
import type { Step } from '../../contract/records/show';
import { newId } from '../../contract/ulid';
import { sampleAsset } from '../../core/store/samples';
import { type OfferNeed, offered } from './offer';

const RUNDOWN = newId();
const part = () => `${RUNDOWN}:${newId()}`;
const MINUTE = 60_000;
const NOTHING = { assetIds: [], guestIds: [], unwilling: [] };

const step = (startMinute: number, minutes: number, more: Partial<Step> = {}): Step => ({
  ...{ id: part(), rev: 1, showId: newId(), rundownId: RUNDOWN, itemId: part(), kind: 'script', title: 'Pembuka' },
  ...{
    plannedStart: null,
    plannedMs: 0,
    agreedMs: null,
    startedAt: startMinute * MINUTE,
    endedAt: (startMinute + minutes) * MINUTE,
  },
  ...{ heldMs: 0, outcome: 'aired', why: '', source: 'hand', by: 'x' },
  ...more,
});
const recorded = (from: number, until: number, whole = true) => ({
  ...{ id: newId(), startedAt: from * MINUTE, soundMs: (until - from) * MINUTE, whole, ofShow: true },
});
const need = (more: Partial<OfferNeed> = {}): OfferNeed => ({
  ...{ sources: [recorded(0, 60)], unchecked: [], itemOf: () => NOTHING, playedIn: () => [] },
  ...{ assetOf: () => undefined, ruledOut: () => [] },
  ...more,
});
const asset = (approval: Approval) => {
  const made = sampleAsset({ name: 'Cek DPT', approval });
  return { ...made, approvedHash: made.hash };
};
const codes = (steps: Step[], more: Partial<OfferNeed>) =>
  offered(steps, need(more)).map(({ because }) => because.map(({ code }) => code));

it('offers what was on air in its order, talk chosen, what belongs to others not', () => {
  const kinds = ['script', 'music', 'jingle', 'spotBreak', 'ilm', 'phoneIn', 'voxPop', 'timeSignal'] as const;
  const steps = kinds.map((kind, n) => step(n, 1, { kind, title: kind }));
  const never = step(3, 1, { outcome: 'skipped', title: 'never' });
  const all = offered([...steps.toReversed(), never], need());
  expect(all.map(({ step: { title } }) => title)).toEqual(kinds);
  expect(all.filter(({ talk }) => talk).map(({ step: { title } }) => title)).toEqual(['script', 'phoneIn', 'voxPop']);
});

describe('an item', () => {
  it('that was not recorded, or not enough of it, says so', () => {
    const [before, across, inside] = [step(-5, 2), step(-1, 3), step(10, 2)];
    expect(codes([before, across, inside], {})).toEqual([['episode.notRecorded'], ['episode.tooMuchMissing'], []]);
    const [{ because } = { because: [] }] = offered([across], need());
    expect(because[0]?.params).toEqual({ seconds: 60, from: -MINUTE });
  });

  it('of which a moment is missing, or that lies in a damaged file, can be published with a warning', () => {
    const late = recorded(0, 60);
    const sources = [{ ...late, startedAt: late.startedAt + 1500 }];
    const [one] = offered([step(0, 5)], need({ sources }));
    expect(one).toMatchObject({ because: [], warnings: [{ code: 'episode.missing', params: { seconds: 2 } }] });
    const [other] = offered([step(0, 5)], need({ sources: [recorded(0, 60, false)] }));
    expect(other).toMatchObject({ because: [], warnings: [{ code: 'episode.damaged' }] });
  });

  it('whose recording is still being checked can wait', () => {
    const unchecked = [{ from: 0, until: 60 * MINUTE }];
    expect(codes([step(1, 1)], { sources: [], unchecked })).toEqual([['episode.notCheckedYet']]);
  });

  it('with material that has no leave cannot be chosen, whether it stands in it or was played by the cart', () => {
    for (const approval of ['pending', 'rejected'] as const) {
      const assetOf = () => asset(approval);
      const inItem = { assetOf, itemOf: () => ({ assetIds: ['A'], guestIds: [], unwilling: [] }) };
      expect(codes([step(0, 1)], inItem)).toEqual([['episode.notApproved']]);
      expect(codes([step(0, 1)], { assetOf, playedIn: () => ['A'] })).toEqual([['episode.notApproved']]);
    }
    const itemOf = () => ({ assetIds: ['A', 'A'], guestIds: [], unwilling: [] });
    expect(codes([step(0, 1)], { itemOf, assetOf: () => asset('approved') })).toEqual([[]]);
    expect(codes([step(0, 1)], { itemOf })).toEqual([['episode.assetGone']]);
    const binned = { itemOf, assetOf: () => ({ ...asset('approved'), trashedAt: 1 }) };
    expect(codes([step(0, 1)], binned)).toEqual([['episode.binned']]);
  });

  it('that was removed from the rundown cannot be looked into', () => {
    expect(codes([step(0, 1)], { itemOf: () => null })).toEqual([['episode.itemGone']]);
  });

  it('with a guest who did not agree is not chosen by itself', () => {
    const [one] = offered(
      [step(0, 1)],
      need({ itemOf: () => ({ assetIds: [], guestIds: ['G'], unwilling: ['Ibu Sari'] }) }),
    );
    expect(one).toMatchObject({ talk: false, guestIds: ['G'], because: [], warnings: [{ code: 'episode.noConsent' }] });
  });
});
