import { beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import type { Caller } from '../../contract/api/handlers';
import type { Actor } from '../../contract/records/audit';
import type { User } from '../../contract/records/user';
import { DAY_MS } from '../../domain/calendar';
import type { Store } from '../store';
import { caller, refused, sampleUser } from '../store/samples';
import type { RulesRoom } from '.';
import { freshRules } from './fresh-rules';
import { lockFields } from './samples';

const ASKED = Date.parse('2024-11-20T03:00:00Z');
const LONG_BEFORE = ASKED - 30 * DAY_MS;
const HOUR_MS = 3_600_000;
const WHY = 'Salah tanggal menurut KPU';
const PROGRAM: Actor = { kind: 'token', id: 'admin-token', name: 'admin-token' };
const at = { now: LONG_BEFORE };
let store: Store;
let room: RulesRoom;
let accounts: Record<'sari' | 'dewi', User>;
freshRules(at, LONG_BEFORE, (fresh, made) => {
  [store, room] = [fresh, made];
});

const actorOf = ({ id, name }: User): Actor => ({ kind: 'user', id, name });
const as = (user: User): Caller => ({ ...caller, actor: actorOf(user) });
const keep = (by: Actor, user: User) =>
  store.commit({ command: 'users.update', actor: by }, (tx) => tx.put('user', user));
const make = (by: Actor, name: string) =>
  keep(by, sampleUser({ name, signInName: name.toLowerCase(), role: 'head', createdAt: at.now }));
const giveNewPassword = (by: Actor, user: User) => keep(by, { ...user, passwordHash: 'scrypt$1$1$1$salt$other' });

beforeEach(async () => {
  const own = (name: string) => {
    const user = sampleUser({ name, signInName: name.toLowerCase(), role: 'administrator', createdAt: at.now });
    return keep(actorOf(user), user);
  };
  accounts = { sari: await own('Sari'), dewi: await own('Dewi') };
  await room.handlers.rules.create(lockFields(), as(accounts.sari));
  at.now = ASKED;
});

/** What a request that waits says to each who reads it is what they would be refused for. */
async function saidTo(kind: (typeof KINDS)[number], who: Caller): Promise<string[] | undefined> {
  const { lifts, lockChanges } = room.handlers;
  const [newest] = kind === 'a lift' ? await lifts.list(undefined, who) : await lockChanges.list(undefined, who);
  return newest?.against.map(({ code }) => code);
}

/** Both things that take two people, asked by one. */
const KINDS = ['a lift', 'a change of a lock'] as const;
async function askFor(kind: (typeof KINDS)[number], by: Caller): Promise<(who: Caller) => unknown> {
  const [rule] = store.all('rule');
  if (!rule) return expect.fail('no rule');
  if (kind === 'a lift') {
    const hours = { from: Date.parse('2024-11-24T03:00:00Z'), until: Date.parse('2024-11-24T04:00:00Z') };
    const { id } = await room.handlers.lifts.ask({ ruleId: rule.id, ...hours, reason: WHY }, by);
    return (who) => room.handlers.lifts.confirm({ id }, who);
  }
  await reasonsOf(() => room.handlers.rules.remove({ id: rule.id }, by));
  const held = await room.handlers.lockChanges.mine(undefined, by);
  const { id } = await room.handlers.lockChanges.ask({ at: held?.at ?? 0, reason: WHY }, by);
  return (who) => room.handlers.lockChanges.confirm({ id }, who);
}

describe.each(KINDS)('%s', (kind) => {
  it('is not confirmed by an account made since it was asked, whoever made it', async () => {
    const confirm = await askFor(kind, as(accounts.sari));
    at.now += 60_000;
    const head = await make(actorOf(accounts.dewi), 'Kepala');
    expect(await saidTo(kind, as(head))).toEqual(['rules.liftNewAccount']);
    expect(await reasonsOf(() => confirm(as(head)))).toEqual(['rules.liftNewAccount']);
  });

  it.each(['the one who asks', 'a program', 'one whom the one who asks made'])(
    'is not confirmed by an account that %s made within seven days before',
    async (whose) => {
      at.now = ASKED - 7 * DAY_MS;
      const sari = actorOf(accounts.sari);
      const ways: Record<string, () => Promise<Actor>> = {
        'the one who asks': async () => sari,
        'a program': async () => PROGRAM,
        'one whom the one who asks made': async () => actorOf(await make(sari, 'Boneka')),
      };
      const head = await make((await ways[whose]?.()) ?? sari, 'Kepala');
      at.now = ASKED;
      const confirm = await askFor(kind, as(accounts.sari));
      const failure = await refused(() => confirm(as(head)));
      const by = whose === 'a program' ? 'admin-token' : 'Sari';
      expect(failure.data.details).toMatchObject([{ code: 'rules.liftSameHand', params: { name: 'Kepala' } }]);
      if (whose !== 'one whom the one who asks made') expect(failure.data.details[0]?.params.by).toBe(by);
    },
  );

  it.each([
    ['before', -HOUR_MS],
    ['after', HOUR_MS],
  ])('is not confirmed by an account given a password by whoever asks, %s asking', async (_, offset) => {
    at.now = ASKED + Math.min(0, offset);
    if (offset < 0) await giveNewPassword(actorOf(accounts.sari), accounts.dewi);
    at.now = ASKED;
    const confirm = await askFor(kind, as(accounts.sari));
    at.now = ASKED + Math.max(0, offset);
    if (offset > 0) await giveNewPassword(actorOf(accounts.sari), accounts.dewi);
    // However often it is changed again in ways that are its own.
    for (let n = 0; n < 120; n++) {
      const held = store.get('user', accounts.dewi.id) ?? expect.fail('no account');
      await keep(actorOf(accounts.dewi), { ...held, name: `Dewi ${n}` });
    }
    expect(await reasonsOf(() => confirm(as(accounts.dewi)))).toEqual(['rules.liftSameHand']);
  });

  it.each([
    ['is shut', { disabled: true }],
    ['may look on alone', { role: 'viewer' as const }],
  ])('is not confirmed once the account that asked %s', async (_, part) => {
    const confirm = await askFor(kind, as(accounts.sari));
    const third = sampleUser({ name: 'Admin', signInName: 'admin', role: 'administrator', createdAt: LONG_BEFORE });
    await keep(actorOf(third), { ...accounts.sari, ...part });
    expect(await saidTo(kind, as(accounts.dewi))).toEqual(['rules.liftAskerGone']);
    expect(await reasonsOf(() => confirm(as(accounts.dewi)))).toEqual(['rules.liftAskerGone']);
    const held = store.get('user', accounts.sari.id) ?? expect.fail('no account');
    await keep(actorOf(third), { ...held, disabled: false, role: 'administrator' });
    await confirm(as(accounts.dewi));
  });

  it('is not asked by an account that whoever confirms has just made', async () => {
    const puppet = await make(actorOf(accounts.sari), 'Boneka');
    const confirm = await askFor(kind, as(puppet));
    expect(await reasonsOf(() => confirm(as(accounts.sari)))).toEqual(['rules.liftSameHand']);
  });

  it('is not asked and confirmed by two accounts that a third made', async () => {
    at.now = ASKED - DAY_MS;
    const dewi = actorOf(accounts.dewi);
    const [one, other] = [await make(dewi, 'Boneka'), await make(dewi, 'Kepala')];
    at.now = ASKED;
    const confirm = await askFor(kind, as(one));
    const failure = await refused(() => confirm(as(other)));
    const params = { name: 'Kepala', other: 'Boneka', by: 'Dewi' };
    expect(failure.data.details).toMatchObject([{ code: 'rules.liftOneHand', params }]);
    expect(await saidTo(kind, as(other))).toEqual(['rules.liftOneHand']);
    expect(await saidTo(kind, as(one))).toEqual(['rules.liftSamePerson']);
    expect(await saidTo(kind, as(accounts.sari))).toEqual([]);
    await confirm(as(accounts.sari));
    // Nothing is left to confirm, so nothing is against it.
    expect(await saidTo(kind, as(other))).toEqual([]);
  });

  it('is not asked by an account that a program has just made', async () => {
    const puppet = await make(PROGRAM, 'Boneka');
    const confirm = await askFor(kind, as(puppet));
    expect(await reasonsOf(() => confirm(as(accounts.sari)))).toEqual(['rules.liftSameHand']);
  });

  it('is confirmed by an account of long standing, by one that another made, and by one that keeps itself', async () => {
    at.now = ASKED - 7 * DAY_MS - 1;
    const old = await make(actorOf(accounts.sari), 'Lama');
    at.now = ASKED - DAY_MS;
    await giveNewPassword(actorOf(accounts.dewi), accounts.dewi);
    const head = await make(actorOf(accounts.dewi), 'Kepala');
    for (const who of [old, head, accounts.dewi]) {
      at.now = ASKED;
      const confirm = await askFor(kind, as(accounts.sari));
      await confirm(as(who));
      if (kind === 'a change of a lock') await room.handlers.rules.create(lockFields(), as(accounts.dewi));
    }
  });
});
