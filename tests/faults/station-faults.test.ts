/** What a station does when the world around it is wrong: a message that helps, an exit code, and nothing lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { DISPLAY_CLOSE, MAX_DISPLAY_MESSAGE_BYTES } from '../../electron/contract/display-protocol';
import { ReportingDisplay } from '../lib/reporting-display';
import { mountOrSkip, unmount } from '../lib/small-disk';
import { HEADLESS, makeDir, type RunningStation, removeDir, startStation } from '../lib/station';

const dirs: string[] = [];
const running = new Set<RunningStation>();
const freshDir = async () => {
  const dir = await makeDir();
  dirs.push(dir);
  return dir;
};
async function station(options: Parameters<typeof startStation>[0] = {}): Promise<RunningStation> {
  const started = await startStation({ ...options, dataDir: options.dataDir ?? (await freshDir()) });
  running.add(started);
  return started;
}

afterEach(async () => {
  for (const each of running) await each.kill();
  running.clear();
});
afterAll(async () => {
  for (const dir of dirs) await removeDir(dir);
});

/** Runs a station that is expected to end by itself. */
async function startEnds(dataDir: string, port = 0): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [HEADLESS, '--headless', '--data', dataDir, '--port', String(port)]);
  const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  await once(child, 'close');
  clearTimeout(limit);
  return { code: child.exitCode, output };
}

const NO_STACK = /^\s+at /m;

describe('a start that cannot be', () => {
  it('on a directory that another station holds names the holder', async () => {
    const first = await station();
    const { code, output } = await startEnds(first.dataDir);
    expect(code).toBe(1);
    expect(output).toContain(`process ${first.process.pid}`);
    expect(output).toContain(first.origin);
    expect(output).not.toMatch(NO_STACK);
    expect(await first.client.playlists.list()).toEqual([]);
  });

  it('on a port in use says so, and leaves the directory free', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const dataDir = await freshDir();
    const { code, output } = await startEnds(dataDir, port);
    holder.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} on 127.0.0.1 is already in use`);
    expect(output).not.toMatch(NO_STACK);
    expect((await station({ dataDir, port })).origin).toContain(String(port));
  });

  it('where a file stands in place of the directory says what cannot be written', async () => {
    const path = join(await freshDir(), 'data');
    await writeFile(path, 'not a directory');
    await refusesToWrite(path);
  });

  // Root writes through permissions: only a mount is read-only for everyone.
  it('on a directory that is read-only says so', async (context) => {
    const dir = await freshDir();
    mountOrSkip(context, dir, 'ro,size=1m');
    context.onTestFinished(() => unmount(dir));
    await refusesToWrite(dir);
  });
});

async function refusesToWrite(dataDir: string): Promise<void> {
  const { code, output } = await startEnds(dataDir);
  expect(code).toBe(1);
  expect(output).toContain(`The data directory ${dataDir} cannot be written`);
  expect(output).not.toMatch(NO_STACK);
}

describe('what an earlier end left behind', () => {
  it('a damaged document is restored, kept aside and told', async () => {
    const first = await station();
    const { id } = await first.client.playlists.create({ name: 'Ayo ke TPS', items: [] });
    await first.stop();
    const db = join(first.dataDir, 'db');
    const [name] = readdirSync(db).filter(
      (file) => file.endsWith('.json') && readFileSync(join(db, file), 'utf8').includes(id),
    );
    if (!name) throw new Error('no document holds the playlist');
    await writeFile(join(db, name), '{"half": ');
    const again = await station({ dataDir: first.dataDir });
    expect(await again.client.playlists.get({ id })).toMatchObject({ name: 'Ayo ke TPS' });
    const document = name.replace(/\.json$/, '');
    expect(await again.client.station.alerts()).toMatchObject([
      { severity: 'warning', reason: { code: 'store.documentRestored', params: { document } } },
    ]);
    expect(readdirSync(db).some((file) => file.startsWith(name) && file !== name)).toBe(true);
    expect(JSON.parse(readFileSync(join(db, name), 'utf8'))).toBeTruthy();
  });

  it('half-written files and a dead holder do not stop a start, and are cleared', async () => {
    const first = await station();
    await first.client.playlists.create({ name: 'Ayo ke TPS', items: [] });
    await first.kill();
    const half = join(first.dataDir, 'db', '.settings.json.tmp');
    writeFileSync(half, '{"ha');
    mkdirSync(join(first.dataDir, 'uploads'), { recursive: true });
    const again = await station({ dataDir: first.dataDir });
    expect((await again.client.playlists.list()).map(({ name }) => name)).toEqual(['Ayo ke TPS']);
    expect(readdirSync(join(first.dataDir, 'db')).filter((name) => name.includes('.tmp'))).toEqual([]);
    expect(await again.client.station.alerts()).toEqual([]);
    expect(JSON.parse(readFileSync(join(first.dataDir, 'station.json'), 'utf8'))).toMatchObject({
      pid: again.process.pid,
    });
  });
});

describe('displays that misbehave', () => {
  let served: RunningStation;
  let dir: string;
  let display: ReportingDisplay;
  beforeAll(async () => {
    dir = await makeDir();
    served = await startStation({ dataDir: dir });
    display = await ReportingDisplay.pair(served);
  });
  afterAll(async () => {
    display?.disconnect();
    await served?.kill();
    await removeDir(dir);
  });

  it.each<[string, string | Buffer, number]>([
    ['is not JSON', '{"type":', DISPLAY_CLOSE.badMessage],
    ['is of an unknown kind', JSON.stringify({ type: 'dance' }), DISPLAY_CLOSE.badMessage],
    ['is not text', Buffer.from([1, 2, 3]), DISPLAY_CLOSE.badMessage],
    ['is too large', 'x'.repeat(MAX_DISPLAY_MESSAGE_BYTES + 1), DISPLAY_CLOSE.tooBig],
  ])('a message that %s ends its connection and nothing else', async (_name, message, code) => {
    const socket = new WebSocket(`${served.origin.replace('http', 'ws')}/display/socket`, { origin: served.origin });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    socket.send(message);
    expect((await closed)[0]).toBe(code);
    expect((await fetch(`${served.origin}/healthz`)).status).toBe(200);
    expect(await statusOf(served, display)).toMatchObject({ connected: true });
  });

  it.each<[string, string | Buffer, number, string]>([
    ['is not JSON', '{"type":', DISPLAY_CLOSE.badMessage, 'fault.messageNotJson'],
    ['is not text', Buffer.from([1, 2, 3]), DISPLAY_CLOSE.badMessage, 'fault.messageNotText'],
    ['is too large', 'x'.repeat(MAX_DISPLAY_MESSAGE_BYTES + 1), DISPLAY_CLOSE.tooBig, 'fault.messageTooLarge'],
  ])(
    'a message of a paired page that %s is said on its display and in the log',
    async (_name, message, code, fault) => {
      expect(await display.closedAfter(message)).toBe(code);
      await expect.poll(() => newestFault(served, display)).toBe(fault);
      const logs = join(dir, 'logs');
      const logged = () => readdirSync(logs).some((name) => readFileSync(join(logs, name), 'utf8').includes(fault));
      await expect.poll(logged).toBe(true);
      await display.connect(served);
    },
  );

  it('a play that cannot be read is refused for good, and the others are counted', async () => {
    expect(await display.reportUnfit({ endedAt: 'tomorrow' })).toBe(true);
    expect(await display.reportUnfit({})).toBe(false);
    const { displayId } = display;
    expect((await served.client.proof.summary({ displayId })).total).toBe(1);
    expect(await newestFault(served, display)).toBe('fault.playRefused');
    expect(display.connected).toBe(true);
  });

  it('a second page with a token in use is refused, and the display says so', async () => {
    const copy = display.copied();
    await expect(copy.connect(served)).rejects.toThrow('refused: inUse');
    expect(await statusOf(served, display)).toMatchObject({ connected: true });
    expect(await newestFault(served, display)).toBe('fault.tokenInUse');
  });

  it('a page with a copied profile has the place only until the older one is back, and then no more', async () => {
    const clone = display.cloned();
    await clone.connect(served);
    await expect.poll(() => display.connected).toBe(false);
    await display.connect(served);
    await expect.poll(() => clone.connected).toBe(false);
    await expect(clone.connect(served)).rejects.toThrow('refused: inUse');
    expect(display.connected).toBe(true);
    expect(await newestFault(served, display)).toBe('fault.pageCopied');
  });
});

const newestFault = async (station: RunningStation, display: ReportingDisplay) =>
  (await statusOf(station, display))?.faults[0]?.reason.code;

async function statusOf({ client }: RunningStation, { displayId }: ReportingDisplay) {
  return (await client.displays.list()).find(({ display }) => display.id === displayId)?.status;
}
