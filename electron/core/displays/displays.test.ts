import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../contract/failure';
import type { PlayReport } from '../../contract/records/play';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import { newId } from '../../contract/ulid';
import { operator, sampleBooking } from '../store/samples';
import { caller, fields, type Kit, openKit, Page, pairedPage, timeline } from './display-kit';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

const commands = () => kit.displays.handlers.displays;
const statusOf = async (id: string) =>
  (await commands().list(undefined, caller)).find(({ display }) => display.id === id)?.status;

describe('pairing', () => {
  it('gives the page that shows the code a token, kept as a hash only', async () => {
    const display = await commands().create(fields, caller);
    const page = new Page(kit.displays).hello(null);
    const { code, stationName } = await page.gets('pairing');
    expect(code).toMatch(/^[2-9A-HJ-KM-NP-TW-Z]{6}$/);
    expect(stationName).toBe('Suar');
    expect(await commands().pairings(undefined, caller)).toMatchObject([{ code, address: '10.0.0.7', width: 800 }]);
    const paired = await commands().pair({ id: display.id, code }, caller);
    expect(paired.pairedAt).not.toBeNull();
    expect(JSON.stringify(paired)).not.toContain('hash');
    const { token, displayId } = await page.gets('paired');
    expect(displayId).toBe(display.id);
    expect(token).toHaveLength(43);
    expect(JSON.stringify(kit.store.get('display', display.id))).not.toContain(token);
    expect(kit.displays.displayByToken(token)).toBe(display.id);
    expect(await commands().pairings(undefined, caller)).toEqual([]);
    page.hello(token);
    expect(await page.gets('welcome')).toMatchObject({ displayId: display.id, name: 'VT-01', profile: { width: 800 } });
  });

  it('refuses an unknown code, and too many guesses', async () => {
    const display = await commands().create(fields, caller);
    const guess = () => commands().pair({ id: display.id, code: 'AAAAAA' }, caller);
    for (let n = 0; n < 20; n += 1) await expect(guess()).rejects.toMatchObject({ code: 'codeUnknown' });
    await expect(guess()).rejects.toMatchObject({ code: 'tooManyAttempts' });
  });

  it('lets at most fifty pages wait', async () => {
    const pages = Array.from({ length: 60 }, (_, n) => new Page(kit.displays, undefined, `10.0.1.${n}`).hello(null));
    expect(await commands().pairings(undefined, caller)).toHaveLength(50);
    expect(pages.at(-1)?.last('refused')).toMatchObject({ why: 'inUse', reason: { code: 'displays.tooManyWaiting' } });
    pages[0]?.hangUp();
    expect(await commands().pairings(undefined, caller)).toHaveLength(49);
  });

  it('drops the page that held the display before', async () => {
    const { id, page, token } = await pairedPage(kit);
    const next = new Page(kit.displays).hello(null);
    const { code } = await next.gets('pairing');
    await commands().pair({ id, code }, caller);
    expect(page.closed?.code).toBe(4001);
    expect(page.last('refused')?.why).toBe('revoked');
    expect(kit.displays.displayByToken(token)).toBeNull();
    next.hello((await next.gets('paired')).token);
    expect((await statusOf(id))?.connected).toBe(true);
  });

  it('spends a one-time address at its first use', async () => {
    const display = await commands().create(fields, caller);
    const { path } = await commands().localPage({ id: display.id }, caller);
    const once = `once:${new URL(path, 'http://x').searchParams.get('once')}`;
    await new Page(kit.displays).hello(once).gets('paired');
    const second = new Page(kit.displays).hello(once);
    expect(second.last('refused')).toMatchObject({ why: 'revoked' });
    expect(second.closed?.code).toBe(4001);
  });
});

describe('a connection', () => {
  it('that was revoked is closed and refused from then on', async () => {
    const { id, page, token } = await pairedPage(kit);
    await commands().revoke({ id }, caller);
    expect(page.closed?.code).toBe(4001);
    expect(new Page(kit.displays).hello(token).last('refused')?.why).toBe('revoked');
    expect((await statusOf(id))?.connected).toBe(false);
  });

  it('of a second page with the same token is refused and told as a fault', async () => {
    const { id, page, token } = await pairedPage(kit);
    const second = new Page(kit.displays, 'another-page', '10.0.0.66').hello(token);
    expect(second.last('refused')?.why).toBe('inUse');
    expect(second.closed?.code).toBe(4002);
    expect(page.closed).toBeNull();
    const status = await statusOf(id);
    expect(status).toMatchObject({ connected: true, faults: [{ reason: { code: 'fault.tokenInUse' } }] });
    expect(status?.faults[0]?.reason.params).toEqual({ address: '10.0.0.66' });
  });

  it('of the same page come again takes the place of the old one', async () => {
    const { id, page, token } = await pairedPage(kit);
    const again = new Page(kit.displays, page.instanceId).hello(token);
    await again.gets('welcome');
    expect(page.closed).not.toBeNull();
    page.hangUp();
    expect((await statusOf(id))?.connected).toBe(true);
    again.hangUp();
    expect(await statusOf(id)).toMatchObject({ connected: false, playing: null });
  });

  it('of a token that has moved to another page is let in, and told as a fault', async () => {
    const { id, page, token } = await pairedPage(kit);
    page.hangUp();
    new Page(kit.displays, 'another-page', '10.0.0.66').hello(token);
    expect(await statusOf(id)).toMatchObject({
      connected: true,
      faults: [{ reason: { code: 'fault.tokenMoved', params: { address: '10.0.0.66' } } }],
    });
  });

  it('of an old protocol is told to reload', () => {
    const page = new Page(kit.displays).hello(null, 99);
    expect(page.last('refused')?.why).toBe('protocol');
    expect(page.closed?.code).toBe(4004);
  });

  const bad: Record<string, string> = {
    'not JSON': 'GET / HTTP/1.1',
    'of an unknown kind': '{"type":"format-disk"}',
    'of a known kind with wrong fields': '{"type":"holds","revision":-1}',
    'too large': JSON.stringify({ type: 'picture', at: 1, jpeg: 'A'.repeat(600_000) }),
    'JSON but no object': '[null]',
  };
  for (const [what, text] of Object.entries(bad)) {
    it(`that says something ${what} is refused and closed; the station goes on`, async () => {
      const { id, page } = await pairedPage(kit);
      page.raw(text).raw(text);
      expect(page.closed?.code).toBe(4003);
      expect(page.heard.filter(({ type }) => type === 'refused')).toHaveLength(1);
      expect((await statusOf(id))?.faults).toHaveLength(1);
      new Page(kit.displays).raw(text);
      await pairedPage(kit, 'VT-02');
    });
  }

  it('answers a ping at once, also before it is welcomed', () => {
    const page = new Page(kit.displays).say({ type: 'ping', sent: 12.5 });
    expect(page.last('pong')).toMatchObject({ sent: 12.5 });
  });

  it('is welcomed anew when its display or the station is changed, and dropped when the display is removed', async () => {
    const { id, page } = await pairedPage(kit);
    const { display } = (await commands().list(undefined, caller))[0] ?? {};
    await commands().update({ id, rev: display?.rev ?? 0, name: 'Terminal' }, caller);
    expect(page.last('welcome')?.name).toBe('Terminal');
    const settings = { ...DEFAULT_SETTINGS, stationName: 'Diskominfo' };
    await kit.store.commit({ command: 'x', actor: operator }, (tx) => tx.put('settings', settings));
    await expect.poll(() => page.last('welcome')?.stationName).toBe('Diskominfo');
    await kit.store.undo(operator);
    expect(page.last('welcome')?.name).toBe('VT-01');
    await commands().remove({ id }, caller);
    expect(page.closed?.code).toBe(4001);
  });
});

describe('what a display says', () => {
  const report = (): PlayReport => ({
    id: newId(),
    bookingId: null,
    assetId: null,
    hash: null,
    revision: 1,
    plannedStart: 1,
    plannedMs: 1,
    startedAt: 1,
    endedAt: 2,
    frames: null,
    outcome: 'shown',
    because: null,
    clockOffsetMs: null,
  });

  it('becomes its status', async () => {
    const { id, page } = await pairedPage(kit);
    kit.timelines.set(id, timeline(id, 7));
    page.say({ type: 'holds', revision: 6, missing: ['a'.repeat(64)], missingBytes: 5 });
    const now = { name: 'Ayo ke TPS', assetId: null, bookingId: null, startedAt: 1, endsAt: 2 };
    page.say({ type: 'showing', now, next: null, clock: { offsetMs: 3, errorMs: 1 }, outbox: 4 });
    page.say({ type: 'fault', at: 9, reason: { code: 'fault.stalled', params: {} } });
    expect(await statusOf(id)).toMatchObject({
      connected: true,
      expectedRevision: 7,
      holdsRevision: 6,
      missing: { files: 1, bytes: 5 },
      playing: { name: 'Ayo ke TPS', assetId: null, startedAt: 1, endsAt: 2 },
      clock: { offsetMs: 3, errorMs: 1 },
      outbox: 4,
      faults: [{ at: 9, reason: { code: 'fault.stalled' } }],
    });
  });

  it('of plays is recorded, then acknowledged', async () => {
    const { id, page } = await pairedPage(kit);
    const plays = [report(), report()];
    page.say({ type: 'plays', plays });
    expect(kit.recorded).toEqual([{ displayId: id, plays }]);
    expect(page.last('acknowledged')?.ids).toEqual(plays.map((play) => play.id));
  });

  it('of plays is not acknowledged when the disk is full, and the connection lives', async () => {
    const { id, page } = await pairedPage(kit);
    kit.refuse.with = new Failure('diskFull');
    page.say({ type: 'plays', plays: [report()] });
    expect(page.last('acknowledged')).toBeUndefined();
    expect(page.closed).toBeNull();
    expect((await statusOf(id))?.faults[0]?.reason).toEqual({
      code: 'displays.playsNotKept',
      params: { code: 'diskFull' },
    });
    kit.refuse.with = null;
    page.say({ type: 'plays', plays: [report()] });
    expect(page.last('acknowledged')?.ids).toHaveLength(1);
  });

  it('before it is welcomed changes nothing', async () => {
    new Page(kit.displays).hello(null).say({ type: 'plays', plays: [report()] });
    expect(kit.recorded).toEqual([]);
  });

  it('of pictures is asked for and kept only while a console looks', async () => {
    const { id, page } = await pairedPage(kit);
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64');
    page.say({ type: 'picture', at: 1, jpeg });
    expect(kit.displays.picture(id)).toBeNull();
    await commands().watch(undefined, caller);
    expect((await page.gets('watch')).everyMs).toBe(1000);
    page.say({ type: 'picture', at: 1, jpeg: Buffer.from('GIF89a').toString('base64') });
    expect(kit.displays.picture(id)).toBeNull();
    page.say({ type: 'picture', at: 1, jpeg });
    expect(kit.displays.picture(id)?.jpeg[0]).toBe(0xff);
    expect((await statusOf(id))?.pictureAt).not.toBeNull();
  });
});

describe('timelines', () => {
  it('are sent after the welcome and whenever they are pushed', async () => {
    const { id, page, token } = await pairedPage(kit);
    expect(page.last('timeline')).toBeUndefined();
    kit.displays.pushTimeline(id, timeline(id, 1));
    expect((await page.gets('timeline')).timeline.revision).toBe(1);
    kit.timelines.set(id, timeline(id, 2));
    const again = new Page(kit.displays, page.instanceId).hello(token);
    expect((await again.gets('timeline')).timeline.revision).toBe(2);
  });

  it('wait for a socket that is full, and only the newest is sent', async () => {
    const { id, page } = await pairedPage(kit);
    page.buffered = 8 * 1024 * 1024;
    kit.displays.pushTimeline(id, timeline(id, 1));
    await new Promise((next) => setTimeout(next, 50));
    kit.displays.pushTimeline(id, timeline(id, 2));
    await new Promise((next) => setTimeout(next, 50));
    expect(page.last('timeline')).toBeUndefined();
    page.buffered = 0;
    expect((await page.gets('timeline')).timeline.revision).toBe(2);
    expect(page.heard.filter(({ type }) => type === 'timeline')).toHaveLength(1);
  });
});

describe('commands', () => {
  it('refuse to remove what is booked, saying where, and take it out of its groups else', async () => {
    const { id } = await commands().create(fields, caller);
    const group = await kit.displays.handlers.groups.create({ name: 'Semua', displayIds: [id, id] }, caller);
    expect(group.displayIds).toEqual([id]);
    const booking = sampleBooking({ to: '9999-01-01', where: { displayIds: [], groupIds: [group.id] } });
    await kit.store.commit({ command: 'x', actor: operator }, (tx) => tx.put('booking', booking));
    await expect(commands().remove({ id }, caller)).rejects.toMatchObject({
      data: { code: 'inUse', details: [{ code: 'displays.inGroupBooking', params: { name: 'Pagi', group: 'Semua' } }] },
    });
    const removeGroup = () => kit.displays.handlers.groups.remove({ id: group.id }, caller);
    await expect(removeGroup()).rejects.toMatchObject({ code: 'inUse' });
    await kit.store.commit({ command: 'x', actor: operator }, (tx) =>
      tx.put('booking', { ...booking, to: '2024-11-02' }),
    );
    await commands().remove({ id }, caller);
    expect(kit.store.get('displayGroup', group.id)?.displayIds).toEqual([]);
    await kit.store.undo(operator);
    expect(kit.store.get('displayGroup', group.id)?.displayIds).toEqual([id]);
    expect(kit.store.get('display', id)?.name).toBe('VT-01');
  });

  it('refuse an edit of an older state and what is not there', async () => {
    const { id, rev } = await commands().create(fields, caller);
    await commands().update({ id, rev, place: 'Baru' }, caller);
    await expect(commands().update({ id, rev, place: 'Lain' }, caller)).rejects.toMatchObject({ code: 'stale' });
    expect(() => commands().identify({ id }, caller)).toThrow('notConnected');
    expect(() => commands().localPage({ id: newId() }, caller)).toThrow('notFound');
    const unknown = kit.displays.handlers.groups.create({ name: 'G', displayIds: [newId()] }, caller);
    await expect(unknown).rejects.toMatchObject({ code: 'notFound' });
  });
});
