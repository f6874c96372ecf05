import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, type Kit, signedIn, startKit } from '../../../tests/lib/server-kit';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';

const DISPLAY = '01J0000000000000000000000D';
const seen: { bytes: Buffer; print: string | undefined; leaveOut: number[] | undefined; actor: string }[] = [];
const report = {
  rows: [],
  counts: { create: 0, change: 0, same: 0, wrong: 0 },
  notes: [],
  print: 'a'.repeat(64),
  applied: false,
};

let kit: Kit;
beforeAll(async () => {
  kit = await startKit({
    doors: {
      exportBookings: async (query, format) => Buffer.from(JSON.stringify({ ...query, format })),
      importBookings: async (bytes, { print, leaveOut }, actor) => {
        if (bytes.length === 0) throw new Failure('invalidInput', {}, [reason('sheet.emptyFile')]);
        seen.push({ bytes, print, leaveOut, actor: actor.kind });
        return report;
      },
      displayCalendar: async (id, secret) => (id === DISPLAY && secret === 's' ? 'BEGIN:VCALENDAR' : null),
    },
  });
});
afterAll(() => kit.close());

const bearer = () => ({ authorization: `Bearer ${kit.token}` });

it('hands bookings out as a file, to whoever may read', async () => {
  const path = `/api/bookings.csv?language=en&displayId=${DISPLAY}&from=2026-03-01`;
  const answer = await ask(kit, path, { headers: bearer() });
  expect(answer.json()).toEqual({ language: 'en', displayId: DISPLAY, from: '2026-03-01', format: 'csv' });
  expect(answer.headers['content-disposition']).toContain('suar-bookings.csv');
  expect((await ask(kit, '/api/bookings.xlsx', { headers: bearer() })).headers['content-type']).toContain(
    'spreadsheetml',
  );
  expect((await ask(kit, '/api/bookings.xlsx')).status).toBe(401);
  expect((await ask(kit, '/api/bookings.csv?from=tomorrow', { headers: bearer() })).json()).toMatchObject({
    data: { code: 'invalidInput', details: [{ params: { field: 'from' } }] },
  });
});

it('takes a file in from whoever may schedule, whatever its type', async () => {
  const viewer = { cookie: (await signedIn(kit, 'viewer')).cookie };
  expect((await ask(kit, '/api/bookings/import', { body: 'x', headers: viewer })).status).toBe(403);
  const bytes = Buffer.from([0x50, 0x4b, 0, 255]);
  const print = 'b'.repeat(64);
  const types = ['application/octet-stream', 'application/json', 'text/csv'];
  for (const type of types) {
    const headers = { ...bearer(), 'content-type': type };
    expect(
      (await ask(kit, `/api/bookings/import?print=${print}&leaveOut=3,17`, { body: bytes, headers })).json(),
    ).toEqual(report);
  }
  expect(seen).toEqual(types.map(() => ({ bytes, print, leaveOut: [3, 17], actor: 'token' })));
});

it('refuses an empty body, a wrong print and a file beyond all measure', async () => {
  const send = (body: string | Buffer, query = '') =>
    ask(kit, `/api/bookings/import${query}`, {
      method: 'POST',
      body,
      headers: { ...bearer(), 'content-type': 'text/csv' },
    });
  expect((await send('')).json()).toMatchObject({ data: { details: [{ code: 'sheet.emptyFile' }] } });
  expect((await send('x', '?print=1')).status).toBe(400);
  expect((await send('x', '?leaveOut=all')).status).toBe(400);
  expect((await send(Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
});

it('hands a calendar to whoever knows the secret, signed in or not', async () => {
  const read = (id: string, query: string) => ask(kit, `/api/displays/${id}/calendar.ics${query}`);
  const answer = await read(DISPLAY, '?secret=s');
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([
    200,
    'BEGIN:VCALENDAR',
    'text/calendar; charset=utf-8',
  ]);
  for (const query of ['', '?secret=', '?secret=x', '?secret=s&secret=s'])
    expect((await read(DISPLAY, query)).status).toBe(404);
  expect((await read('x', '?secret=s')).status).toBe(404);
});
