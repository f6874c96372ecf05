import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Kit, signedIn, startKit } from '../../../tests/lib/server-kit';

const ID = '01J0000000000000000000000R';
let kit: Kit;
beforeAll(async () => {
  kit = await startKit({
    doors: {
      rundownPaper: async ({ query, ...asked }) => ({
        name: `Rundown ${asked.kind}.${asked.format}`,
        bytes: Buffer.from(JSON.stringify({ ...asked, columns: query.columns, paper: query.paper })),
      }),
      paperGaps: async ({ kind, query }) => (kind === 'script' && query.language === 'en' ? 3 : 0),
      importRundown: async (bytes, { mapping, name }) => {
        const columns = (mapping ?? []).map((field) => ({ heading: name, field, samples: [bytes.toString()] }));
        const counts = { items: 0, segments: 0, warned: 0, wrong: 0 };
        const nothing = { rows: [], notes: [], totalMs: 0, rundownId: null };
        return { source: 'csv', columns, counts, print: 'a'.repeat(64), ...nothing };
      },
    },
  });
});
afterAll(() => kit.close());

const bearer = () => ({ authorization: `Bearer ${kit.token}` });
const get = (rest: string, headers: Record<string, string> = bearer()) =>
  ask(kit, `/api/rundowns/${ID}/papers/${rest}`, { headers });

it('hands papers out as files', async () => {
  const answer = await get('script.docx?paper=F4&columns=title,start,title&language=en');
  expect(answer.json()).toEqual({
    ...{ rundownId: ID, kind: 'script', format: 'docx' },
    ...{ columns: ['title', 'start'], paper: 'F4' },
  });
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Rundown script.docx"/);
  expect(answer.headers['x-frame-options']).toBe('DENY');
  expect((await get('script.docx', {})).status).toBe(401);
  expect((await get('secret.pdf')).status).toBe(404);
  expect((await get('rundown.pdf?columns=salary')).status).toBe(400);
  expect((await get('rundown.pdf?paper=B5')).status).toBe(400);
});

it('lets the pages of the station frame a PDF that was asked for to be looked at, and nothing else', async () => {
  const { headers } = await get('rundown.pdf?inline=1');
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toMatch(/^inline;/);
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
  expect((await get('rundown.docx?inline=1')).headers['content-disposition']).toMatch(/^attachment;/);
  expect((await get('rundown.pdf')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

it('tells how to reach guests only to those who prepare broadcasts', async () => {
  const viewer = { cookie: (await signedIn(kit, 'viewer')).cookie };
  expect((await get('rundown.pdf', viewer)).status).toBe(200);
  expect((await get('guests.pdf', viewer)).status).toBe(403);
  expect((await get('guests.pdf')).status).toBe(200);
  expect((await get('guests/gaps', viewer)).status).toBe(403);
});

it('tells what a PDF cannot print', async () => {
  expect((await get('script/gaps?language=en')).json()).toEqual({ missing: 3 });
  expect((await get('rundown/gaps')).json()).toEqual({ missing: 0 });
  expect((await get('secret/gaps')).status).toBe(404);
  expect((await get('script/gaps', {})).status).toBe(401);
});

it('takes rundowns in from those who prepare broadcasts', async () => {
  const send = (query: string, headers: Record<string, string>, body: string | Buffer = 'x') =>
    ask(kit, `/api/rundowns/import?${query}`, { method: 'POST', body, headers });
  const viewer = { cookie: (await signedIn(kit, 'viewer')).cookie };
  expect((await send('date=2024-11-14&name=A', viewer)).status).toBe(403);
  const headers = { ...bearer(), 'content-type': 'application/json' };
  expect((await send('date=2024-11-14&name=A&mapping=title,ignored', headers)).json()).toMatchObject({
    columns: [{ heading: 'A', field: 'title', samples: ['x'] }, { field: 'ignored' }],
  });
  expect((await send('name=A', headers)).status).toBe(400);
  expect((await send('date=2024-11-14&name=A&mapping=shoe', headers)).status).toBe(400);
  expect((await send('date=2024-11-14&name=A', headers, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
});
