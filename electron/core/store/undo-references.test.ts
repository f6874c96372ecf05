import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Booking, PLAIN_BOOKING } from '../../contract/records/booking';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import { newId } from '../../contract/ulid';
import { rule } from '../../domain/judge/samples';
import { stageRefOf } from '../../domain/judge/stage-ref';
import { openStore } from './store';
import type { Store } from './types';

const ANNA = { kind: 'user' as const, id: newId(), name: 'Anna' };
const BUDI = { kind: 'user' as const, id: newId(), name: 'Budi' };
const playlistId = newId();
let dir = '';
let store: Store;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'suar-undo-'));
  store = await openStore({ dir, clock: Date, log: pino({ level: 'silent' }) });
  await store.commit({ command: 'playlists.create', actor: ANNA, undoable: true }, (tx) =>
    tx.put('playlist', { id: playlistId, rev: 0, name: 'Pagi', items: [], smart: null, createdAt: 0, updatedAt: 0 }),
  );
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

const booking = (): Booking => ({
  id: newId(),
  rev: 0,
  name: 'Putaran pagi',
  what: { kind: 'playlist', playlistId },
  where: { displayIds: [newId()], groupIds: [] },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  from: '2026-11-01',
  to: '2026-11-30',
  weekdays: [1],
  dayparts: [{ start: '06:00:00', end: '09:00:00' }],
  zone: 'display',
  paused: false,
  createdAt: 0,
  createdBy: 'Budi',
});

it('does not take back what a colleague has booked since, and says where', async () => {
  await store.commit({ command: 'bookings.create', actor: BUDI, undoable: true }, (tx) => tx.put('booking', booking()));
  await expect(store.undo(ANNA)).rejects.toMatchObject({
    data: { code: 'undoConflict', details: [{ code: 'where.booking', params: { name: 'Putaran pagi' } }] },
  });
  expect(store.get('playlist', playlistId)?.name).toBe('Pagi');
  await store.undo(BUDI);
  await store.undo(ANNA);
  expect(store.get('playlist', playlistId)).toBeUndefined();
});

it('does not bring back a booking of a playlist that is gone', async () => {
  const made = booking();
  await store.commit({ command: 'bookings.create', actor: BUDI, undoable: true }, (tx) => tx.put('booking', made));
  await store.commit({ command: 'bookings.remove', actor: BUDI, undoable: true }, (tx) =>
    tx.remove('booking', made.id),
  );
  await store.undo(ANNA);
  await expect(store.undo(BUDI)).rejects.toMatchObject({ data: { code: 'undoConflict' } });
  expect(store.get('booking', made.id)).toBeUndefined();
});

describe('rules that colleagues made since', () => {
  const group = { id: newId(), rev: 0, name: 'Dekat sekolah', displayIds: [newId()] };
  const stage = { key: 'kampanye', name: 'Kampanye', from: '2026-11-01', to: '2026-11-30' };
  const calendar = { id: newId(), rev: 0, name: 'Pilkada', source: '', stages: [], createdAt: 0 };
  const ofGroup = rule(1, { name: 'Tanpa rokok', scope: { ...EVERYWHERE, groupIds: [group.id] } });
  const ofStage = rule(2, { name: 'Spot kampanye', time: { ...ALWAYS, stages: [stageRefOf(calendar.id, stage.key)] } });
  const by = (actor: typeof ANNA, work: Parameters<typeof store.commit>[1]) =>
    store.commit({ command: 'tests.change', actor, undoable: true }, work);
  const conflict = (name: string) => ({
    data: { code: 'undoConflict', details: [{ code: 'where.rule', params: { name } }] },
  });

  it('keep the group and the stage they go by', async () => {
    await by(ANNA, (tx) => tx.put('displayGroup', group));
    await by(BUDI, (tx) => tx.put('rule', ofGroup));
    await expect(store.undo(ANNA)).rejects.toMatchObject(conflict('Tanpa rokok'));
    await by(ANNA, (tx) => tx.put('stageCalendar', calendar));
    await by(ANNA, (tx) => tx.put('stageCalendar', { ...calendar, stages: [stage] }));
    await by(BUDI, (tx) => tx.put('rule', ofStage));
    await expect(store.undo(ANNA)).rejects.toMatchObject(conflict('Spot kampanye'));
    expect(store.get('stageCalendar', calendar.id)?.stages).toEqual([stage]);
    await store.undo(BUDI);
    await store.undo(ANNA);
    expect(store.get('stageCalendar', calendar.id)?.stages).toEqual([]);
  });

  it('do not come back where the stage is gone', async () => {
    await by(BUDI, (tx) => tx.put('stageCalendar', { ...calendar, stages: [stage] }));
    await by(ANNA, (tx) => tx.put('rule', ofStage));
    await by(ANNA, (tx) => tx.remove('rule', ofStage.id));
    await by(BUDI, (tx) => tx.remove('stageCalendar', calendar.id));
    const missing = { code: 'undoConflict', details: [{ code: 'store.missesMaterial' }] };
    await expect(store.undo(ANNA)).rejects.toMatchObject({ data: missing });
    await store.undo(BUDI);
    await store.undo(ANNA);
    expect(store.get('rule', ofStage.id)?.name).toBe('Spot kampanye');
  });
});
