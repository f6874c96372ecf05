/** What pages say, and what becomes of what cannot be read. */
import { describe, expect, it, vi } from 'vitest';
import { DISPLAY_CLOSE, MAX_DISPLAY_MESSAGE_BYTES } from '../../contract/display-protocol';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import { caller, eachWithRoom, newDisplay, Page, pairedPage, type Room, samplePlay, statusOf } from './samples';

let room: Room;
let displayId: string;

eachWithRoom((made, id) => {
  [room, displayId] = [made, id];
});

describe('what cannot be read', () => {
  const say = (text: string) => (page: Page) => page.say(text);
  const big = JSON.stringify({ type: 'ping', sent: 1, pad: 'x'.repeat(MAX_DISPLAY_MESSAGE_BYTES) });
  const { badMessage, tooBig } = DISPLAY_CLOSE;
  it.each<[string, (page: Page) => void, string, number]>([
    ['is no JSON', say('{"type":'), 'fault.messageNotJson', badMessage],
    ['is of an unknown kind', say('{"type":"dance"}'), 'fault.messageUnknown', badMessage],
    ['lacks a field', say('{"type":"holds","revision":1}'), 'fault.messageUnfit', badMessage],
    ['is no object', say('7'), 'fault.messageWithoutKind', badMessage],
    ['is too large', say(big), 'fault.messageTooLarge', tooBig],
    ['is too large for the server', (page) => page.untaken('tooLarge'), 'fault.messageTooLarge', tooBig],
    ['is not text', (page) => page.untaken('notText'), 'fault.messageNotText', badMessage],
    ['greets a second time', (page) => page.hello('token'), 'fault.messageOutOfTurn', badMessage],
  ])(
    'ends the page whose message %s, with a word to it, to its display and to the log',
    async (_name, act, code, close) => {
      const [{ page }, other] = [
        await pairedPage(room, displayId),
        await pairedPage(room, (await newDisplay(room, { name: 'VT-02' })).id),
      ];
      act(page);
      expect(page.last('refused')).toMatchObject({ why: 'badMessage', reason: { code: 'refused.badMessage' } });
      expect(page.closedWith?.code).toBe(close);
      expect(await statusOf(room, displayId)).toMatchObject({ connected: false, faults: [{ reason: { code } }] });
      expect(room.warned).toMatchObject([{ displayId, address: '10.0.0.7', why: { code } }]);
      other.page.say({ type: 'ping', sent: 1 });
      expect(other.page.all('pong')).toHaveLength(1);
    },
  );

  it('says which kind it did not know and which field does not fit', async () => {
    const { page, token } = await pairedPage(room, displayId);
    page.say({ type: 'dance'.repeat(100) });
    new Page(room, page.instanceId).hello(token).say({ type: 'holds', revision: -1, missing: [], missingBytes: 0 });
    const { faults } = await statusOf(room, displayId);
    expect(faults[0]?.reason.params).toMatchObject({ kind: 'holds', problem: expect.stringMatching(/^revision: /) });
    expect(String(faults[1]?.reason.params?.kind)).toHaveLength(60);
  });

  it('does not keep a fault as long as a book', async () => {
    const { page } = await pairedPage(room, displayId);
    page.say({ type: 'fault', at: 1, reason: reason('fault.displayPage', { message: 'x'.repeat(5000) }) });
    const { faults } = await statusOf(room, displayId);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.reason.params).toMatchObject({ kind: 'fault', problem: expect.stringContaining('too long') });
  });

  it('refuses a page that speaks before it greets, or greets in another protocol', () => {
    const early = new Page(room);
    early.say({ type: 'plays', plays: [samplePlay()] });
    expect(early.last('refused').why).toBe('badMessage');
    expect(room.record).not.toHaveBeenCalled();
    expect(room.warned).toMatchObject([{ displayId: null, why: { params: { kind: 'plays' } } }]);
    const old = new Page(room).hello(null, { protocol: 2 });
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

describe('a play that cannot be read', () => {
  const bad = { ...samplePlay(), endedAt: -1 };

  it('costs no other: the good are kept, the bad is refused by its id, said on the display and in the log', async () => {
    const { page } = await pairedPage(room, displayId);
    const good = [samplePlay(), samplePlay()];
    page.say({ type: 'plays', plays: [good[0], bad, { id: 7 }, 'nothing', good[1]] });
    expect(room.record.mock.calls).toEqual([[displayId, good]]);
    expect(page.all('acknowledged')).toMatchObject([{ ids: good.map(({ id }) => id), refused: [bad.id] }]);
    expect(page.closedWith).toBeNull();
    const { faults } = await statusOf(room, displayId);
    expect(faults.map(({ reason }) => reason.code)).toEqual(Array(3).fill('fault.playRefused'));
    expect(faults[2]?.reason.params?.problem).toMatch(/^endedAt: /);
    expect(room.warned[0]).toMatchObject({ displayId, play: JSON.stringify(bad) });
  });

  it('is refused alone too, and only once the others are safe', async () => {
    const { page } = await pairedPage(room, displayId);
    page.say({ type: 'plays', plays: [bad] });
    expect(room.record).not.toHaveBeenCalled();
    expect(page.last('acknowledged')).toMatchObject({ ids: [], refused: [bad.id] });
    room.record.mockImplementationOnce(() => {
      throw new Failure('diskFull');
    });
    page.say({ type: 'plays', plays: [bad, samplePlay()] });
    expect(page.all('acknowledged')).toHaveLength(1);
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

it('hands on what a page says of a takeover, and refuses what is none', async () => {
  const { page } = await pairedPage(room, displayId);
  const said = { type: 'takeover', takeoverId: displayId, event: 'shown', at: 5, reason: null };
  page.say(said);
  expect(room.heard).toHaveBeenCalledWith(displayId, said);
  page.say({ ...said, event: 'enjoyed' });
  expect(room.heard).toHaveBeenCalledTimes(1);
  expect(page.closedWith?.code).toBe(DISPLAY_CLOSE.badMessage);
});

it('greets a page with what was recalled right after its welcome, then with its takeovers', async () => {
  const { page } = await pairedPage(room, displayId);
  const order = page.heard.map(({ type }) => type);
  const at = order.indexOf('welcome');
  expect(order.slice(at, at + 3)).toEqual(['welcome', 'recalls', 'takeovers']);
});
