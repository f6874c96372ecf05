import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, type Kit, rpc, signedIn, startKit } from '../../../tests/lib/server-kit';
import { needsOf, procedures } from '../../contract/api/needs';
import { mayDo, type Permission, Role } from '../../contract/records/user';

let kit: Kit;
const cookies: Partial<Record<Role, string>> = {};
beforeAll(async () => {
  kit = await startKit();
  for (const role of Role.options) cookies[role] = (await signedIn(kit, role)).cookie;
});
afterAll(() => kit.close());

const names = [...procedures.keys()];
const routeOf = (name: string) => procedures.get(name)?.['~orpc'].route ?? {};
/** Those with which the caller would end its own session, or that do not end. */
const apart = new Set([
  'auth.signOut',
  'auth.desktop',
  'auth.firstRun',
  'auth.signIn',
  'auth.setOwnPassword',
  'station.live',
]);

/** The head of an answer, for streams that do not end. */
function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  const stop = new AbortController();
  return fetch(kit.origin + path, { headers, signal: stop.signal }).then(({ status }) => {
    stop.abort();
    return status;
  });
}

describe('roles', () => {
  it('knows every procedure, each with what it needs', () => {
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) expect(needsOf(name), name).not.toBeNull();
  });

  it.each(Role.options)('lets %s do exactly what its role may, over RPC', async (role) => {
    for (const name of names.filter((one) => !apart.has(one))) {
      const { status, failure } = await rpc(kit, name, undefined, { cookie: cookies[role] ?? '' });
      const allowed = mayDo(role, needsOf(name) as Permission);
      expect(status === 403 ? 'refused' : 'let in', `${role} ${name} ${status}`).toBe(allowed ? 'let in' : 'refused');
      expect(status, name).not.toBe(401);
      if (!allowed) expect(failure?.code).toBe('notAllowed');
    }
  });

  it.each(Role.options)('lets %s do the same over OpenAPI', async (role) => {
    for (const name of names.filter((one) => !apart.has(one))) {
      const { method = 'POST', path = '' } = routeOf(name);
      const answer = await ask(kit, `/api${path.replace(/\{\w+\}/, 'x')}`, {
        method,
        headers: { cookie: cookies[role] ?? '' },
        ...(method === 'GET' ? {} : { body: {} }),
      });
      const allowed = mayDo(role, needsOf(name) as Permission);
      expect(answer.status === 403, `${role} ${name} ${answer.status}`).toBe(!allowed);
    }
  });

  it('lets nobody in who has not come in', async () => {
    for (const name of names) {
      if (name === 'station.live') continue;
      const { status } = await rpc(kit, name);
      if (needsOf(name) === 'open') expect(status, name).not.toBe(403);
      else expect(status, name).toBe(401);
    }
    expect(await statusOf('/api/live', {})).toBe(401);
    expect(await statusOf('/api/live', { cookie: cookies.viewer ?? '' })).toBe(200);
  });
});

describe('input', () => {
  const bearer = () => ({ authorization: `Bearer ${kit.token}` });

  it('names the fields that are off', async () => {
    const { status, failure } = await rpc(kit, 'users.create', { signInName: '!', role: 'boss' }, bearer());
    expect(status).toBe(400);
    expect(failure).toMatchObject({ code: 'invalidInput' });
    const fields = (failure as unknown as { details: { params: { field: string } }[] }).details;
    expect(fields.map(({ params }) => params.field).sort()).toEqual(['name', 'password', 'role', 'signInName']);
  });

  it('refuses a body that is no JSON, too large, or of another type', async () => {
    const send = (body: string, type = 'application/json') =>
      ask(kit, '/rpc/users/list', { method: 'POST', body, headers: { ...bearer(), 'content-type': type } });
    const codeOf = (answer: Answer) => (answer.json() as { json: { data: { code: string } } }).json.data.code;
    expect(codeOf(await send('{"json":'))).toBe('invalidInput');
    const large = await send(`{"json":"${'x'.repeat(2 * 1024 * 1024)}"}`);
    expect([large.status, codeOf(large)]).toEqual([413, 'tooLarge']);
    expect((await send('json=1', 'application/x-www-form-urlencoded')).status).toBe(400);
    expect((await send('{"json":{}}')).status).toBe(200);
  });

  it('says nothing of its insides when something breaks', async () => {
    const broken = await startKit({
      doors: {
        media: () => {
          throw new Error(`secret path ${import.meta.dirname}`);
        },
      },
    });
    const answer = await ask(broken, `/media/${'a'.repeat(64)}`, {
      headers: { authorization: `Bearer ${broken.token}` },
    });
    await broken.close();
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual({
      code: 'internal',
      params: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
      details: [],
    });
  });

  it('answers an unknown procedure with 404', async () => {
    expect((await rpc(kit, 'users.nothing', {}, bearer())).failure?.code).toBe('notFound');
    expect((await ask(kit, '/api/nothing', { headers: bearer() })).status).toBe(404);
    expect((await ask(kit, '/rpc/__proto__', { method: 'POST', body: {}, headers: bearer() })).status).toBe(404);
  });
});

describe('OpenAPI', () => {
  it('describes every procedure, each at a place of its own', async () => {
    const answer = await ask(kit, '/api/openapi.json');
    const document = answer.json() as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(document.openapi).toMatch(/^3\.1/);
    const routes = names.map((name) => `${routeOf(name).method} ${routeOf(name).path}`);
    expect(new Set(routes).size).toBe(names.length);
    for (const name of names) {
      const { method = '', path = '' } = routeOf(name);
      expect(document.paths[path]?.[method.toLowerCase()], name).toBeDefined();
    }
    const references = [...answer.text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
    for (const path of references) {
      expect(path.reduce<unknown>((at, key) => Object(at)[key], document)).toBeDefined();
    }
  });
});

describe('settings, undo and audit', () => {
  it('changes settings, takes it back and does it again', async () => {
    const headers = { cookie: cookies.administrator ?? '' };
    const held = (await rpc(kit, 'station.settings', undefined, headers)).value as { rev: number };
    const values = { stationName: 'Media Center Tirtaraya' };
    const changed = await rpc(kit, 'station.updateSettings', { rev: held.rev, values }, headers);
    expect(changed.value).toMatchObject(values);
    const stale = await rpc(kit, 'station.updateSettings', { rev: held.rev, values }, headers);
    expect(stale.failure?.code).toBe('stale');
    expect((await rpc(kit, 'station.undo', undefined, headers)).value).toMatchObject({
      command: 'station.updateSettings',
    });
    expect((await rpc(kit, 'auth.status')).value).toMatchObject({ stationName: 'Suar' });
    expect((await rpc(kit, 'station.redo', undefined, headers)).status).toBe(200);
    expect((await rpc(kit, 'auth.status')).value).toMatchObject(values);
  });

  it('refuses a watched folder that is not there, or is the station itself', async () => {
    const headers = { authorization: `Bearer ${kit.token}` };
    const { rev } = (await rpc(kit, 'station.settings', undefined, headers)).value as { rev: number };
    const set = (watchFolder: string) => rpc(kit, 'station.updateSettings', { rev, values: { watchFolder } }, headers);
    const codeOf = ({ failure }: Awaited<ReturnType<typeof set>>) =>
      (failure as unknown as { details: { code: string }[] }).details[0]?.code;
    expect(codeOf(await set('relative'))).toBe('settings.watchFolderNotAbsolute');
    expect(codeOf(await set('/no/such/folder'))).toBe('settings.watchFolderMissing');
    expect(codeOf(await set(kit.dir))).toBe('settings.watchFolderIsOurs');
    expect(codeOf(await set('/'))).toBe('settings.watchFolderIsOurs');
  });

  it('lets no one take back what their role no longer allows', async () => {
    const someone = await signedIn(kit, 'administrator', 'turun');
    const headers = { cookie: someone.cookie };
    const { rev } = (await rpc(kit, 'station.settings', undefined, headers)).value as { rev: number };
    await rpc(kit, 'station.updateSettings', { rev, values: { stillMs: 12_000 } }, headers);
    const user = kit.store.get('user', someone.id);
    const input = { id: someone.id, rev: user?.rev, role: 'viewer' };
    await rpc(kit, 'users.update', input, { cookie: cookies.administrator ?? '' });
    expect((await rpc(kit, 'station.undo', undefined, headers)).failure?.code).toBe('notAllowed');
    expect(kit.store.get('settings', 'settings')?.stillMs).toBe(12_000);
  });
});
