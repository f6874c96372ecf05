/** What is said over a connection, and who may hold one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DISPLAY_CLOSE, MAX_DISPLAY_MESSAGE_BYTES } from '../../contract/display-protocol';
import { Failure } from '../../contract/failure';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import { newId } from '../../contract/ulid';
import {
  caller,
  newDisplay,
  openRoom,
  Page,
  pairedPage,
  type Room,
  samplePlay,
  sampleTimeline,
  statusOf,
} from './samples';

let room: Room;
let displayId: string;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
  room = await openRoom();
  displayId = (await newDisplay(room)).id;
});
afterEach(async () => {
  await room.close();
  vi.useRealTimers();
});

describe('one page a display', () => {
  it('refuses a second page with the same token while the first lives, and says so on the status', async () => {
    const { page, token } = await pairedPage(room, displayId);
    const second = new Page(room, 'another-page', '10.0.0.66').hello(token);
    expect(second.last('refused').why).toBe('inUse');
    expect(second.closedWith?.code).toBe(DISPLAY_CLOSE.inUse);
    expect(page.closedWith).toBeNull();
    const { faults, connected } = await statusOf(room, displayId);
    expect(connected).toBe(true);
    expect(faults).toMatchObject([{ reason: { code: 'fault.tokenInUse', params: { address: '10.0.0.66' } } }]);
  });

  it('lets the same page come back in place of its old connection, without a fault', async () => {
    const { page, token } = await pairedPage(room, displayId);
    const again = new Page(room, page.instanceId).hello(token);
    expect(again.last('welcome').displayId).toBe(displayId);
    expect(page.closedWith).not.toBeNull();
    page.vanish();
    expect(await statusOf(room, displayId)).toMatchObject({ connected: true, faults: [] });
  });

  it('lets another page in once the first is gone, and says that the token has moved', async () => {
    const { page, token } = await pairedPage(room, displayId);
    page.vanish();
    const other = new Page(room).hello(token);
    expect(other.last('welcome')).toBeDefined();
    expect((await statusOf(room, displayId)).faults).toMatchObject([{ reason: { code: 'fault.tokenMoved' } }]);
  });
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

describe('what cannot be read', () => {
  const big = JSON.stringify({ type: 'ping', sent: 1, pad: 'x'.repeat(MAX_DISPLAY_MESSAGE_BYTES) });
  it.each([
    ['is no JSON', '{"type":'],
    ['is of an unknown kind', JSON.stringify({ type: 'dance' })],
    ['lacks a field', JSON.stringify({ type: 'holds', revision: 1 })],
    ['is no object', '7'],
    ['is too large', big],
    ['greets a second time', null],
  ])('refuses and closes a page whose message %s', async (_name, text) => {
    const { page, token } = await pairedPage(room, displayId);
    if (text === null) page.hello(token);
    else page.say(text);
    expect(page.last('refused')).toMatchObject({ why: 'badMessage', reason: { code: 'refused.badMessage' } });
    expect(page.closedWith?.code).toBe(DISPLAY_CLOSE.badMessage);
    expect(await statusOf(room, displayId)).toMatchObject({ connected: false });
  });

  it('refuses a page that speaks before it greets, or greets in another protocol', () => {
    const early = new Page(room);
    early.say({ type: 'plays', plays: [samplePlay()] });
    expect(early.last('refused').why).toBe('badMessage');
    expect(room.record).not.toHaveBeenCalled();
    const old = new Page(room).hello(null, 2);
    expect(old.last('refused').why).toBe('protocol');
    expect(old.closedWith?.code).toBe(DISPLAY_CLOSE.protocol);
  });

  it('answers a ping with the times it came and left', () => {
    const page = new Page(room);
    page.say({ type: 'ping', sent: 12.5 });
    expect(page.last('pong')).toEqual({ type: 'pong', sent: 12.5, received: Date.now(), replied: Date.now() });
  });
});

describe('plays', () => {
  it('are acknowledged after they were recorded', async () => {
    const { page } = await pairedPage(room, displayId);
    const plays = [samplePlay(), samplePlay()];
    room.record.mockImplementation(() => expect(page.all('acknowledged')).toEqual([]));
    page.say({ type: 'plays', plays });
    expect(room.record).toHaveBeenCalledWith(displayId, plays);
    expect(page.last('acknowledged').ids).toEqual(plays.map(({ id }) => id));
  });

  it('are not acknowledged when they could not be, and the page stays', async () => {
    const { page } = await pairedPage(room, displayId);
    room.record.mockImplementationOnce(() => {
      throw new Failure('diskFull');
    });
    const again = { type: 'plays', plays: [samplePlay()] };
    page.say(again);
    expect(page.all('acknowledged')).toEqual([]);
    expect(page.closedWith).toBeNull();
    page.say(again);
    expect(page.all('acknowledged')).toHaveLength(1);
  });
});

describe('timelines and records', () => {
  it('are handed over after the welcome, and pushed when they change', async () => {
    room.current.set(displayId, sampleTimeline(displayId, 3));
    const { page } = await pairedPage(room, displayId);
    await vi.waitFor(() => expect(page.last('timeline').timeline.revision).toBe(3));
    const order = page.heard.map(({ type }) => type);
    expect(order.indexOf('welcome')).toBeLessThan(order.indexOf('timeline'));
    room.displays.pushTimeline(displayId, sampleTimeline(displayId, 4));
    await vi.waitFor(() => expect(page.last('timeline').timeline.revision).toBe(4));
    room.displays.pushTimeline(newId(), sampleTimeline(newId(), 1));
  });

  it('welcome a page anew when its display is changed, and when that is undone', async () => {
    const { page } = await pairedPage(room, displayId);
    const { rev } = room.store.get('display', displayId) ?? { rev: 0 };
    await room.commands.update({ id: displayId, rev, name: 'VT-01 Pasar' }, caller);
    expect(page.last('welcome').name).toBe('VT-01 Pasar');
    await room.store.undo(caller.actor);
    expect(page.last('welcome').name).toBe('VT-01 Alun-alun');
    expect(page.closedWith).toBeNull();
  });

  it('tell pages the name of the station and its language when the settings move', async () => {
    const { page } = await pairedPage(room, displayId);
    const settings = { ...DEFAULT_SETTINGS, stationName: 'Radio Tirtaraya' };
    await room.store.commit({ command: 'settings', actor: caller.actor }, (tx) => tx.put('settings', settings));
    expect(page.last('welcome').stationName).toBe('Radio Tirtaraya');
  });
});

describe('pictures', () => {
  const jpeg = Buffer.from('a picture').toString('base64');

  it('are asked for while a console looks, and no longer', async () => {
    const { page } = await pairedPage(room, displayId);
    expect(page.all('watch')).toEqual([]);
    await room.commands.watch(undefined, caller);
    expect(page.last('watch').everyMs).toBe(2_000);
    const late = await pairedPage(room, (await newDisplay(room, { name: 'VT-02' })).id);
    expect(late.page.last('watch').everyMs).toBe(2_000);
    for (let look = 0; look < 8; look++) {
      vi.advanceTimersByTime(5_000);
      page.say({ type: 'ping', sent: 0 });
    }
    expect(page.last('watch').everyMs).toBeNull();
  });

  it('are kept, the newest of each display, and go with it', async () => {
    const { page } = await pairedPage(room, displayId);
    expect(room.displays.picture(displayId)).toBeNull();
    page.say({ type: 'picture', at: 1, jpeg });
    expect(room.displays.picture(displayId)).toEqual({ jpeg: Buffer.from('a picture'), at: Date.now() });
    expect((await statusOf(room, displayId)).pictureAt).toBe(Date.now());
    await room.commands.remove({ id: displayId }, caller);
    expect(room.displays.picture(displayId)).toBeNull();
  });
});

it('identifies the page of a display, and says a word to all when it stops', async () => {
  const { page } = await pairedPage(room, displayId);
  await room.commands.identify({ id: displayId }, caller);
  expect(page.last('identify').seconds).toBe(10);
  room.displays.stop();
  expect(page.closedWith?.code).toBe(DISPLAY_CLOSE.stopping);
});
