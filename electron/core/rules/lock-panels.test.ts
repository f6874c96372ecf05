/** A panel does not leave a lock by being made anew, nor does anything come under a permit, by one person. */

import { beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import type { Display } from '../../contract/records/display';
import { EVERYWHERE, type RuleFields } from '../../contract/records/rule';
import { newId } from '../../contract/ulid';
import { judge } from '../../domain/judge/judge';
import { type Store, settingsOf } from '../store';
import { caller, operator, refused, sampleAgency, sampleAsset, sampleDisplay } from '../store/samples';
import type { RulesRoom } from '.';
import { contextOf, displayPlace, matterIn } from './book';
import { freshRules, second } from './fresh-rules';
import { lockFields, ruleFields } from './samples';

const MADE = Date.parse('2024-10-01T03:00:00Z');
const NEAR = Date.parse('2024-11-20T03:00:00Z');
const ON = Date.parse('2024-11-25T03:00:00Z');
const AFTER = Date.parse('2024-11-27T03:00:00Z');
const at = { now: MADE };
let store: Store;
let room: RulesRoom;
freshRules(at, MADE, (fresh, made) => {
  [store, room] = [fresh, made];
});

const commit = (work: Parameters<typeof store.commit>[1]) =>
  store.commit({ command: 'displays.update', actor: operator, undoable: true }, work);
const make = (fields: RuleFields) => room.handlers.rules.create(fields, second);
async function confirmed(): Promise<readonly string[]> {
  const held = await room.handlers.lockChanges.mine(undefined, caller);
  const { id, lines } = await room.handlers.lockChanges.ask({ at: held?.at ?? 0, reason: 'Panel lama rusak' }, caller);
  await room.handlers.lockChanges.confirm({ id }, second);
  return lines.map(({ kind }) => kind);
}

describe('a lock of panels', () => {
  const panel = sampleDisplay({ place: 'Alun-alun' });
  const other = sampleDisplay({ name: 'VT-02', place: 'Terminal' });
  const group = { id: newId(), rev: 0, name: 'Kota', displayIds: [panel.id] };
  const SCOPES = {
    display: { displayIds: [panel.id] },
    group: { groupIds: [group.id] },
    place: { places: ['Alun-alun'] },
  };
  beforeEach(() => commit((tx) => [tx.put('display', panel), tx.put('display', other), tx.put('displayGroup', group)]));

  it.each(Object.entries(SCOPES))('is not left by one person who removes its panel (named by %s)', async (_, scope) => {
    await make(lockFields({ scope: { ...EVERYWHERE, ...scope } }));
    for (const now of [NEAR, ON]) {
      at.now = now;
      expect(await reasonsOf(() => commit((tx) => tx.remove('display', panel.id)))).toEqual(['rules.leavesLock']);
    }
    expect(await confirmed()).toEqual(['place']);
    expect(store.get('display', panel.id)).toBeUndefined();
    // One that it does not name goes as ever.
    await commit((tx) => tx.remove('display', other.id));
  });

  it('is not got round by one person who makes a panel beside it, and is where it stands under it', async () => {
    await make(lockFields({ scope: { ...EVERYWHERE, places: ['Alun-alun'] } }));
    const put = (part: Partial<Display>) => commit((tx) => tx.put('display', sampleDisplay(part)));
    at.now = ON;
    expect(await reasonsOf(() => put({ place: 'Alun-alun 2' }))).toEqual(['rules.newBesideLock']);
    await put({ place: 'Alun-alun' });
    expect(store.all('display')).toHaveLength(3);
    expect(await reasonsOf(() => put({ place: 'Alun-alun 2' }))).toEqual(['rules.newBesideLock']);
    await confirmed();
    expect(store.all('display')).toHaveLength(4);
    at.now = AFTER;
    await put({ place: 'Stasiun' });
  });

  it('is nobody’s hindrance where it is of all panels, or far ahead', async () => {
    await make(lockFields());
    await make(lockFields({ name: 'Alun-alun', scope: { ...EVERYWHERE, displayIds: [panel.id] } }));
    await commit((tx) => tx.put('display', sampleDisplay({ place: 'Stasiun' })));
    await commit((tx) => tx.remove('display', panel.id));
    expect(store.all('display')).toHaveLength(2);
  });

  it('holds a panel that is removed and made anew as it held the first', async () => {
    const campaign = sampleAsset({ category: 'Iklan kampanye' });
    await commit((tx) => [
      tx.put('asset', campaign),
      tx.put('settings', { ...settingsOf(tx), categories: [...settingsOf(tx).categories, 'Iklan kampanye'] }),
    ]);
    await make(lockFields({ scope: { ...EVERYWHERE, categories: ['Iklan kampanye'], displayIds: [panel.id] } }));
    at.now = ON;
    await refused(() => commit((tx) => tx.remove('display', panel.id)));
    await refused(() => commit((tx) => tx.put('display', sampleDisplay({ place: 'Alun-alun' }))));
    for (const display of store.all('display').filter(({ place }) => place === 'Alun-alun')) {
      const verdict = judge(matterIn(store, campaign), displayPlace(display, [group.id]), at.now, contextOf(store));
      expect(verdict.allowed).toBe(false);
    }
  });
});

describe('a permit under a lock', () => {
  const panel = sampleDisplay({ place: 'Alun-alun' });
  const group = { id: newId(), rev: 0, name: 'Ruang rapat', displayIds: [] as string[] };
  const agency = sampleAgency({ kind: 'local' });
  const unknown = sampleAsset({ category: null, agencyId: agency.id });
  const permit = (scope: Partial<RuleFields['scope']>) =>
    make(ruleFields({ name: 'Izin', does: { kind: 'permit' }, scope: { ...EVERYWHERE, ...scope } }));
  beforeEach(async () => {
    await commit((tx) => [tx.put('asset', unknown), tx.put('agency', agency), tx.put('display', panel)]);
    await commit((tx) => tx.put('displayGroup', group));
  });
  const airs = () => {
    const groups = store.all('displayGroup').filter(({ displayIds }) => displayIds.includes(panel.id));
    const place = displayPlace(
      store.get('display', panel.id) ?? panel,
      groups.map(({ id }) => id),
    );
    const asset = store.get('asset', unknown.id) ?? unknown;
    return judge(matterIn(store, asset), place, at.now, contextOf(store)).allowed;
  };
  const join = () => commit((tx) => tx.put('displayGroup', { ...group, displayIds: [panel.id] }));
  const move = () => commit((tx) => tx.put('display', { ...panel, place: 'Ruang rapat' }));
  const rename = () => commit((tx) => tx.put('agency', { ...agency, kind: 'commission' }));
  const WAYS: [string, Partial<RuleFields['scope']>, () => Promise<unknown>, string][] = [
    ['a panel into its group', { groupIds: [group.id] }, join, 'joins'],
    ['a panel to its place', { places: ['Ruang rapat'] }, move, 'place'],
    ['an agency to its kind', { agencyKinds: ['commission'] }, rename, 'agencyKind'],
  ];

  it.each(WAYS)('takes two people to bring %s', async (_, scope, change, kind) => {
    await permit(scope);
    await make(lockFields());
    at.now = ON;
    expect(airs()).toBe(false);
    expect(await reasonsOf(change)).toEqual(['rules.entersPermit']);
    expect(airs()).toBe(false);
    expect(await confirmed()).toEqual([kind]);
    expect(airs()).toBe(true);
  });

  it('takes one while no lock is near', async () => {
    await permit({ groupIds: [group.id] });
    await make(lockFields());
    await join();
    at.now = ON;
    expect(airs()).toBe(true);
  });
});
