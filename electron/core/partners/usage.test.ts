/** What an agreement was used for: all that aired under it, by whatever still stands in the schedule. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Booking } from '../../contract/records/booking';
import { NOTHING_LENT } from '../../contract/records/partner';
import { type PlannedRun, plannedDayId } from '../../contract/records/planned-day';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { newId } from '../../contract/ulid';
import { openStore, type Store, type Tx } from '../store';
import {
  operator,
  quiet,
  sampleAgency,
  sampleBooking,
  sampleDisplay,
  samplePlay,
  temporaryFolder,
} from '../store/samples';
import { usageOf } from './usage';

const now = Date.parse('2026-03-02T03:00:00Z');
const clock = { now: () => now };
const seed = { command: 'tests.seed', actor: operator };
const [KPU, VT] = [sampleAgency(), sampleDisplay()];
const ID = newId();
const slot = (number: number): Partial<Booking> => ({
  agreementId: ID,
  how: { kind: 'slot', slot: number, every: 1, first: 0 },
});
const [FIRST, SECOND, SPOT] = [sampleBooking(slot(3)), sampleBooking(slot(4)), sampleBooking({ agreementId: ID })];
const OTHER = sampleBooking();
const ALL = [FIRST, SECOND, SPOT, OTHER];

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  await store.commit(seed, (tx) => {
    tx.put('agency', KPU);
    tx.put('display', VT);
    tx.put('agreement', {
      ...{ id: ID, rev: 0, agencyId: KPU.id, number: 'PKS/001', from: '2026-01-01', to: '2026-12-31' },
      ...{ lent: NOTHING_LENT, fileId: null, overrides: [], createdAt: 1 },
    });
    for (const booking of ALL) tx.put('booking', booking);
    plan(tx, VT.id, [FIRST, SECOND, OTHER]);
    plan(tx, RADIO_CHANNEL_ID, [SPOT]);
  });
  const played = (booking: Booking, displayId: string) =>
    samplePlay({ bookingId: booking.id, displayId, startedAt: now, endedAt: now + 30_000 });
  store.plays.add([played(FIRST, VT.id), played(SECOND, VT.id), played(SPOT, RADIO_CHANNEL_ID), played(OTHER, VT.id)]);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

function plan(tx: Tx, channelId: string, bookings: readonly Booking[]): void {
  const runs: PlannedRun[] = [[now, 300_000, 2, 30_000]];
  const line = ({ id, name }: Booking) => ({
    ...{ bookingId: id, name, agencyId: null, makeGoodFor: null, plays: 2, ms: 60_000, runs },
  });
  tx.put('plannedDay', {
    ...{ id: plannedDayId('2026-03-02', channelId), rev: 0, displayId: channelId, displayName: 'VT-01' },
    ...{ day: '2026-03-02', from: now, until: now + 1, lines: bookings.map(line) },
  });
}

const used = () => usageOf({ store }, ID, '2026-03');

it('is counted alike for panels and radio, planned and shown, with slots and by what it went', async () => {
  expect(await used()).toMatchObject({
    ...{ planned: 6, plannedMs: 180_000, shown: 3, shownMs: 90_000 },
    ...{ slotsUsed: 2, channelsUsed: ['displays', 'radio'] },
  });
});

it('does not become less when bookings are deleted', async () => {
  const before = await used();
  await store.commit({ command: 'bookings.remove', actor: operator }, (tx) => {
    for (const { id } of ALL) tx.remove('booking', id);
  });
  expect(await used()).toEqual(before);
});
