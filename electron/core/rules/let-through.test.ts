/** Whoever names the category of material while a lock is near does not let it air as well. */
import { beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import type { Asset } from '../../contract/records/asset';
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import { newId } from '../../contract/ulid';
import type { Store } from '../store';
import { caller, colleague, operator, refused, sampleAsset } from '../store/samples';
import type { RulesRoom } from '.';
import { freshRules, program, second } from './fresh-rules';
import { lockFields } from './samples';

const MADE = Date.parse('2024-10-01T03:00:00Z');
/** A week before its first day, to the millisecond. */
const NEAR = Date.parse('2024-11-16T17:00:00Z');
const ON = Date.parse('2024-11-25T03:00:00Z');
const AFTER = Date.parse('2024-11-27T03:00:00Z');
const at = { now: MADE };
const video = sampleAsset({ category: null, approval: 'pending' });
let store: Store;
let room: RulesRoom;
freshRules(at, MADE, (fresh, made) => {
  [store, room] = [fresh, made];
});
beforeEach(async () => {
  await put({}, STATION_ACTOR);
  await room.handlers.rules.create(lockFields(), second);
});

const put = (part: Partial<Pick<Asset, 'category' | 'approval' | 'approvedHash' | 'tags'>>, actor: Actor) =>
  store.commit({ command: 'library.update', actor, undoable: true }, (tx) =>
    tx.put('asset', { ...(tx.get('asset', video.id) ?? video), ...part }),
  );
const name = (actor: Actor, category = 'Kesehatan') => put({ category, approval: 'pending' }, actor);
const WAYS = [
  ['notNeeded', { approval: 'notNeeded' }],
  ['approved', { approval: 'approved', approvedHash: video.hash }],
] as const;
const stands = () => store.get('asset', video.id)?.approval;

describe.each(WAYS)('%s', (_, approval) => {
  it.each([NEAR, ON])('is not said by whoever named it, and is by another (%s)', async (now) => {
    at.now = now;
    await name(operator);
    // Whatever is done to it since, however often.
    for (let n = 0; n < 60; n++) await put({ tags: [`t${n}`] }, colleague);
    at.now += 3_600_000;
    expect(await reasonsOf(() => put(approval, operator))).toEqual(['rules.namedByOne']);
    expect(stands()).toBe('pending');
    await put(approval, colleague);
    expect(stands()).toBe(approval.approval);
  });

  it('is not said in the same breath either', async () => {
    at.now = ON;
    expect(await reasonsOf(() => put({ category: 'Kesehatan', ...approval }, operator))).toEqual(['rules.namedByOne']);
    expect(stands()).toBe('pending');
  });

  it('is not said by the other hand of a program either, whichever of them named it', async () => {
    at.now = ON;
    await name(program.actor);
    expect(await reasonsOf(() => put(approval, operator))).toEqual(['rules.namedByOne']);
    await name(operator, 'Pemilu');
    expect(await reasonsOf(() => put(approval, { ...program.actor, id: 'T2' }))).toEqual(['rules.namedByOne']);
    expect(stands()).toBe('pending');
  });

  it('is not said of a repaired copy by whoever named what it was made of', async () => {
    at.now = ON;
    await name(operator);
    const mends = { assetId: video.id, hash: video.hash, kinds: [] };
    const copy = sampleAsset({ id: newId(), hash: 'c'.repeat(64), category: 'Kesehatan', approval: 'pending', mends });
    const again = {
      ...copy,
      id: newId(),
      hash: 'd'.repeat(64),
      mends: { ...mends, assetId: copy.id, hash: copy.hash },
    };
    for (const each of [copy, again]) {
      await store.commit({ command: 'library.import', actor: STATION_ACTOR }, (tx) => tx.put('asset', each));
      const through = (actor: Actor) =>
        store.commit({ command: 'library.update', actor }, (tx) =>
          tx.put('asset', {
            ...each,
            ...approval,
            ...(approval.approval === 'approved' ? { approvedHash: each.hash } : {}),
          }),
        );
      expect(await reasonsOf(() => through(operator))).toEqual(['rules.namedByOne']);
      await through(colleague);
    }
  });

  it('is confirmed by another, who reads what it is', async () => {
    at.now = ON;
    await name(operator);
    await refused(() => put(approval, operator));
    const held = await room.handlers.lockChanges.mine(undefined, caller);
    const asked = { at: held?.at ?? 0, reason: 'Sudah dilihat berdua' };
    const { id, lines } = await room.handlers.lockChanges.ask(asked, caller);
    expect(lines).toEqual([{ kind: 'approval', name: video.name, category: 'Kesehatan' }]);
    await room.handlers.lockChanges.confirm({ id }, second);
    expect(stands()).toBe(approval.approval);
  });

  it('is free where it was named before the lock was near, or the lock is over', async () => {
    at.now = NEAR - 1;
    await name(operator);
    at.now = ON;
    await put(approval, operator);
    expect(stands()).toBe(approval.approval);
    await name(operator, 'Pemilu');
    at.now = AFTER;
    await put(approval, operator);
    expect(stands()).toBe(approval.approval);
  });
});
