/**
 * The shell's own main.ts, preload and station process, run against a stand-in for Electron's calls and a real Chromium.
 * `electron` is aliased to `stand-in.ts` for the tests in this folder (see vitest.config.ts).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDisplay, app, type BrowserWindow, closeBrowser, removeDisplay, stand } from './stand-in';

const dataDir = mkdtempSync(join(tmpdir(), 'suar-shell-'));
const windows = () => [...stand.windows];
const consoleWindow = () => windows().find(({ options }) => options.webPreferences.preload) as BrowserWindow;
const displayWindows = () => windows().filter(({ options }) => options.kiosk);
const until = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 30_000, interval: 100 });
/** main.ts reads files beside itself as they are when built. */
const distDir = join(import.meta.dirname, '../../dist/electron');

beforeAll(async () => {
  addDisplay(1, 'Office', 1920, 1080);
  app.setPath('userData', dataDir);
  process.argv = ['electron', '.', '--data', dataDir, '--port', '0'];
  const { launch } = await import('../../electron/shell/launch');
  launch({ distDir, resourcesDir: join(import.meta.dirname, '../../resources'), args: process.argv.slice(2) });
  app.emit('ready');
}, 60_000);

afterAll(async () => {
  for (const station of stand.stations) station.kill('SIGKILL');
  await closeBrowser();
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

  it('restarts a station that died, and console and display page are on the new one', async () => {
    const first = stand.stations.at(-1);
    const before = new URL(consoleWindow().webContents.getURL()).origin;
    first?.kill('SIGKILL');
    await until(() => expect(stand.stations.at(-1) === first).toBe(false));
    await until(() => expect(new URL(consoleWindow().webContents.getURL()).origin).not.toBe(before));
    const page = await consoleWindow().page();
    const { origin } = new URL(page.url());
    await until(() =>
      expect(displayWindows().map(({ webContents }) => new URL(webContents.getURL()).origin)).toEqual([origin]),
    );
    await until(async () => {
      const status = await page.evaluate(async () => (await fetch('/api/auth/status')).json());
      expect(status.user.role).toBe('administrator');
    });
  });

  it('names its menus in Indonesian', () => {
    expect(stand.menuLabels).toEqual(['Berkas', 'Sunting', 'Tampilan']);
  });

  it('stops the station before it quits', async () => {
    await until(() => expect(stand.stations.at(-1)?.connected).toBe(true));
    app.quit();
    await until(() => expect(stand.exitCode).toBe(0));
    expect(stand.stations.at(-1)?.exitCode).toBe(0);
    expect(stand.trayDestroyed).toBe(true);
    expect(stand.windows.size).toBe(0);
  });
});
