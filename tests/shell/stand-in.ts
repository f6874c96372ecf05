/**
 * A stand-in for the few calls of Electron that Suar's shell makes, backed by a real Chromium: windows are pages, the
 * preload really runs, a utility process is a real forked station. It proves our wiring, not Electron's isolation,
 * kiosk mode or codecs; those are tested where the runtime is there (`electron.test.ts`).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
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
  menuLabels: [] as (string | undefined)[],
  trayDestroyed: false,
};

export function addDisplay(id: number, label: string, width: number, height: number): StandInDisplay {
  const bounds = { x: stand.displays.length * 1920, y: 0, width, height };
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
  getLocale = () => 'id';
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

export const Menu = {
  buildFromTemplate: (template: { label?: string }[]) => template,
  setApplicationMenu: (template: { label?: string }[]) => {
    stand.menuLabels = template.map(({ label }) => label);
  },
};
export class Tray extends EventEmitter {
  setToolTip() {}
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

let calling: BrowserWindow | null = null;
/** The preload's side. The window whose page called is the sender. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke(channel: string, input: unknown) {
    const sender = calling?.webContents;
    return handlers.get(channel)?.({ sender, senderFrame: { url: sender?.getURL() ?? '', parent: null } }, input);
  },
});
export const webUtils = { getPathForFile: () => '' };
let exposed: Record<string, (input: unknown) => Promise<unknown>> = {};
export const contextBridge = {
  exposeInMainWorld: (_name: string, host: typeof exposed) => {
    exposed = host;
  },
};

class WebContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  page: Page | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler;
  }
  getURL = () => this.page?.url() ?? '';
  send = (channel: string, ...args: unknown[]) => ipcRenderer.emit(channel, {}, ...args);
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
  x?: number;
}

export class BrowserWindow extends EventEmitter {
  webContents = new WebContents();
  private ready: Promise<Page>;
  private closing = false;

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
    if (preload) await this.bridge(page);
    setTimeout(() => this.emit('ready-to-show'), 10);
    return page;
  }

  /** Runs the real preload and gives its bridge to the page. */
  private async bridge(page: Page): Promise<void> {
    await import('../../electron/preload');
    const names = Object.keys(exposed).filter((name) => name !== 'pathOf' && name !== 'onMonitors');
    await page.exposeFunction('hostCall', (name: string, input: unknown) => {
      calling = [...stand.windows].find((window) => window.webContents.page === page) ?? null;
      return exposed[name]?.(input);
    });
    await page.addInitScript((calls: string[]) => {
      const host = (name: string) => (input: unknown) =>
        (window as unknown as { hostCall(name: string, input: unknown): Promise<unknown> }).hostCall(name, input);
      const bridge = {
        ...Object.fromEntries(calls.map((name) => [name, host(name)])),
        pathOf: () => '',
        onMonitors: () => () => {},
      };
      Object.assign(window, { suarHost: bridge });
    }, names);
  }

  page = () => this.ready;
  async loadURL(url: string) {
    await (await this.ready).goto(url).catch((fault: unknown) => this.webContents.emit('did-fail-load', fault));
  }
  async reload() {
    await (await this.ready).reload();
  }
  close() {
    if (this.closing) return;
    this.closing = true;
    this.emit('close', {});
    stand.windows.delete(this);
    void this.ready.then((page) => page.close()).catch(() => {});
    this.emit('closed');
  }
  setBounds() {}
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
    return Object.assign(child, { postMessage: (message: object) => child.connected && child.send(message) });
  },
};
