/**
 * A stand-in for the few calls of Electron that Suar's shell makes, backed by a real Chromium: windows are pages, the
 * preload really runs, a utility process is a real forked station. It proves our wiring, not Electron's isolation,
 * kiosk mode or codecs; those are tested where the runtime is there (`electron.test.ts`).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumOptions } from '../lib/chromium';

interface StandInDisplay {
  id: number;
  label: string;
  size: { width: number; height: number };
  bounds: { x: number; y: number; width: number; height: number };
  workArea: { x: number; y: number; width: number; height: number };
  scaleFactor: number;
}

/** What tests look at and turn. */
export const stand = {
  displays: [] as StandInDisplay[],
  windows: new Set<BrowserWindow>(),
  contexts: new Map<string, Promise<BrowserContext>>(),
  permissionHandlers: 0,
  dialogs: [] as string[],
  awake: new Set<number>(),
  chosen: [] as string[],
  locked: false,
  exitCode: null as number | null,
  stations: [] as ChildProcess[],
  /** The command line of each. */
  forks: [] as string[][],
  menuLabels: [] as (string | undefined)[],
  trayDestroyed: false,
  tooltip: '',
  /** Locale of the system. */
  locale: 'id',
  clicks: new Map<string, () => void>(),
};

export function addDisplay(id: number, label: string, width: number, height: number, x?: number): StandInDisplay {
  const bounds = { x: x ?? stand.displays.length * 1920, y: 0, width, height };
  const display = { id, label, size: { width, height }, bounds, workArea: bounds, scaleFactor: 1 };
  stand.displays.push(display);
  screen.emit('display-added', {}, display);
  return display;
}

export function removeDisplay(id: number): void {
  stand.displays = stand.displays.filter((display) => display.id !== id);
  screen.emit('display-removed', {}, { id });
}

class App extends EventEmitter {
  isPackaged = false;
  paths = new Map<string, string>();
  getPath = (name: string) => this.paths.get(name) ?? '';
  setPath = (name: string, path: string) => this.paths.set(name, path);
  getLocale = () => stand.locale;
  requestSingleInstanceLock = () => !stand.locked;
  exit = (code: number) => {
    stand.exitCode = code;
  };
  /** Electron's order: before-quit may hold it back; then every window is closed and the process ends. */
  quit = () => {
    let held = false;
    this.emit('before-quit', { preventDefault: () => (held = true) });
    if (held) return;
    for (const window of stand.windows) window.close();
    stand.exitCode = 0;
    this.emit('will-quit');
  };
}
export const app = new App();
export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => stand.displays,
  getPrimaryDisplay: () => stand.displays[0],
});

const counted = () => {
  stand.permissionHandlers += 1;
};
const asSession = {
  setPermissionRequestHandler: counted,
  setPermissionCheckHandler: counted,
  setDevicePermissionHandler: counted,
};
export const session = { fromPartition: () => asSession };

let awakeIds = 0;
export const powerSaveBlocker = {
  start: () => {
    stand.awake.add(++awakeIds);
    return awakeIds;
  },
  stop: (id: number) => stand.awake.delete(id),
};

export const dialog = {
  showErrorBox: (_title: string, text: string) => stand.dialogs.push(text),
  showOpenDialog: async () => ({ filePaths: stand.chosen, canceled: false }),
};

interface MenuEntry {
  label?: string;
  click?: () => void;
  submenu?: MenuEntry[];
}

export const Menu = {
  buildFromTemplate: (template: MenuEntry[]) => template,
  setApplicationMenu: (template: MenuEntry[]) => {
    stand.menuLabels = template.map(({ label }) => label);
    for (const { label, click } of template.flatMap(({ submenu }) => submenu ?? []))
      if (label && click) stand.clicks.set(label, click);
  },
};
export class Tray extends EventEmitter {
  setToolTip(text: string) {
    stand.tooltip = text;
  }
  setContextMenu() {}
  destroy() {
    stand.trayDestroyed = true;
  }
}
export const nativeImage = { createFromPath: (path: string) => ({ path }) };

/** Channel -> handler, as `ipcMain.handle` keeps them. */
const handlers = new Map<string, (event: unknown, input: unknown) => Promise<unknown>>();
export const ipcMain = {
  handle: (channel: string, handler: (event: unknown, input: unknown) => Promise<unknown>) =>
    handlers.set(channel, handler),
};

/** What `electron` is to a preload, in the page itself: the built preload runs there as it does in a sandboxed window. */
const PRELOAD_SIDE = `
  const listeners = new Map();
  window.suarStandIn = { hear: (channel, args) => (listeners.get(channel) ?? []).forEach((listener) => listener({}, ...args)) };
  const ipcRenderer = {
    invoke: (channel, input) => window.suarInvoke(channel, input),
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    off: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)),
  };
  const contextBridge = { exposeInMainWorld: (name, offer) => { window[name] = offer; } };
  const webUtils = { getPathForFile: (file) => window.suarPaths?.[file.name] ?? '' };
  const require = () => ({ contextBridge, ipcRenderer, webUtils });
`;

class WebContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  page: Page | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler;
  }
  /** A page that has gone nowhere yet has no address in Electron. */
  getURL = () => (this.page?.url() ?? '').replace('about:blank', '');
  send = (channel: string, ...args: unknown[]) => {
    const hear = `window.suarStandIn?.hear(${JSON.stringify(channel)}, ${JSON.stringify(args)})`;
    void this.page?.evaluate(hear).catch(() => {});
  };
  crashes = 0;
  forcefullyCrashRenderer() {
    this.crashes += 1;
    this.emit('render-process-gone', {}, { reason: 'killed' });
  }
}

interface WindowOptions {
  webPreferences: {
    partition: string;
    preload?: string;
    contextIsolation: boolean;
    sandbox: boolean;
    nodeIntegration: boolean;
  };
  kiosk?: boolean;
  title?: string;
  x?: number;
}

export class BrowserWindow extends EventEmitter {
  webContents = new WebContents();
  private ready: Promise<Page>;
  private closing = false;
  private loads = 0;
  bounds = { x: 0, y: 0, width: 0, height: 0 };

  constructor(readonly options: WindowOptions) {
    super();
    stand.windows.add(this);
    this.ready = this.start();
  }

  private async start(): Promise<Page> {
    const { partition, preload } = this.options.webPreferences;
    const context = await contextOf(partition);
    const page = await context.newPage();
    this.webContents.page = page;
    page.on('load', () => this.webContents.emit('did-finish-load'));
    if (preload) await this.bridge(page, preload);
    setTimeout(() => this.emit('ready-to-show'), 10);
    return page;
  }

  /** Runs the built preload in the page, before anything of the page's own. */
  private async bridge(page: Page, preload: string): Promise<void> {
    const sender = this.webContents;
    await page.exposeFunction('suarInvoke', (channel: string, input: unknown) =>
      handlers.get(channel)?.({ sender, senderFrame: { url: sender.getURL(), parent: null } }, input),
    );
    await page.addInitScript(`(() => {${PRELOAD_SIDE}\n${readFileSync(preload, 'utf8')}\n})()`);
  }

  page = () => this.ready;
  /** Another page with the same cookies, as a browser would have it: without a preload. */
  browserBeside = async () => (await this.ready).context().newPage();
  async loadURL(url: string) {
    const page = await this.ready;
    const load = ++this.loads;
    try {
      await page.goto(url);
    } catch (fault) {
      // Another load that took its place says nothing of this one, as ERR_ABORTED does in Electron.
      const code = load === this.loads ? -102 : -3;
      if (!this.closing) this.webContents.emit('did-fail-load', {}, code, String(fault), url, true);
      throw fault;
    }
  }
  getTitle = () => this.options.title ?? '';
  close() {
    if (this.closing) return;
    this.closing = true;
    this.emit('close', {});
    stand.windows.delete(this);
    void this.ready.then((page) => page.close()).catch(() => {});
    this.emit('closed');
  }
  setBounds(bounds: typeof this.bounds) {
    this.bounds = bounds;
  }
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });
  isMaximized = () => false;
  isMinimized = () => false;
  maximize() {}
  restore() {}
  show() {}
  focus() {}
}

const browser = { open: null as Promise<Awaited<ReturnType<typeof chromium.launch>>> | null };

/** One browser context per partition: each has cookies and storage of its own, as in Electron. */
function contextOf(partition: string): Promise<BrowserContext> {
  browser.open ??= chromium.launch(chromiumOptions());
  const known = stand.contexts.get(partition) ?? browser.open.then((open) => open.newContext());
  stand.contexts.set(partition, known);
  return known;
}

export async function closeBrowser(): Promise<void> {
  await (await browser.open)?.close();
}

export const utilityProcess = {
  fork(entry: string, args: string[]) {
    const child = fork(entry, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    stand.stations.push(child);
    stand.forks.push(args);
    return Object.assign(child, { postMessage: (message: object) => child.connected && child.send(message) });
  },
};
