/** Who may hold a display's connection, and what it is given. */
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import { DISPLAY_CLOSE } from '../../contract/display-protocol';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { caller, eachWithRoom, Page, pairedPage, type Room, sampleTimeline, statusOf } from './samples';

let room: Room;
let displayId: string;

eachWithRoom((made, id) => {
  [room, displayId] = [made, id];
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

describe('a copied browser profile', () => {
  const codes = async () => (await statusOf(room, displayId)).faults.map(({ reason }) => reason.code);

  it('is told from a reload when the page before comes back: the newer one loses, and stays refused', async () => {
    const { page: first, token } = await pairedPage(room, displayId);
    const copy = () => new Page(room, first.instanceId, '10.0.0.66', 'copy').hello(token);
    const back = () => new Page(room, first.instanceId, '10.0.0.7', first.load).hello(token);
    const newer = copy();
    expect(first.closedWith?.code).toBe(DISPLAY_CLOSE.stopping);
    expect(await codes()).toEqual([]);
    const older = back();
    expect(newer.closedWith?.code).toBe(DISPLAY_CLOSE.inUse);
    expect(newer.last('refused').why).toBe('inUse');
    for (let tries = 0; tries < 3; tries++) expect(copy().closedWith?.code).toBe(DISPLAY_CLOSE.inUse);
    expect(older.closedWith).toBeNull();
    expect((await statusOf(room, displayId)).faults).toMatchObject([
      { reason: { code: 'fault.pageCopied', params: { address: '10.0.0.66' } } },
    ]);
    // Its line breaks for a moment, and the copy is quick: the older one has its place again.
    older.vanish();
    const quick = copy();
    expect(quick.last('welcome')).toBeDefined();
    expect(back().closedWith).toBeNull();
    expect(quick.closedWith?.code).toBe(DISPLAY_CLOSE.inUse);
  });

  it('is not seen in a page that reloads before its old connection is closed, however often', async () => {
    const { page, token } = await pairedPage(room, displayId);
    const loads = Array.from({ length: 40 }, () => new Page(room, page.instanceId).hello(token));
    expect(loads.at(-1)?.closedWith).toBeNull();
    expect(new Set(loads.slice(0, -1).map(({ closedWith }) => closedWith?.code))).toEqual(
      new Set([DISPLAY_CLOSE.stopping]),
    );
    expect(await codes()).toEqual([]);
  });
});

describe('a timeline that a page holds', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  const come = async (holds: { displayId: string; revision: number; countedAt: number } | null) => {
    const { page, token } = await pairedPage(room, displayId);
    page.vanish();
    room.current.set(displayId, sampleTimeline(displayId, 3));
    return new Page(room, page.instanceId).hello(token, { holds });
  };

  it('is not sent again, and is on the status at once', async () => {
    const page = await come({ displayId, revision: 3, countedAt: 1 });
    expect(await statusOf(room, displayId)).toMatchObject({ holdsRevision: 3, expectedRevision: 3 });
    await settled();
    expect(page.all('timeline')).toEqual([]);
  });

  it.each([
    ['an older revision', () => ({ displayId, revision: 2, countedAt: 1 })],
    ['a newer one, as after a restored backup', () => ({ displayId, revision: 4, countedAt: 1 })],
    ['the same number counted before a backup was restored', () => ({ displayId, revision: 3, countedAt: 2 })],
    ['another display', () => ({ displayId: newId(), revision: 3, countedAt: 1 })],
    ['none', () => null],
  ])('is sent where it is of %s', async (_name, holds) => {
    const page = await come(holds());
    await eventually(() => expect(page.last('timeline').timeline.revision).toBe(3));
  });
});

describe('timelines and records', () => {
  it('are handed over after the welcome, and pushed when they change', async () => {
    room.current.set(displayId, sampleTimeline(displayId, 3));
    const { page } = await pairedPage(room, displayId);
    await eventually(() => expect(page.last('timeline').timeline.revision).toBe(3));
    const order = page.heard.map(({ type }) => type);
    expect(order.indexOf('welcome')).toBeLessThan(order.indexOf('timeline'));
    room.displays.pushTimeline(displayId, sampleTimeline(displayId, 4));
    await eventually(() => expect(page.last('timeline').timeline.revision).toBe(4));
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
