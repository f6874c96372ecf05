/** What is owed, on the console: everything since the station plans, in its columns, and as the file an agency is sent. */
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Booking, PLAIN_BOOKING } from '../../electron/contract/records/booking';
import { plannedDayId } from '../../electron/contract/records/planned-day';
import { newId } from '../../electron/contract/ulid';
import { openStore } from '../../electron/core/store';
import { operator, quiet, sampleAgency, sampleAgreement, samplePlay } from '../../electron/core/store/samples';
import { dateOf } from '../../electron/domain/calendar';
import { VT01 } from '../../electron/domain/compile-fixtures';
import { daySpan, localDay } from '../../electron/domain/time';
import { chromiumOptions } from '../lib/chromium';
import { signedIn } from '../lib/console';
import { makeDir, type RunningStation, removeDir, startStation } from '../lib/station';

const HOUR = 3_600_000;
const [displayId, lostId, makerId, agencyId, agreementId] = [newId(), newId(), newId(), newId(), newId()];
const today = localDay(Date.now(), VT01.zone);
/** Beyond a month: once the page looked back two weeks, and the station no further than a month. */
const [lostOn, givenOn] = [today - 40, today - 39];

let dir = '';
let station: RunningStation;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  dir = await makeDir();
  await fill();
  [station, browser] = await Promise.all([startStation({ dataDir: dir }), chromium.launch(chromiumOptions())]);
  context = await signedIn(browser, station);
});
afterAll(async () => {
  await browser?.close();
  await station?.stop();
  await removeDir(dir);
});

const booking = (id: string, name: string): Booking => ({
  ...PLAIN_BOOKING,
  ...{ id, rev: 0, name, what: { kind: 'asset', assetId: newId() }, where: { displayIds: [displayId], groupIds: [] } },
  ...{ how: { kind: 'rotation' }, from: dateOf(lostOn), to: dateOf(lostOn), weekdays: [1, 2, 3, 4, 5, 6, 7] },
  ...{ dayparts: [{ start: '06:00:00', end: '22:00:00' }], zone: 'display', paused: false },
  ...{ createdAt: 0, createdBy: 'Penyiar 1' },
});

/** Three plays were lost, and one of them was given on the next day. */
async function fill(): Promise<void> {
  const store = await openStore({ dir, clock: Date, log: quiet });
  const owed = { bookingId: lostId, displayId, day: dateOf(lostOn) };
  const planned = (day: number, bookingId: string, plays: number, makeGoodFor: typeof owed | null) => {
    const { from, until } = daySpan(day, VT01.zone);
    const first = from + 9 * HOUR;
    const runs = [[first, 300_000, plays, 30_000] as [number, number, number, number]];
    const line = { bookingId, name: 'Cek DPT', agencyId, makeGoodFor, plays, ms: plays * 30_000, runs };
    const id = plannedDayId(dateOf(day), displayId);
    return { id, rev: 0, displayId, displayName: 'VT-01', day: dateOf(day), from, until, lines: [line] };
  };
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('agency', sampleAgency({ id: agencyId, name: 'KPU Kabupaten Tirtaraya' }));
    const term = { from: dateOf(lostOn - 30), to: dateOf(today + 30) };
    tx.put('agreement', sampleAgreement({ id: agreementId, agencyId, number: 'PKS/12', ...term }));
    tx.put('display', {
      ...VT01,
      id: displayId,
      rev: 0,
      name: 'VT-01 Alun-alun',
      place: '',
      token: null,
      createdAt: 0,
    });
    tx.put('booking', { ...booking(lostId, 'Cek DPT'), agreementId });
    tx.put('booking', { ...booking(makerId, 'Cek DPT (+1)'), makeGoodFor: owed });
    tx.put('plannedDay', planned(lostOn, lostId, 3, null));
    tx.put('plannedDay', planned(givenOn, makerId, 1, owed));
  });
  const start = daySpan(givenOn, VT01.zone).from + 9 * HOUR;
  const given = { id: newId(start), displayId, bookingId: makerId, outcome: 'shown' as const, because: null };
  const when = { plannedStart: start, plannedMs: 30_000, startedAt: start, endedAt: start + 30_000 };
  store.plays.add([samplePlay({ ...given, ...when })]);
  await store.close();
}

it('is listed however long ago, with what is owed, made good and left, and downloaded in plays and seconds', async () => {
  const page = await context.newPage();
  await page.goto('/proof?tab=debts');
  const cells = page.getByRole('row').nth(1).getByRole('cell');
  await cells.first().waitFor();
  expect((await cells.allInnerTexts()).slice(3, 8)).toEqual(['3', '0', '3', '1', '2']);
  const address = await page.locator('a[download]').getAttribute('href');
  const file = (await (await context.request.get(address ?? '')).text()).split('\r\n');
  expect(file[0]).toContain('Sisa terutang (detik)');
  expect(file[1]).toContain(`${dateOf(lostOn)};Cek DPT;VT-01 Alun-alun;KPU Kabupaten Tirtaraya;PKS/12;`);
  expect(file[1]).toContain(';3;0;3;1;0;2;0;90,0;0,0;90,0;30,0;0,0;60,0;');
  await page.close();
});
