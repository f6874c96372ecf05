/**
 * The shell's own main.ts, preload and station process, run against a stand-in for Electron's calls and a real Chromium.
 * `electron` is aliased to `stand-in.ts` for the tests in this folder (see vitest.config.ts).
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SettingsValues } from '../../electron/contract/records/settings';
import type { ShellState } from '../../electron/shell/state';
import { conformingClip } from '../fixtures/media';
import { eventually } from '../lib/eventually';
import { type StationClient, stationClient } from '../lib/station';
import { addDisplay, app, type BrowserWindow, closeBrowser, removeDisplay, stand } from './stand-in';

const dataDir = mkdtempSync(join(tmpdir(), 'suar-shell-'));
const windows = () => [...stand.windows];
const consoleWindow = () => windows().find(({ options }) => options.webPreferences.preload) as BrowserWindow;
const displayWindows = () => windows().filter(({ options }) => options.kiosk);
const until = <T>(look: () => T | Promise<T>) => eventually(look, 30_000);
/** main.ts reads files beside itself as they are when built. */
const distDir = join(import.meta.dirname, '../../dist/electron');

/** Outside the data directory, whose files are no material. */
const material = mkdtempSync(join(tmpdir(), 'suar-shell-material-'));

const remembered = () => JSON.parse(readFileSync(join(dataDir, 'shell.json'), 'utf8')) as ShellState;

/** The station as it is now, for an administrator's program. */
function station(): StationClient {
  const token = readFileSync(join(dataDir, 'admin-token'), 'utf8').trim();
  return stationClient(new URL(consoleWindow().webContents.getURL()).origin, token);
}

async function setLanguage(language: 'id' | 'en'): Promise<void> {
  const settings = await station().station.settings();
  const values = { ...SettingsValues.parse(settings), language };
  await station().station.updateSettings({ rev: settings.rev, values });
}

/** A file from the desktop comes with a path that only the preload may ask for. */
async function drop(page: Page, path: string): Promise<void> {
  await page.evaluate(
    ([name, from]) => {
      Object.assign(window, { suarPaths: { [name]: from } });
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['not what is on disk'], name, { type: 'video/mp4' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [basename(path), path] as const,
  );
}

async function start(dir: string): Promise<void> {
  app.setPath('userData', dir);
  process.argv = ['electron', '.', '--data', dir, '--port', '0'];
  const { launch } = await import('../../electron/shell/launch');
  launch({ distDir, resourcesDir: join(import.meta.dirname, '../../resources'), args: process.argv.slice(2) });
  app.emit('ready');
}

beforeAll(async () => {
  addDisplay(1, 'Office', 1920, 1080);
  await start(dataDir);
}, 60_000);

afterAll(async () => {
  for (const station of stand.stations) station.kill('SIGKILL');
  await closeBrowser();
  rmSync(material, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

describe('shell', () => {
  it('opens the console signed in, without asking', async () => {
    const page = await until(async () => {
      expect(consoleWindow()).toBeDefined();
      return consoleWindow().page();
    });
    await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
    const status = await page.evaluate(async () => (await fetch('/api/auth/status')).json());
    expect(status.user.role).toBe('administrator');
  });

  it('isolates and sandboxes every window and refuses permissions', () => {
    for (const { options } of windows()) {
      expect(options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
    }
    expect(stand.permissionHandlers).toBeGreaterThanOrEqual(3);
  });

  it('refuses new windows and navigation away', () => {
    const { webContents } = consoleWindow();
    expect(webContents.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' });
    const prevented = vi.fn();
    webContents.emit('will-navigate', { preventDefault: prevented }, 'https://example.org/');
    webContents.emit('will-navigate', { preventDefault: prevented }, webContents.getURL());
    expect(prevented).toHaveBeenCalledTimes(1);
  });

  it('answers host calls from the console and refuses input that does not parse', async () => {
    const page = await consoleWindow().page();
    const ask = (input: string) => page.evaluate(input);
    stand.chosen = ['/media/Tirtaraya'];
    expect(await ask('window.suarHost.chooseFolder(null)')).toBe('/media/Tirtaraya');
    expect(await ask('window.suarHost.monitors(null)')).toMatchObject([{ id: '1', label: 'Office', primary: true }]);
    await expect(ask('window.suarHost.showDisplayOn({ monitorId: 7 })')).rejects.toThrow();
  });

  it('puts a display page on a monitor, keeps awake, and brings it back when the monitor is replugged', async () => {
    addDisplay(2, 'LED', 800, 400);
    const page = await consoleWindow().page();
    await page.evaluate('window.suarHost.showDisplayOn({ monitorId: "2", page: null })');
    expect(displayWindows()).toHaveLength(1);
    expect(stand.awake.size).toBe(1);
    removeDisplay(2);
    await until(() => expect(displayWindows()).toHaveLength(0));
    expect(stand.awake.size).toBe(0);
    addDisplay(7, 'LED', 800, 400);
    await until(() => expect(displayWindows()).toHaveLength(1));
    expect(await page.evaluate('window.suarHost.monitors(null)')).toMatchObject([
      { showing: false },
      { showing: true },
    ]);
    const kept = JSON.parse(readFileSync(join(dataDir, 'shell.json'), 'utf8'));
    expect(kept.placements).toMatchObject([{ label: 'LED' }]);
  });

  it('keeps two monitors of one model apart when both come back with new ids at another place', async () => {
    const page = await consoleWindow().page();
    addDisplay(8, 'LED', 800, 400, 9000);
    await page.evaluate('window.suarHost.showDisplayOn({ monitorId: "8", page: null })');
    const sessions = () => displayWindows().map(({ options }) => options.webPreferences.partition);
    const [left, right] = sessions();
    expect(new Set(sessions()).size).toBe(2);
    for (const id of [7, 8]) removeDisplay(id);
    await until(() => expect(displayWindows()).toHaveLength(0));
    addDisplay(31, 'LED', 800, 400, 3000);
    await until(() => expect(displayWindows()).toHaveLength(1));
    addDisplay(32, 'LED', 800, 400, 9000);
    await until(() => expect(displayWindows()).toHaveLength(2));
    const at = (x: number) => displayWindows().find(({ options }) => options.x === x)?.options.webPreferences.partition;
    expect([at(3000), at(9000)]).toEqual([left, right]);
    await page.evaluate('window.suarHost.hideDisplayOn({ monitorId: "32" })');
    expect(sessions()).toEqual([left]);
  });

  it('brings back a display page that failed or died, with a black slate in between', async () => {
    const [display] = displayWindows();
    if (!display) throw new Error('no display window');
    const shown = await display.page();
    const onPage = () => expect(display.webContents.getURL()).toMatch(/\/display$/);
    const slates: string[] = [];
    shown.on('framenavigated', (frame) => frame.url().startsWith('data:') && slates.push(frame.url()));
    await until(onPage);
    display.webContents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', '', true);
    await until(() => expect(slates).not.toEqual([]));
    await until(onPage);
    slates.length = 0;
    display.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await until(() => expect(slates).not.toEqual([]));
    await until(onPage);
  });

  it('takes in by its path what is dropped on the console, opened with Suar or chosen in the menu', async () => {
    const page = await consoleWindow().page();
    const clip = await conformingClip();
    const named = (name: string) => {
      const path = join(material, name);
      copyFileSync(clip, path);
      return path;
    };
    const uploads: string[] = [];
    page.on('request', (request) => new URL(request.url()).pathname === '/uploads' && uploads.push(request.method()));
    await page.getByRole('link', { name: 'Pustaka', exact: true }).click();
    await page.getByRole('heading', { name: 'Pustaka', level: 1 }).waitFor();
    await drop(page, named('lepas.mp4'));
    app.emit('second-instance', {}, [], dataDir, { files: [named('buka dengan.mp4')] });
    app.emit('second-instance', {}, [], dataDir, { files: 7 });
    app.emit('open-file', { preventDefault: () => {} }, named('ikon.mp4'));
    stand.chosen = [named('menu.mp4')];
    stand.clicks.get('Tambah berkas…')?.();
    const originals = async () => (await station().jobs.list()).map(({ job }) => job.title);
    await until(async () =>
      expect(await originals()).toEqual(
        expect.arrayContaining(['lepas.mp4', 'buka dengan.mp4', 'ikon.mp4', 'menu.mp4']),
      ),
    );
    expect(uploads).toEqual([]);
    await until(async () => expect((await station().library.list({})).total).toBeGreaterThan(0));
  });

  it('uploads from a browser, which has no paths, and refuses the paths it might make up', async () => {
    const { origin } = new URL(consoleWindow().webContents.getURL());
    const outside = await consoleWindow().browserBeside();
    await outside.goto(`${origin}/library`);
    await outside.getByRole('heading', { name: 'Pustaka', level: 1 }).waitFor();
    expect(await outside.evaluate('typeof window.suarHost')).toBe('undefined');
    const created = outside.waitForRequest((request) => new URL(request.url()).pathname.startsWith('/uploads'));
    await drop(outside, join(material, 'lepas.mp4'));
    await created;
    await outside.close();
  });

  it('speaks the language of the station as soon as it is changed there, and remembers it', async () => {
    expect(stand.menuLabels).toEqual(['Berkas', 'Sunting', 'Tampilan']);
    await setLanguage('en');
    await until(() => expect(stand.menuLabels).toEqual(['File', 'Edit', 'View']));
    expect(stand.tooltip).toBe('Suar goes on serving displays');
    expect(remembered().language).toBe('en');
    await setLanguage('id');
    await until(() => expect(remembered().language).toBe('id'));
  });

  it('brings a station that died back on its port, where the pages still are', async () => {
    const first = stand.stations.at(-1);
    const [display] = displayWindows();
    const { origin } = new URL(consoleWindow().webContents.getURL());
    const page = await consoleWindow().page();
    await page.evaluate('window.stillHere = true');
    first?.kill('SIGKILL');
    await until(() => expect(stand.stations.at(-1) === first).toBe(false));
    await until(async () => expect((await fetch(`${origin}/healthz`)).status).toBe(200));
    await until(async () => {
      const status = await page.evaluate(async () => (await fetch('/api/auth/status')).json());
      expect(status.user.role).toBe('administrator');
    });
    expect(await page.evaluate('window.stillHere')).toBe(true);
    expect(new URL(display?.webContents.getURL() ?? '').origin).toBe(origin);
    expect(remembered().port).toBe(Number(new URL(origin).port));
  });

  it('says so when the port was taken meanwhile, and its windows follow', async () => {
    const first = stand.stations.at(-1);
    const before = new URL(consoleWindow().webContents.getURL());
    const thief = createServer((socket) => socket.destroy());
    first?.once('exit', () => thief.listen(Number(before.port), '127.0.0.1'));
    first?.kill('SIGKILL');
    try {
      await until(() => expect(new URL(consoleWindow().webContents.getURL()).origin).not.toBe(before.origin));
      const { origin, port } = new URL(consoleWindow().webContents.getURL());
      await until(() =>
        expect(displayWindows().map(({ webContents }) => new URL(webContents.getURL()).origin)).toEqual([origin]),
      );
      const page = await consoleWindow().page();
      await page.getByRole('navigation').first().waitFor({ timeout: 30_000 });
      expect(await station().station.alerts()).toMatchObject([
        { reason: { code: 'station.portMoved', params: { before: Number(before.port), now: Number(port) } } },
      ]);
      expect(remembered().port).toBe(Number(port));
    } finally {
      await new Promise((done) => thief.close(done));
    }
  });

  it('says in the language of the station why it cannot start', () => {
    const why = { code: 'station.portForbidden', params: { port: 80, host: '127.0.0.1' } };
    stand.stations.at(-1)?.emit('message', { type: 'cannotStart', message: 'Port 80 needs rights', reason: why });
    expect(stand.dialogs.at(-1)).toContain('Pengguna ini tidak boleh memakai porta 80');
    stand.stations.at(-1)?.emit('message', { type: 'cannotStart', message: 'Error: odd', reason: null });
    expect(stand.dialogs.at(-1)).toMatch(/^Suar tidak dapat dimulai\.[\s\S]*Error: odd$/);
    stand.exitCode = null;
  });

  it('stops the station before it quits', async () => {
    await until(() => expect(stand.stations.at(-1)?.connected).toBe(true));
    app.quit();
    await until(() => expect(stand.exitCode).toBe(0));
    expect(stand.stations.at(-1)?.exitCode).toBe(0);
    expect(stand.trayDestroyed).toBe(true);
    expect(stand.windows.size).toBe(0);
  });

  it('says in a box that its folder cannot be written, and ends', async () => {
    const dir = join(material, 'unwritable');
    mkdirSync(dir);
    writeFileSync(join(dir, 'logs'), 'a file where the folder of logs should be');
    stand.exitCode = null;
    await start(dir);
    await until(() => expect(stand.exitCode).toBe(1));
    expect(stand.dialogs.at(-1)).toMatch(/^Suar tidak dapat dimulai\.[\s\S]*logs/);
  });
});
