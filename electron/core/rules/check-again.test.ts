/** A change that waited for a second person is made by the way of one that nobody had to wait for. */
import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import { newId } from '../../contract/ulid';
import { checkGroupAgain } from '../displays/uses';
import { checkAssetAgain } from '../library/under-law';
import type { Store } from '../store';
import {
  caller,
  operator,
  refused,
  sampleAsset,
  sampleBooking,
  sampleDisplay,
  sampleSubmission,
} from '../store/samples';
import type { RulesRoom } from '.';
import { freshRules, second } from './fresh-rules';
import { lockFields, ruleFields } from './samples';

const MADE = Date.parse('2024-10-01T03:00:00Z');
const WEEK_BEFORE = Date.parse('2024-11-18T11:00:00Z');
const WHY = 'Salah tanggal menurut KPU';
const at = { now: MADE };

let store: Store;
let room: RulesRoom;
const checks = { displayGroup: checkGroupAgain, asset: checkAssetAgain };
freshRules(
  at,
  MADE,
  (fresh, made) => {
    [store, room] = [fresh, made];
  },
  checks,
);

const seed = (work: Parameters<typeof store.commit>[1]) =>
  store.commit({ command: 'tests.seed', actor: operator }, work);
/** Refused to one, asked of another. */
async function asked(run: () => unknown): Promise<string> {
  await refused(run);
  const held = await room.handlers.lockChanges.mine(undefined, caller);
  return (await room.handlers.lockChanges.ask({ at: held?.at ?? 0, reason: WHY }, caller)).id;
}
const confirm = (id: string) => room.handlers.lockChanges.confirm({ id }, second);

describe('a confirmed change', () => {
  it('of a rule names no display that is gone', async () => {
    const panels = [sampleDisplay(), sampleDisplay()];
    const [first, other] = panels.map(({ id }) => id);
    await seed((tx) => panels.map((panel) => tx.put('display', panel)));
    const lockOf = (displayIds: string[]) => lockFields({ scope: { ...EVERYWHERE, displayIds } });
    const { id, rev } = await room.handlers.rules.create(lockOf([first ?? '', other ?? '']), caller);
    at.now += 86_400_000;
    const change = await asked(() => room.handlers.rules.update({ id, rev, fields: lockOf([first ?? '']) }, caller));
    await seed((tx) => tx.remove('display', first ?? ''));
    expect(await reasonsOf(() => confirm(change))).toEqual(['booking.noDisplay']);
    expect(store.get('rule', id)?.scope.displayIds).toHaveLength(2);
  });

  it('of a calendar leaves no rule without its stage', async () => {
    const calendar = await room.handlers.stages.copy({ key: 'pilkada-2024', name: 'Pilkada', shiftDays: 0 }, caller);
    at.now += 86_400_000;
    const { id, rev, name, source } = calendar;
    const gone = calendar.stages.find(({ key }) => !['masa-tenang', 'kampanye', 'iklan'].includes(key));
    const stages = calendar.stages
      .filter(({ key }) => key !== gone?.key)
      .map((stage) => (stage.key === 'masa-tenang' ? { ...stage, to: stage.from } : stage));
    const change = await asked(() =>
      room.handlers.stages.update({ id, rev, fields: { name, source, stages } }, caller),
    );
    const goesBy = ruleFields({ name: 'Sejak itu', time: { ...ALWAYS, stages: [`${id}/${gone?.key}`] } });
    await room.handlers.rules.create(goesBy, caller);
    const failure = await refused(() => confirm(change));
    expect([failure.code, failure.data.details]).toEqual([
      'refused',
      [{ code: 'where.rule', params: { name: 'Sejak itu' } }],
    ]);
  });

  it('of a group takes no display out of what was booked since it was asked', async () => {
    const panel = sampleDisplay();
    const group = { id: newId(), rev: 0, name: 'Pusat kota', displayIds: [panel.id] };
    await seed((tx) => [tx.put('display', panel), tx.put('displayGroup', group)]);
    await room.handlers.rules.create(lockFields({ scope: { ...EVERYWHERE, groupIds: [group.id] } }), caller);
    at.now = WEEK_BEFORE;
    const booking = (name: string) =>
      seed((tx) =>
        tx.put(
          'booking',
          sampleBooking({ name, where: { displayIds: [], groupIds: [group.id] }, to: '2025-12-31', createdAt: at.now }),
        ),
      );
    await booking('Sebelumnya');
    at.now += 1000;
    const change = await asked(() =>
      store.commit({ command: 'groups.update', actor: operator }, (tx) =>
        tx.put('displayGroup', { ...group, displayIds: [] }),
      ),
    );
    at.now += 1000;
    await booking('Sesudahnya');
    const { details } = (await refused(() => confirm(change))).data;
    expect(details.map(({ code, params }) => [code, params.name])).toEqual([
      ['where.displayLeavesBooking', 'Sesudahnya'],
    ]);
  });

  it('lets nothing through that was handed in since', async () => {
    const campaign = sampleAsset({ category: 'Iklan kampanye', approval: 'pending' });
    await seed((tx) => tx.put('asset', campaign));
    await room.handlers.rules.create(lockFields(), second);
    at.now = WEEK_BEFORE;
    const change = await asked(() =>
      store.commit({ command: 'library.update', actor: operator }, (tx) =>
        tx.put('asset', { ...campaign, category: 'Kesehatan', approval: 'approved', approvedHash: campaign.hash }),
      ),
    );
    await seed((tx) => tx.put('submission', sampleSubmission({ assetId: campaign.id, hash: campaign.hash })));
    expect(await reasonsOf(() => confirm(change))).toEqual(['library.inIntake']);
    expect(store.get('asset', campaign.id)?.approval).toBe('pending');
  });

  it('is told to every room as the change that it is, and kept as what was confirmed', async () => {
    const { id } = await room.handlers.rules.create(lockFields(), caller);
    at.now += 86_400_000;
    const change = await asked(() => room.handlers.rules.remove({ id }, caller));
    const told: string[] = [];
    const stop = store.committed.subscribe(({ command }) => told.push(command));
    await confirm(change);
    stop();
    expect(told).toEqual(['rules.remove']);
    expect(store.audit.list({ record: 'rule', id, limit: 1 })[0]?.command).toBe('lockChanges.confirm');
  });
});
