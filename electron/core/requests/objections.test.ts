/** A request after its first decision: contact data that comes again, letters that say what was decided then, objections and their days. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import { createAlerts } from '../control/alerts';
import { openStore, type Store } from '../store';
import { caller, quiet, refused, temporaryFolder } from '../store/samples';
import { createRequests, type RequestsRoom } from '.';

let now = 0;
const clock = { now: () => now };
const goTo = (day: string) => {
  now = Date.parse(`${day}T03:00:00Z`);
};
const head: Caller = { ...caller, role: 'head', actor: { kind: 'user', id: 'H1', name: 'Kepala Dinas' } };
const FIELDS = {
  ...{ receivedOn: '2026-03-02', via: 'letter' as const, asked: 'Anggaran videotron 2025', purpose: 'Skripsi' },
  ...{ wanted: 'soft' as const },
  applicant: {
    ...{ name: 'Sekar Wulan', kind: 'person' as const, identity: { kind: 'idCard' as const, ends: '0042' } },
    ...{ address: 'Jl. Melati 3', phone: '0812-555', email: '' },
  },
};

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: RequestsRoom;
let requests: RequestsRoom['handlers'];

beforeEach(async () => {
  goTo('2026-03-02');
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  room = createRequests({ store, clock, log: quiet, alerts: createAlerts(clock) });
  requests = room.handlers;
});
afterEach(async () => {
  room.stop();
  await store.close();
  folder.remove();
});

const at = (id: string) => ({ id, rev: store.get('informationRequest', id)?.rev ?? 0 });
const held = (id: string) => store.get('informationRequest', id);
const reasonsOf = async (run: () => unknown) => (await refused(run)).data.details.map(({ code }) => code);
const draft = (id: string, text: string, ground = '') =>
  requests.draft({ ...at(id), answer: { text, ppid: 'anytime', ground, assetIds: [] } }, caller);
const object = (id: string, on: string) => requests.object({ ...at(id), why: 'Bukan rahasia', on }, caller);

/** Refused on the day it came. */
async function refusedRequest(): Promise<string> {
  const { id } = await requests.create(FIELDS, caller);
  await draft(id, 'Ditolak dulu', 'Pasal 17 huruf h');
  await requests.decide({ ...at(id), outcome: 'refused' }, head);
  return id;
}

describe('how to reach who asked', () => {
  it('is forgotten again where it was written again after an objection', async () => {
    const id = await refusedRequest();
    goTo('2027-03-03');
    await room.lookAfter();
    expect(held(id)?.forgottenAt).toBe(now);
    await object(id, '2027-03-03');
    await requests.update({ ...at(id), fields: FIELDS }, caller);
    expect(held(id)).toMatchObject({ forgottenAt: null, applicant: { phone: '0812-555' } });
    await requests.decide({ ...at(id), outcome: 'refused' }, head);
    goTo('2028-03-04');
    await room.lookAfter();
    expect(held(id)).toMatchObject({ forgottenAt: now, applicant: { phone: '', address: '', identity: { ends: '' } } });
  });
});
