/** How a page becomes a display's page, and how it ends being it. */
import { describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import { DISPLAY_CLOSE } from '../../contract/display-protocol';
import { createAttempts } from '../users/attempts';
import { caller, eachWithRoom, Page, pairedPage, type Room, statusOf } from './samples';

let room: Room;
let displayId: string;

eachWithRoom(
  (made, id) => {
    [room, displayId] = [made, id];
  },
  () => createAttempts({ now: () => performance.now() }),
);

describe('pairing by code', () => {
  it('shows a page a code, and gives it the token of the display that an operator confirms', async () => {
    const page = new Page(room).hello(null);
    const { code } = page.last('pairing');
    expect(code).toMatch(/^[2-9A-HJ-NP-TW-Z]{6}$/);
    expect(room.commands.pairings(undefined, caller)).toMatchObject([{ code, address: '10.0.0.7', width: 800 }]);
    const paired = await room.commands.pair({ id: displayId, code }, caller);
    expect(paired).not.toHaveProperty('token');
    expect(paired.pairedAt).toBe(Date.now());
    expect(room.commands.pairings(undefined, caller)).toEqual([]);
    const { token } = page.last('paired');
    expect(room.displays.displayByToken(token)).toBe(displayId);
    expect(JSON.stringify(room.store.all('display'))).not.toContain(token);
    expect(page.hello(token).last('welcome')).toMatchObject({ displayId, name: 'VT-01 Alun-alun' });
    expect(await statusOf(room, displayId)).toMatchObject({ connected: true, since: Date.now(), faults: [] });
  });

  it('refuses a code that nobody shows, and one that was used', async () => {
    const page = new Page(room).hello(null);
    await expect(room.commands.pair({ id: displayId, code: 'ZZZZZZ' }, caller)).rejects.toMatchObject({
      data: { code: 'codeUnknown' },
    });
    const { code } = page.last('pairing');
    await room.commands.pair({ id: displayId, code }, caller);
    await expect(room.commands.pair({ id: displayId, code }, caller)).rejects.toMatchObject({
      data: { code: 'codeUnknown' },
    });
  });

  it('renews a code that has run out; the old one is void', async () => {
    const page = new Page(room).hello(null);
    const first = page.last('pairing');
    vi.advanceTimersByTime(first.expiresAt - Date.now() + 3_000);
    const second = page.last('pairing');
    expect(second.code).not.toBe(first.code);
    await expect(room.commands.pair({ id: displayId, code: first.code }, caller)).rejects.toThrow();
    await room.commands.pair({ id: displayId, code: second.code }, caller);
    expect(page.all('paired')).toHaveLength(1);
  });

  it('makes an address wait that guesses too often, and only that one', async () => {
    const page = new Page(room).hello(null);
    const guess = (code: string, address = caller.address) =>
      Promise.resolve(room.commands.pair({ id: displayId, code }, { ...caller, address }));
    for (let tries = 0; tries < 10; tries++) await expect(guess('ZZZZZZ')).rejects.toThrow('codeUnknown');
    const { code } = page.last('pairing');
    await expect(guess(code)).rejects.toMatchObject({ data: { code: 'tooManyAttempts', params: { seconds: 300 } } });
    await expect(guess('ZZZZZZ', '10.0.0.10')).rejects.toThrow('codeUnknown');
    vi.advanceTimersByTime(5 * 60_000);
    await guess(page.last('pairing').code);
  });

  it('lists no page that has gone, and keeps at most 50 waiting', () => {
    const gone = new Page(room).hello(null);
    gone.vanish();
    const pages = Array.from({ length: 51 }, () => new Page(room).hello(null));
    expect(room.commands.pairings(undefined, caller)).toHaveLength(50);
    expect(pages.map(({ closedWith }) => closedWith?.code)).toEqual([...Array(50), DISPLAY_CLOSE.stopping]);
    expect(pages[50]?.heard).toEqual([]);
  });

  it.each<[string, (n: number) => string]>([
    ['one address', () => '10.0.0.66'],
    ['a few addresses', (n) => `10.0.0.${60 + (n % 5)}`],
    ['as many addresses as there are pages', (n) => `10.0.1.${n}`],
  ])('keeps the code of a panel through a flood from %s', async (_name, addressOf) => {
    const panel = new Page(room, undefined, '10.0.0.8').hello(null);
    for (let n = 0; n < 200; n++) new Page(room, undefined, addressOf(n)).hello(null);
    expect(panel.closedWith).toBeNull();
    vi.advanceTimersByTime(11 * 60_000);
    for (let n = 0; n < 200; n++) new Page(room, undefined, addressOf(n)).hello(null);
    await room.commands.pair({ id: displayId, code: panel.last('pairing').code }, caller);
    expect(panel.all('paired')).toHaveLength(1);
  });

  it('shows a panel a code that comes after a flood from an address or a few', () => {
    for (let n = 0; n < 200; n++) new Page(room, undefined, `10.0.0.${60 + (n % 5)}`).hello(null);
    const panel = new Page(room, undefined, '10.0.0.8').hello(null);
    expect(panel.last('pairing').code).toHaveLength(6);
    expect(panel.closedWith).toBeNull();
    expect(room.commands.pairings(undefined, caller)).toHaveLength(50);
  });

  it('shows a new code when the pairing could not be kept', async () => {
    const page = new Page(room).hello(null);
    const { code } = page.last('pairing');
    vi.spyOn(room.store, 'commit').mockRejectedValueOnce(new Error('no room'));
    await expect(room.commands.pair({ id: displayId, code }, caller)).rejects.toThrow('no room');
    expect(page.all('pairing')).toHaveLength(2);
    await room.commands.pair({ id: displayId, code: page.last('pairing').code }, caller);
  });
});

describe('one-time addresses', () => {
  const codeOf = async () => {
    const { path } = await room.commands.localPage({ id: displayId }, caller);
    return `once:${new URL(path, 'http://x').searchParams.get('once')}`;
  };

  it('a display set out for this machine takes its first page, and no second', async () => {
    room.displays.setOutFor(displayId);
    expect(new Page(room).hello(null).last('pairing').code).toHaveLength(6);
    const page = new Page(room, undefined, '127.0.0.1').hello(null);
    await eventually(() => expect(page.all('paired')).toHaveLength(1));
    page.hello(page.last('paired').token);
    expect(page.last('welcome').displayId).toBe(displayId);
    expect(new Page(room, undefined, '127.0.0.1').hello(null).last('pairing').code).toHaveLength(6);
  });

  it('pair at once, a single time', async () => {
    const code = await codeOf();
    const page = new Page(room).hello(code);
    await eventually(() => expect(page.all('paired')).toHaveLength(1));
    page.hello(page.last('paired').token);
    expect(page.last('welcome').displayId).toBe(displayId);
    const second = new Page(room).hello(code);
    expect(second.last('pairing').code).toHaveLength(6);
    expect(page.closedWith).toBeNull();
  });

  it('are void after five minutes, also when the wall clock was set back', async () => {
    const code = await codeOf();
    vi.advanceTimersByTime(5 * 60_000);
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(new Page(room).hello(code).last('pairing')).toBeDefined();
  });

  it('live on when the wall clock is set an hour ahead', async () => {
    const code = await codeOf();
    vi.setSystemTime(Date.now() + 3_600_000);
    const page = new Page(room).hello(code);
    await eventually(() => expect(page.all('paired')).toHaveLength(1));
  });
});

describe('the end of a pairing', () => {
  it.each<[string, () => unknown]>([
    ['revoked', () => room.commands.revoke({ id: displayId }, caller)],
    ['removed', () => room.commands.remove({ id: displayId }, caller)],
    ['paired with another page', () => pairedPage(room, displayId)],
  ])('a display %s closes its page, whose token is dead', async (_name, end) => {
    const { page, token } = await pairedPage(room, displayId);
    await end();
    expect(page.last('refused').why).toBe('revoked');
    expect(page.closedWith?.code).toBe(DISPLAY_CLOSE.revoked);
    expect(room.displays.displayByToken(token)).toBeNull();
    expect(new Page(room).hello(token).last('refused').why).toBe('revoked');
  });

  it('leaves a revoked page unheard while its socket closes', async () => {
    const { page } = await pairedPage(room, displayId);
    await room.commands.revoke({ id: displayId }, caller);
    page.say({ type: 'holds', revision: 5, missing: [], missingBytes: 0 });
    expect(await statusOf(room, displayId)).toMatchObject({ connected: false, holdsRevision: null });
  });
});
