import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, cookieOf, type Kit, PASSWORD, rpc, signedIn, startKit } from '../../../tests/lib/server-kit';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
});
afterEach(() => kit.close());

const someone = { signInName: 'admin', name: 'Administrator', password: PASSWORD };

describe('first run', () => {
  it('makes one administrator with a one-time code, who can sign in again', async () => {
    const code = kit.users.firstRunCode();
    expect(code).toMatch(/^[\w-]{43}$/);
    const made = await rpc(kit, 'auth.firstRun', { code, ...someone });
    expect(made.status).toBe(200);
    expect(made.value).toMatchObject({ signInName: 'admin', role: 'administrator', hasPassword: true });
    const status = await rpc(kit, 'auth.status', undefined, { cookie: cookieOf(made) });
    expect(status.value).toMatchObject({ user: { signInName: 'admin' }, firstRun: false });
    expect(kit.users.firstRunCode()).toBeNull();
    expect((await rpc(kit, 'auth.firstRun', { code, ...someone })).failure?.code).toBe('firstRunOver');
    expect((await rpc(kit, 'auth.signIn', { signInName: ' ADMIN', password: PASSWORD })).status).toBe(200);
  });

  it('refuses a wrong code and stays open', async () => {
    const answer = await rpc(kit, 'auth.firstRun', { code: 'x'.repeat(43), ...someone });
    expect(answer.failure?.code).toBe('codeUnknown');
    expect(kit.users.firstRunCode()).not.toBeNull();
    expect(kit.store.all('user')).toHaveLength(0);
  });

  it('lets one of many that race for it win', async () => {
    const code = kit.users.firstRunCode();
    const names = ['satu', 'dua', 'tiga', 'empat'];
    const answers = await Promise.all(
      names.map((signInName) => rpc(kit, 'auth.firstRun', { ...someone, code, signInName })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ failure }) => failure?.code === 'firstRunOver')).toHaveLength(3);
    expect(kit.store.all('user')).toHaveLength(1);
  });
});

describe('desktop code', () => {
  it('makes the administrator without a password, once', async () => {
    const code = kit.users.issueDesktopCode();
    const answer = await rpc(kit, 'auth.desktop', { code });
    expect(answer.value).toMatchObject({ role: 'administrator', hasPassword: false });
    expect((await rpc(kit, 'auth.desktop', { code })).failure?.code).toBe('codeUnknown');
    expect(kit.users.firstRunCode()).toBeNull();
    const again = await rpc(kit, 'auth.desktop', { code: kit.users.issueDesktopCode() });
    expect(again.status).toBe(200);
    expect(kit.store.all('user')).toHaveLength(1);
  });

  it('is void after two minutes and when a newer one is issued', async () => {
    const first = kit.users.issueDesktopCode();
    const second = kit.users.issueDesktopCode();
    expect((await rpc(kit, 'auth.desktop', { code: first })).failure?.code).toBe('codeUnknown');
    kit.clock.skip(2 * 60_000);
    expect((await rpc(kit, 'auth.desktop', { code: second })).failure?.code).toBe('codeUnknown');
  });

  it('leaves the first-run address open where there is no window', async () => {
    await rpc(kit, 'auth.desktop', { code: kit.users.issueDesktopCode() });
    const { dir } = kit;
    const again = await restarted(kit);
    kit = again;
    expect(dir).toBe(again.dir);
    const made = await rpc(kit, 'auth.firstRun', { code: kit.users.firstRunCode(), ...someone, signInName: 'kepala' });
    expect(made.value).toMatchObject({ signInName: 'kepala', hasPassword: true });
    expect(kit.store.all('user')).toHaveLength(1);
  });

  it('lets its administrator set a first password, and then asks for it', async () => {
    const opened = await rpc(kit, 'auth.desktop', { code: kit.users.issueDesktopCode() });
    const set = await rpc(kit, 'auth.setOwnPassword', { current: null, next: PASSWORD }, { cookie: cookieOf(opened) });
    expect(set.status).toBe(200);
    const cookie = cookieOf(set);
    const wrong = await rpc(kit, 'auth.setOwnPassword', { current: null, next: `${PASSWORD}!` }, { cookie });
    expect(wrong.failure).toMatchObject({ code: 'refused', details: [{ code: 'auth.currentWrong' }] });
  });
});

/** The same data directory in a new process, as far as one process can show it. */
async function restarted(old: Kit): Promise<Kit> {
  const { dir } = old;
  await old.server.close();
  await old.store.close();
  return startKit({ dir });
}

describe('sign-in', () => {
  it('sets a strict, http-only cookie that knows its port', async () => {
    await signedIn(kit, 'operator');
    const answer = await rpc(kit, 'auth.signIn', { signInName: 'operator', password: PASSWORD });
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(new RegExp(`^suar-${kit.port}=[\\w-]{43};`));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Secure/);
  });

  it('answers a wrong name and a wrong password alike, in like time', async () => {
    await signedIn(kit, 'operator');
    const timed = async (signInName: string) => {
      const started = performance.now();
      const answer = await rpc(kit, 'auth.signIn', { signInName, password: 'salah salah salah' });
      expect(answer.status).toBe(401);
      expect(answer.failure).toEqual({ code: 'wrongPassword', params: {}, details: [] });
      return performance.now() - started;
    };
    const [known, unknown] = [await timed('operator'), await timed('tidakada')];
    expect(unknown / known).toBeGreaterThan(0.4);
  });

  it('makes an address wait after ten wrong tries', async () => {
    await signedIn(kit, 'operator');
    const attempt = (password: string) => rpc(kit, 'auth.signIn', { signInName: 'operator', password });
    const all = await Promise.all(Array.from({ length: 12 }, () => attempt('salah salah salah')));
    expect(all.filter(({ status }) => status === 401)).toHaveLength(10);
    const refused = all.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.failure).toMatchObject({ code: 'tooManyAttempts', params: { seconds: 300 } });
    expect((await attempt(PASSWORD)).status).toBe(429);
    kit.clock.skip(5 * 60_000);
    expect((await attempt(PASSWORD)).status).toBe(200);
  });

  it('keeps a session thirty days from the last visit', async () => {
    const { cookie } = await signedIn(kit, 'viewer');
    const user = async () => (await rpc(kit, 'auth.status', undefined, { cookie })).value;
    kit.clock.skip(20 * 86_400_000);
    expect(await user()).toMatchObject({ user: { signInName: 'viewer' } });
    await expect.poll(() => kit.store.all('session')[0]?.rev).toBe(2);
    kit.clock.skip(20 * 86_400_000);
    expect(await user()).toMatchObject({ user: { signInName: 'viewer' } });
    await expect.poll(() => kit.store.all('session')[0]?.rev).toBe(3);
    kit.clock.skip(30 * 86_400_000);
    expect(await user()).toMatchObject({ user: null });
  });

  it('keeps neither tokens nor passwords in the data directory', async () => {
    const { cookie } = await signedIn(kit, 'operator');
    const stored = JSON.stringify([kit.store.all('session'), kit.store.all('user')]);
    expect(stored).not.toContain(cookie.split('=')[1]);
    expect(stored).not.toContain(PASSWORD);
  });

  it('ends on sign-out', async () => {
    const { cookie } = await signedIn(kit, 'operator');
    expect((await rpc(kit, 'auth.signOut', undefined, { cookie })).status).toBe(200);
    expect((await rpc(kit, 'station.settings', undefined, { cookie })).status).toBe(401);
    expect(kit.store.all('session')).toHaveLength(0);
  });
});

describe('users', () => {
  it('cuts a disabled user at once', async () => {
    const admin = await signedIn(kit, 'administrator');
    const operator = await signedIn(kit, 'operator');
    const { rev } = kit.store.get('user', operator.id) ?? { rev: 0 };
    const headers = { cookie: admin.cookie };
    expect((await rpc(kit, 'users.update', { id: operator.id, rev, disabled: true }, headers)).status).toBe(200);
    expect((await rpc(kit, 'station.settings', undefined, { cookie: operator.cookie })).status).toBe(401);
    const back = await rpc(kit, 'auth.signIn', { signInName: 'operator', password: PASSWORD });
    expect(back.failure?.code).toBe('wrongPassword');
  });

  it('lets somebody of an agency change their own password, and nobody who is not signed in', async () => {
    const { cookie } = await signedIn(kit, 'partner');
    const input = { current: PASSWORD, next: `${PASSWORD} baru` };
    expect((await rpc(kit, 'auth.setOwnPassword', input)).failure?.code).toBe('notAllowed');
    expect((await rpc(kit, 'auth.setOwnPassword', input, { cookie })).status).toBe(200);
    const fresh = await rpc(kit, 'auth.signIn', { signInName: 'partner', password: input.next });
    expect(fresh.status).toBe(200);
    const again = await signedIn(kit, 'operator');
    const wrong = await rpc(kit, 'auth.setOwnPassword', { ...input, current: 'salah' }, { cookie: again.cookie });
    expect(wrong.failure).toMatchObject({ code: 'refused', details: [{ code: 'auth.currentWrong' }] });
  });

  it('ends all sessions on a new password, and moves its owner to a new one', async () => {
    const first = await signedIn(kit, 'operator');
    const second = cookieOf(await rpc(kit, 'auth.signIn', { signInName: 'operator', password: PASSWORD }));
    const input = { current: PASSWORD, next: 'sandi lain yang panjang' };
    const changed = await rpc(kit, 'auth.setOwnPassword', input, { cookie: first.cookie });
    expect((await rpc(kit, 'station.settings', undefined, { cookie: second })).status).toBe(401);
    expect((await rpc(kit, 'station.settings', undefined, { cookie: first.cookie })).status).toBe(401);
    expect((await rpc(kit, 'station.settings', undefined, { cookie: cookieOf(changed) })).status).toBe(200);
  });

  it('keeps the last administrator, a free name and a fresh revision', async () => {
    const admin = await signedIn(kit, 'administrator');
    const headers = { cookie: admin.cookie };
    const { rev = 0 } = kit.store.get('user', admin.id) ?? {};
    const update = (fields: object) => rpc(kit, 'users.update', { id: admin.id, rev, ...fields }, headers);
    expect((await update({ disabled: true })).failure?.code).toBe('lastAdministrator');
    expect((await update({ role: 'viewer' })).failure?.code).toBe('lastAdministrator');
    expect((await update({ rev: rev + 1 })).failure?.code).toBe('stale');
    const fields = { name: 'Lain', role: 'viewer', password: PASSWORD };
    const taken = await rpc(kit, 'users.create', { ...fields, signInName: 'ADMINISTRATOR' }, headers);
    expect(taken.failure?.code).toBe('duplicateName');
    const made = await rpc(kit, 'users.create', { ...fields, signInName: 'lain' }, headers);
    expect(made.value).toMatchObject({ signInName: 'lain', hasPassword: true });
    expect(JSON.stringify(made.value)).not.toContain('passwordHash');
  });

  it('shows no password hash in the audit', async () => {
    await signedIn(kit, 'administrator');
    const audit = await rpc(kit, 'station.audit', {}, { authorization: `Bearer ${kit.token}` });
    expect(audit.text).toContain('"signInName":"administrator"');
    expect(audit.text).not.toContain('scrypt$');
  });
});

describe('admin token', () => {
  it('lies in the data directory, for its owner alone, and stays the same', async () => {
    const path = join(kit.dir, 'admin-token');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).trim()).toMatch(/^[\w-]{43}$/);
    const headers = { authorization: `Bearer ${kit.token}` };
    expect((await ask(kit, '/api/users', { headers })).status).toBe(200);
    expect((await ask(kit, '/api/users', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    const { token } = kit;
    kit = await restarted(kit);
    expect(kit.token).toBe(token);
  });
});
