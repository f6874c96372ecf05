/**
 * Display pages full screen on monitors. A choice is kept and put back after a restart, and when its monitor is plugged
 * in again. Each monitor's page has a session of its own, so each is a display of its own with its own token.
 */
import { BrowserWindow, type Display, powerSaveBlocker, screen, session } from 'electron';
import type { Monitor } from '../contract/host';
import { keepOnStation, refusePermissions, webPreferences } from './guard';
import { match, placementOf } from './placements';
import type { StateFile } from './state';

export interface Monitors {
  list(): Monitor[];
  /** `page` is a path on the station; null is the plain display page. @throws when the monitor is gone. */
  show(monitorId: string, page: string | null): void;
  hide(monitorId: string): void;
  /** Puts every remembered page back on its monitor. Called when the station serves, and whenever monitors change. */
  restore(): void;
  onChange(listener: (monitors: Monitor[]) => void): void;
}

export function createMonitors(
  state: StateFile,
  address: () => string | null,
  isStation: (url: string) => boolean,
): Monitors {
  const windows = new Map<string, BrowserWindow>();
  const listeners: ((monitors: Monitor[]) => void)[] = [];
  let awake: number | null = null;

  const list = () => screen.getAllDisplays().map((display) => describe(display, windows.has(String(display.id))));
  const changed = () => {
    stayAwake();
    for (const listener of listeners) listener(list());
  };

  /** No sleep and no screen saver while any monitor shows a display page. */
  function stayAwake(): void {
    if (windows.size > 0) awake ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (awake !== null) {
      powerSaveBlocker.stop(awake);
      awake = null;
    }
  }

  function open(monitor: Display, page: string | null): void {
    const id = String(monitor.id);
    const origin = address();
    if (!origin) return;
    const window = windows.get(id) ?? make(monitor, id);
    void window.loadURL(new URL(page ?? '/display', origin).href);
    changed();
  }

  function make(monitor: Display, id: string): BrowserWindow {
    const partition = `persist:display-${placementKey(monitor)}`;
    refusePermissions(session.fromPartition(partition));
    const window = new BrowserWindow({
      ...monitor.bounds,
      frame: false,
      kiosk: true,
      fullscreen: true,
      skipTaskbar: true,
      backgroundColor: '#000000',
      title: 'Suar',
      webPreferences: { ...webPreferences(partition, null), backgroundThrottling: false },
    });
    keepOnStation(window.webContents, isStation);
    window.webContents.on('render-process-gone', () => window.reload());
    windows.set(id, window);
    window.once('closed', () => {
      windows.delete(id);
      changed();
    });
    return window;
  }

  /** A station that had to start again on another port leaves its pages behind on the old one. */
  function isServed(window: BrowserWindow | undefined): boolean {
    const url = window?.webContents.getURL();
    return url !== undefined && (url === '' || isStation(url));
  }

  function close(id: string): void {
    windows.get(id)?.close();
  }

  function restore(): void {
    const there = screen.getAllDisplays();
    const wanted = match(state.get().placements, list());
    for (const monitor of wanted.values()) {
      const display = there.find(({ id }) => String(id) === monitor.id);
      if (display && !isServed(windows.get(monitor.id))) open(display, null);
    }
    for (const id of windows.keys()) if (!there.some((display) => String(display.id) === id)) close(id);
    changed();
  }

  screen.on('display-added', restore);
  screen.on('display-removed', restore);
  screen.on('display-metrics-changed', (_event, display) => {
    windows.get(String(display.id))?.setBounds(display.bounds);
    changed();
  });

  return {
    list,
    show(monitorId, page) {
      const display = screen.getAllDisplays().find(({ id }) => String(id) === monitorId);
      if (!display) throw new Error(`no monitor ${monitorId}`);
      const place = placementOf(describe(display, true));
      const others = state.get().placements.filter((known) => known.monitorId !== monitorId);
      state.set({ placements: [...others, place] });
      open(display, page);
    },
    hide(monitorId) {
      state.set({ placements: state.get().placements.filter((known) => known.monitorId !== monitorId) });
      close(monitorId);
    },
    restore,
    onChange: (listener) => listeners.push(listener),
  };
}

function describe(display: Display, showing: boolean): Monitor {
  return {
    id: String(display.id),
    label: display.label || `${display.size.width} x ${display.size.height}`,
    width: Math.round(display.size.width * display.scaleFactor),
    height: Math.round(display.size.height * display.scaleFactor),
    primary: display.id === screen.getPrimaryDisplay().id,
    showing,
  };
}

/** Names the session by what survives replugging, so that the page finds its token and cache again. */
function placementKey(display: Display): string {
  return `${display.label || 'monitor'}-${display.size.width}x${display.size.height}`.replace(/[^A-Za-z0-9-]+/g, '_');
}
