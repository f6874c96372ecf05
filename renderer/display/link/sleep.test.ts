import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromDisplay } from '../../../electron/contract/display-protocol';
import { createStationClock } from '../clock/station-clock';
import { createPinger } from './pinger';
import { watchForSleep } from './sleep';

const HOUR_MS = 3_600_000;

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date', 'performance'] }),
);
afterEach(() => void vi.useRealTimers());

/** A page and a station that answers each ping after `awayMs`; `slept` makes the machine's clock and the station's leap. */
function world() {
  const state = { there: true, awayMs: 5, offMs: 0 };
  const wall = () => Date.now() + state.offMs;
  const station = wall;
  const clock = createStationClock(null, { monotonic: () => performance.now(), wall });
  const again = vi.fn();
  const pinger = createPinger(clock, (message: FromDisplay) => {
    if (!state.there || message.type !== 'ping') return false;
    const received = station();
    setTimeout(() => pinger.pong({ type: 'pong', sent: message.sent, received, replied: received }), state.awayMs);
    return true;
  });
  pinger.connected();
  watchForSleep(clock, pinger, { again });
  vi.advanceTimersByTime(2000);
  const slept = () => {
    state.offMs += HOUR_MS;
  };
  const back = () => {
    state.there = true;
    pinger.connected();
  };
  const wrongByMs = () => Math.abs(clock.now() - station());
  return { state, slept, back, wrongByMs, again };
}

it('asks the station after a sleep, and needs no other line where it answers', () => {
  const { slept, wrongByMs, again } = world();
  slept();
  vi.advanceTimersByTime(4000);
  expect(wrongByMs()).toBeLessThan(10);
  expect(again).not.toHaveBeenCalled();
});

it('goes on by a second sleep that comes while it asks about the first, with the station gone meanwhile', () => {
  const { state, slept, wrongByMs, again } = world();
  slept();
  vi.advanceTimersByTime(1100);
  expect(wrongByMs()).toBeLessThan(10);
  state.there = false;
  slept();
  vi.advanceTimersByTime(3000);
  expect(wrongByMs()).toBeLessThan(10);
  expect(again).toHaveBeenCalledOnce();
});

it('counts no sleep twice of which the station told before it was noticed', () => {
  const { state, slept, back, wrongByMs } = world();
  for (let ms = 0; ms < 1000; ms += 100) {
    back();
    vi.advanceTimersByTime(4000 + ms);
    slept();
    while (wrongByMs() > 10) vi.advanceTimersByTime(10);
    state.there = false;
    slept();
    vi.advanceTimersByTime(4000);
    expect(wrongByMs()).toBeLessThan(10);
  }
});

it('takes no answer to what was asked before the sleep for one that came after it', () => {
  const { state, slept, wrongByMs } = world();
  state.awayMs = 3000;
  vi.advanceTimersByTime(4000);
  state.there = false;
  slept();
  vi.advanceTimersByTime(6000);
  expect(wrongByMs()).toBeLessThan(10);
});
