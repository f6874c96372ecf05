/** What passes with time: codes, silence, looking, coalesced status. Time alone is made up here. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DisplayStatus } from '../../contract/live';
import { caller, type Kit, openKit, Page, pairedPage } from './display-kit';

let kit: Kit;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  kit = await openKit();
});
afterEach(async () => {
  vi.useRealTimers();
  await kit.close();
});

/** Lets files and sockets go on while the clock stands. */
const settle = async () => {
  for (let n = 0; n < 5; n += 1) await new Promise(setImmediate);
};
const status = async (id: string) =>
  (await kit.displays.handlers.displays.list(undefined, caller)).find(({ display }) => display.id === id)?.status;

it('a pairing code ends after ten minutes and the page is given a new one', async () => {
  const page = new Page(kit.displays).hello(null);
  const first = page.last('pairing');
  await vi.advanceTimersByTimeAsync(10 * 60_000 + 1);
  const second = page.last('pairing');
  expect(second?.code).not.toBe(first?.code);
  expect(second?.expiresAt).toBeGreaterThan(first?.expiresAt ?? 0);
  expect(await kit.displays.handlers.displays.pairings(undefined, caller)).toMatchObject([{ code: second?.code }]);
});

it('a display that is silent for 15 s counts as gone, and as back with its next word', async () => {
  const { id, page, token } = await pairedPage(kit);
  await vi.advanceTimersByTimeAsync(14_000);
  expect((await status(id))?.connected).toBe(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await status(id))?.connected).toBe(false);
  page.say({ type: 'holds', revision: 1, missing: [], missingBytes: 0 });
  expect((await status(id))?.connected).toBe(true);
  await vi.advanceTimersByTimeAsync(20_000);
  const other = new Page(kit.displays, 'another-page').hello(token);
  expect(other.last('welcome')).toBeDefined();
  expect(page.closed).not.toBeNull();
});

it('a socket that never says hello is closed', async () => {
  const page = new Page(kit.displays);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(page.closed).not.toBeNull();
});

it('pictures stop half a minute after the last look', async () => {
  const { page } = await pairedPage(kit);
  await kit.displays.handlers.displays.watch(undefined, caller);
  await settle();
  expect(page.last('watch')?.everyMs).toBe(1000);
  await vi.advanceTimersByTimeAsync(20_000);
  await kit.displays.handlers.displays.watch(undefined, caller);
  await vi.advanceTimersByTimeAsync(20_000);
  await settle();
  expect(page.last('watch')?.everyMs).toBe(1000);
  await vi.advanceTimersByTimeAsync(11_000);
  await settle();
  expect(page.last('watch')?.everyMs).toBeNull();
});

it('a status is told at most four times a second, and the last one always', async () => {
  const { id, page } = await pairedPage(kit);
  await vi.advanceTimersByTimeAsync(1000);
  const told: DisplayStatus[] = [];
  kit.displays.statuses.subscribe((one) => told.push(one));
  for (let revision = 1; revision <= 100; revision += 1) {
    page.say({ type: 'holds', revision, missing: [], missingBytes: 0 });
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(300);
  expect(told.length).toBeLessThanOrEqual(6);
  expect(told.at(-1)).toMatchObject({ displayId: id, holdsRevision: 100 });
});

it('a system clock that jumps by an hour either way drops nobody', async () => {
  const { id, page } = await pairedPage(kit);
  const waiting = new Page(kit.displays).hello(null);
  for (const jump of [3_600_000, -7_200_000]) {
    vi.setSystemTime(Date.now() + jump);
    await vi.advanceTimersByTimeAsync(5_000);
    page.say({ type: 'holds', revision: 1, missing: [], missingBytes: 0 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await status(id))?.connected).toBe(true);
  }
  expect([page.closed, waiting.closed]).toEqual([null, null]);
});
