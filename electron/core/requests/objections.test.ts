/** A request after its first decision: contact data that comes again, letters that say what was decided then, objections and their days. */

import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import type { Caller } from '../../contract/api/handlers';
import type { RequestLetter } from '../../contract/api/requests';
import { parseRecord } from '../../contract/record-type';
import { informationRequestRecord } from '../../contract/records/information-request';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { createAlerts } from '../control/alerts';
import { openStore, type Store } from '../store';
import { caller, quiet, temporaryFolder } from '../store/samples';
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
const draft = (id: string, text: string, ground = '') =>
  requests.draft({ ...at(id), answer: { text, ppid: 'anytime', ground, explanation: '', assetIds: [] } }, caller);
const object = (id: string, on: string) => requests.object({ ...at(id), why: 'Bukan rahasia', on }, caller);

/** Refused on the day it came. */
async function refusedRequest(): Promise<string> {
  const { id } = await requests.create(FIELDS, caller);
  await draft(id, 'Terlampir salinan anggaran', 'Pasal 17 huruf h');
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

describe('a letter', () => {
  const letter = async (id: string, which?: number | RequestLetter) => {
    const wanted = typeof which === 'string' ? { of: which } : { decision: which };
    const { bytes } = await room.letter(id, { paper: 'A4', language: 'id', ...wanted });
    return String(spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).stdout);
  };

  it('says what was decided and never what is drafted since, and the first can be made again', {
    timeout: 60_000,
  }, async ({ skip }) => {
    if (spawnSync('pdftotext', ['-v']).error) skip('pdftotext is not here');
    const id = await refusedRequest();
    goTo('2026-03-09');
    await object(id, '2026-03-06');
    await draft(id, 'Belum diputuskan');
    const open = await letter(id);
    expect(open).toContain('Pasal 17 huruf h');
    expect(open).not.toMatch(/Terlampir salinan|Belum diputuskan|6 Maret 2026/);
    let csv = '';
    for await (const piece of room.csv(2026, 'id')) csv += piece;
    expect(csv).toContain('Pasal 17 huruf h');
    await draft(id, 'Diberikan', 'Pasal 17 huruf h');
    await requests.decide({ ...at(id), outcome: 'answered' }, head);
    const second = await letter(id);
    expect(second).toContain('Diberikan');
    expect(second).toContain('6 Maret 2026');
    expect(held(id)?.decisions.map(({ answer }) => answer?.ground)).toEqual(['Pasal 17 huruf h', '']);
    expect(await letter(id, 1)).toBe(open);
    await expect(room.letter(id, { paper: 'A4', language: 'id', decision: 3 })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('of each thing that happened is there after all that came later', { timeout: 60_000 }, async ({ skip }) => {
    if (spawnSync('pdftotext', ['-v']).error) skip('pdftotext is not here');
    const { id } = await requests.create(FIELDS, caller);
    await expect(letter(id, 'extension')).rejects.toMatchObject({ code: 'notFound' });
    await expect(letter(id, 'objection')).rejects.toMatchObject({ code: 'notFound' });
    const receipt = await letter(id);
    await requests.extend({ ...at(id), why: 'Arsip di gudang' }, caller);
    await draft(id, 'Terlampir', 'Pasal 17 huruf h');
    goTo('2026-03-04');
    await requests.decide({ ...at(id), outcome: 'refused' }, head);
    await object(id, '2026-03-04');
    await draft(id, 'Diberikan');
    await requests.decide({ ...at(id), outcome: 'answered' }, head);
    expect(await letter(id, 'receipt')).toContain('TANDA BUKTI PERMOHONAN');
    expect((await letter(id, 'receipt')).split('\n').slice(0, 12)).toEqual(receipt.split('\n').slice(0, 12));
    const extension = await letter(id, 'extension');
    expect(extension).toContain('Arsip di gudang');
    expect(extension).not.toMatch(/Pasal 17 huruf h|Diberikan/);
    const objection = await letter(id, 'objection');
    expect(objection).toContain('Bukan rahasia');
    expect(objection).toContain('TANDA TERIMA KEBERATAN');
    expect((await room.letter(id, { paper: 'A4', language: 'id', of: 'objection' })).name).toBe(
      '001-PPID-2026-objection.pdf',
    );
  });

  it('of a decision whose answer was not kept is refused, and the newest of an older station is there', async () => {
    const id = await refusedRequest();
    goTo('2026-03-09');
    await object(id, '2026-03-06');
    await requests.decide({ ...at(id), outcome: 'refused' }, head);
    const newest = held(id);
    const decisions = newest?.decisions.map(({ answer: _answer, objectedOn: _objectedOn, ...old }) => old);
    const upgraded = parseRecord(informationRequestRecord, { ...newest, decisions }, 1);
    expect(upgraded.decisions.map(({ answer, objectedOn }) => [answer?.text, objectedOn])).toEqual([
      [undefined, null],
      ['Terlampir salinan anggaran', '2026-03-06'],
    ]);
    await store.commit({ command: 'tests.seed', actor: head.actor }, (tx) => tx.put('informationRequest', upgraded));
    const first = () => room.letter(id, { paper: 'A4', language: 'id', decision: 1 });
    expect(await reasonsOf(first)).toEqual(['requests.noSuchLetter']);
  });
});

describe('an objection', () => {
  it('does not come before what it is about', async () => {
    const { id } = await requests.create(FIELDS, caller);
    goTo('2026-03-06');
    await draft(id, 'Ditolak', 'Pasal 17 huruf h');
    await requests.decide({ ...at(id), outcome: 'refused' }, head);
    expect(await reasonsOf(() => object(id, '2026-03-05'))).toEqual(['requests.objectionDay']);
    await object(id, '2026-03-06');
    // To an answer that did not come, not before the last day for it has passed.
    const other = await requests.create(FIELDS, caller);
    goTo('2026-03-20');
    expect(await reasonsOf(() => object(other.id, '2026-03-16'))).toEqual(['requests.objectionDay']);
    await object(other.id, '2026-03-17');
  });

  it('that comes after its thirty working days is registered, and its last day with it', async () => {
    const id = await refusedRequest();
    goTo('2026-06-01');
    const objected = await object(id, '2026-06-01');
    expect(objected.objection).toMatchObject({ on: '2026-06-01', until: '2026-04-13' });
    const office = { ...DEFAULT_SETTINGS.office, objectDays: 90 };
    await store.commit({ command: 'tests.seed', actor: head.actor }, (tx) =>
      tx.put('settings', { ...DEFAULT_SETTINGS, office }),
    );
    await draft(id, 'Tetap ditolak', 'Pasal 17 huruf h');
    await requests.decide({ ...at(id), outcome: 'refused' }, head);
    expect((await object(id, '2026-06-01')).objection?.until).toBe('2026-10-05');
  });
});
