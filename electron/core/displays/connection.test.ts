/** Silence, greetings and the end of a connection. */
import { describe, expect, it, vi } from 'vitest';
import { DISPLAY_CLOSE } from '../../contract/display-protocol';
import { caller, eachWithRoom, newDisplay, Page, pairedPage, type Room, statusOf } from './samples';

let room: Room;
let displayId: string;

eachWithRoom((made, id) => {
  [room, displayId] = [made, id];
});

describe('silence', () => {
  const ping = { type: 'ping', sent: 1 };

  it('of 15 s is not connected; a page that speaks stays', async () => {
    const other = await newDisplay(room, { name: 'VT-02' });
    const [quiet, speaking] = [await pairedPage(room, displayId), await pairedPage(room, other.id)];
    for (let second = 0; second < 20; second += 5) {
      vi.advanceTimersByTime(5_000);
      speaking.page.say(ping);
    }
    expect(quiet.page.closedWith).not.toBeNull();
    expect(await statusOf(room, displayId)).toMatchObject({ connected: false, playing: null });
    expect(await statusOf(room, other.id)).toMatchObject({ connected: true });
  });

  it.each([3_600_000, -3_600_000])('is not read from a wall clock that jumps by %i ms', async (byMs) => {
    const { page } = await pairedPage(room, displayId);
    vi.setSystemTime(Date.now() + byMs);
    vi.advanceTimersByTime(5_000);
    expect(page.closedWith).toBeNull();
    vi.advanceTimersByTime(15_000);
    expect(page.closedWith).not.toBeNull();
  });

  it('before a word of greeting ends too; waiting with a code does not', () => {
    const mute = new Page(room);
    const waiting = new Page(room).hello(null);
    vi.advanceTimersByTime(20_000);
    expect(mute.closedWith).not.toBeNull();
    expect(waiting.closedWith).toBeNull();
  });
});

it('identifies the page of a display, and says a word to all when it stops', async () => {
  const { page } = await pairedPage(room, displayId);
  await room.commands.identify({ id: displayId }, caller);
  expect(page.last('identify').seconds).toBe(10);
  room.displays.stop();
  expect(page.closedWith?.code).toBe(DISPLAY_CLOSE.stopping);
});
