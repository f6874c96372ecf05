import { afterEach, beforeEach, expect, it } from 'vitest';
import { booking, idFor, ofAsset } from '../../domain/compile-fixtures';
import { checkSteps, PATIENT } from '../../domain/planning/check';
import { atOnce } from '../../domain/steps';
import { policyOf } from '../../domain/traffic/fixtures';
import { operator } from '../store/samples';
import { readNetwork } from './network';
import { type Bench, CLIPS, DISPLAYS, openBench } from './samples';
import { groundFor } from './stages';

const [ONE, TWO, THREE] = DISPLAYS.map(({ id }) => id) as [string, string, string];
const GROUP = idFor('G', 1);
const CLIP = ofAsset(CLIPS[0] as { id: string });
const on = (...displayIds: string[]) => ({ where: { displayIds, groupIds: [] } });
const slot = (n: number) => ({ how: { kind: 'slot' as const, slot: n, every: 1, first: 0 } });
let bench: Bench;

/** A loop of two slots on every display; both are held on the third. */
beforeEach(async () => {
  bench = await openBench();
  const { slots, ...policy } = policyOf({ id: idFor('P', 900), ...on(ONE, TWO, THREE) });
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('loopPolicy', { ...policy, slots: slots.slice(0, 2) });
    tx.put('displayGroup', { id: GROUP, rev: 0, name: 'Alun-alun', displayIds: [THREE, TWO] });
    for (const n of [1, 2]) tx.put('booking', booking(n, CLIP, { ...on(THREE), ...slot(n), to: '2030-01-01' }));
  });
});
afterEach(() => bench.close());

function waysFor(where: { displayIds: string[]; groupIds: string[] }) {
  const { store, clock } = bench;
  const draft = booking(9, CLIP, { ...slot(2), where, from: '2026-03-03', to: '2026-03-05' });
  const ground = groundFor({ sources: store, network: () => readNetwork(store) }, draft, null, clock.now());
  const { conflicts } = atOnce(checkSteps(ground, draft, null, PATIENT));
  return conflicts.map(({ waysOut }) => waysOut.map(({ label, change }) => [label, change]));
}

it('offers displays of the same group first in place of one that is full', () => {
  const label = { code: 'plan.out.elsewhere', params: { displays: 'VT-02' } };
  expect(waysFor({ displayIds: [THREE], groupIds: [] })).toEqual([[[label, on(TWO)]]]);
});

it('writes a group out where one of its displays is full', () => {
  expect(waysFor({ displayIds: [], groupIds: [GROUP] })).toEqual([
    [
      [{ code: 'plan.out.elsewhere', params: { displays: 'VT-01' } }, on(TWO, ONE)],
      [{ code: 'plan.out.notThere', params: { count: 1 } }, on(TWO)],
    ],
  ]);
});
