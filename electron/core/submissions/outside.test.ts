/** Agencies that never meet, and links that are used once. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes } from '../../../tests/fixtures/refusals';
import { portalApi } from '../../contract/api/submissions';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { sha256 } from '../secret';
import { caller, sampleDisplay, samplePlay } from '../store/samples';
import { type DeskOnStore, DINKES, FIELDS, KPU, openDesk, seed, VERIFIER } from './samples';

const SQUARE = sampleDisplay({ name: 'VT-01 Alun-alun' });
let on: DeskOnStore;
beforeEach(async () => {
  on = await openDesk();
});
afterEach(() => on.close());

describe('an agency', () => {
  it('never sees or moves anything of another, by whatever procedure', async () => {
    const [who, other] = [await on.partnerOf(KPU.id), await on.partnerOf(DINKES.id)];
    const id = await on.handedIn(other);
    const agreementId = newId();
    const by = { id: 'U', name: 'Kepala', role: 'head' };
    const override = { until: '2027-01-31', reason: 'Urusan kantor', by, at: 2 };
    await on.store.commit(seed, (tx) => {
      tx.put('display', SQUARE);
      tx.put('agreement', {
        ...{ id: agreementId, rev: 0, agencyId: DINKES.id, number: 'PKS/DINKES', from: '2026-01-01', to: '2026-12-31' },
        ...{ lent: { slots: null, dayMs: null, channels: [], displayIds: [SQUARE.id], groupIds: [] } },
        ...{ fileId: null, overrides: [override], createdAt: 1 },
      });
    });
    on.store.plays.add([samplePlay({ assetId: on.assetOf(id).id })]);
    const { portal } = on.room.handlers;
    const tried: Record<keyof typeof portalApi, () => unknown> = {
      me: async () => {
        expect(await portal.me(undefined, who)).toMatchObject({ agency: { id: KPU.id }, agreements: [] });
        const { agreements } = await portal.me(undefined, other);
        expect(agreements).toEqual([
          {
            ...{ id: agreementId, number: 'PKS/DINKES', from: '2026-01-01', to: '2026-12-31' },
            ...{ lent: { slots: null, dayMs: null, channels: [] }, places: [SQUARE.name] },
            overrides: [{ until: '2027-01-31' }],
          },
        ]);
      },
      agreementUse: async () => {
        expect(await codes(() => portal.agreementUse({ id: agreementId }, who))).toEqual(['notFound']);
        expect(await portal.agreementUse({ id: agreementId }, other)).toEqual({
          ...{ month: '2026-03', shown: 4, shownMs: 4000, slotsUsed: 1, agreedMs: 60_000 },
        });
      },
      list: async () =>
        expect(await portal.list({ search: '', offset: 0, limit: 100 }, who)).toMatchObject({ total: 0 }),
      create: async () =>
        expect(on.view((await portal.create({ fields: FIELDS }, who)).id).submission.agencyId).toBe(KPU.id),
      get: async () => expect(await codes(() => portal.get({ id }, who))).toEqual(['notFound']),
      update: async () =>
        expect(await codes(() => portal.update({ ...on.at(id), fields: FIELDS }, who))).toEqual(['notFound']),
      submit: async () => expect(await codes(() => portal.submit(on.at(id), who))).toEqual(['notFound']),
      withdraw: async () => expect(await codes(() => portal.withdraw(on.at(id), who))).toEqual(['notFound']),
      airings: async () => expect(await codes(() => portal.airings({ id, limit: 10 }, who))).toEqual(['notFound']),
    };
    expect(Object.keys(tried).sort()).toEqual(Object.keys(portalApi).sort());
    for (const name of [
      'list',
      'me',
      'agreementUse',
      'get',
      'update',
      'submit',
      'withdraw',
      'airings',
      'create',
    ] as const)
      await tried[name]();
    expect(await codes(() => on.send(id, who, 5))).toEqual(['notFound']);
    expect(
      await codes(() =>
        on.room.admit({ submissionId: id, bytes: 1, originalName: 'a', actor: who.actor, inside: false }),
      ),
    ).toEqual(['notFound']);
    expect(
      await codes(() =>
        on.room.admit({ submissionId: null, bytes: 1, originalName: 'a', actor: who.actor, inside: false }),
      ),
    ).toEqual(['notAllowed']);
    expect(on.room.mayFetch(who.actor, on.assetOf(id).hash)).toBe(false);
    expect(on.room.mayFetch(other.actor, on.assetOf(id).hash)).toBe(true);
    expect(await portal.airings({ id, limit: 10 }, other)).toMatchObject({ plays: 1 });
    expect(on.view(id).submission).toMatchObject({ state: 'submitted', agencyId: DINKES.id });
  });

  it('is nobody’s once its account is another agency’s, and nothing at all for the office’s people', async () => {
    const who = await on.partnerOf(KPU.id);
    const id = await on.handedIn(who);
    const user = on.store.get('user', who.actor.id);
    if (user) await on.store.commit(seed, (tx) => tx.put('user', { ...user, agencyId: DINKES.id }));
    expect(await codes(() => on.room.handlers.portal.get({ id }, who))).toEqual(['notFound']);
    expect(await codes(() => on.room.handlers.portal.me(undefined, VERIFIER))).toEqual(['notAllowed']);
  });
});

describe('a link', () => {
  const visitor = { ...caller, actor: { kind: 'user' as const, id: 'nobody', name: '' }, role: 'viewer' as const };
  const linked = () => on.desk().makeLink({ agencyId: KPU.id, title: 'Debat publik', days: 7 }, VERIFIER);

  it('is used once, and only for its own submission', async () => {
    const { code, link } = await linked();
    expect(JSON.stringify(on.store.all('uploadLink'))).not.toContain(code);
    expect(on.store.all('uploadLink')[0]?.codeHash).toBe(sha256(code));
    const { handIn } = on.room.handlers;
    expect(await handIn.look({ code }, visitor)).toMatchObject({ agencyName: KPU.name, files: 0 });
    const { submissionId } = await handIn.say({ code, fields: FIELDS }, visitor);
    expect(await handIn.say({ code, fields: FIELDS }, visitor)).toEqual({ submissionId });
    const actor = on.room.outsideSender(null, code, '1.1.1.1');
    if (!actor) throw new Error('not let in');
    const foreign = await on.handedIn(await on.partnerOf(KPU.id));
    expect(await codes(() => on.send(foreign, { ...caller, actor }, 8))).toEqual(['notFound']);
    const most = { submissionId, originalName: 'a', actor, inside: false };
    expect(await codes(() => on.room.admit({ ...most, bytes: link.mostBytes + 1 }))).toEqual([
      'tooLarge',
      'submission.tooLarge',
    ]);
    expect(await codes(() => on.room.admit({ ...most, bytes: null }))).toEqual(['tooLarge', 'submission.tooLarge']);
    await on.send(submissionId, { ...caller, actor }, 9);
    const { receipt } = await handIn.finish({ code }, visitor);
    expect(receipt).toMatch(/^ILM-2026-\d{4}$/);
    expect(on.view(submissionId).submission).toMatchObject({ state: 'submitted', via: 'link', agencyId: KPU.id });
    for (const again of [
      () => handIn.look({ code }, visitor),
      () => handIn.say({ code, fields: FIELDS }, visitor),
      () => handIn.finish({ code }, visitor),
      () => on.room.outsideSender(null, code, '1.1.1.1'),
      () => on.send(submissionId, { ...caller, actor }, 10),
    ])
      expect(await codes(again)).toEqual(['refused', 'link.used']);
  });

  it('is over when its days are, or when it is taken back; and wrong codes are counted', async () => {
    const [first, second] = [await linked(), await linked()];
    on.now += 7 * DAY_MS;
    expect(await codes(() => on.room.handlers.handIn.look({ code: first.code }, visitor))).toEqual([
      'refused',
      'link.expired',
    ]);
    await on.desk().revokeLink({ id: second.link.id }, VERIFIER);
    expect(await codes(() => on.room.handlers.handIn.look({ code: second.code }, visitor))).toEqual([
      'refused',
      'link.revoked',
    ]);
    expect(on.wrong).toEqual([]);
    expect(await codes(() => on.room.handlers.handIn.look({ code: 'x'.repeat(43) }, visitor))).toEqual(['codeUnknown']);
    expect(on.wrong).toEqual(['hand-in 127.0.0.1']);
  });
});
