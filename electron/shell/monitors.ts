/**
 * Display pages full screen on monitors. A choice is kept and put back after a restart, and when its monitor is plugged
 * in again. Each placement's page has a session of its own, so each is a display of its own with its own token.
 */
import { type Display, screen } from 'electron';
import type { Logger } from 'pino';
import type { Monitor } from '../contract/host';
import { keepAwake } from './awake';
import { type DisplayWindow, openDisplayWindow } from './display-window';
import { followed, match, type Placement, placed, type Seat, sameSeat } from './placements';
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

export interface MonitorsNeed {
  state: StateFile;
  address(): string | null;
  isStation(url: string): boolean;
  log: Logger;
}

export function createMonitors({ state, address, isStation, log }: MonitorsNeed): Monitors {
  /** By the placement's key: the monitor under a page may change its id. */
  const windows = new Map<string, DisplayWindow>();
  const listeners: ((monitors: Monitor[]) => void)[] = [];
  const awake = keepAwake();

  const seats = () => screen.getAllDisplays().map(seatOf);
  const placements = () => state.get().placements;

  function list(): Monitor[] {
    const primary = String(screen.getPrimaryDisplay().id);
    const there = seats();
    const pairs = [...match(placements(), there)];
    const showing = pairs.filter(([{ key }]) => windows.has(key)).map(([, seat]) => seat.monitorId);
    return there.map(({ monitorId: id, ...seat }) => ({
      ...seat,
      id,
      primary: id === primary,
      showing: showing.includes(id),
    }));
  }

  function changed(): void {
    awake(windows.size > 0);
    for (const listener of listeners) listener(list());
  }

  function remember(next: Placement[]): void {
    const before = placements();
    const same =
      next.length === before.length &&
      next.every((place, index) => {
        const old = before[index];
        return old !== undefined && old.key === place.key && old.shown === place.shown && sameSeat(old, place);
      });
    if (!same) state.set({ placements: next });
  }

  /** Every shown placement has its window on its monitor, and no other window is left. */
  function arrange(first?: { monitorId: string; page: string | null }): void {
    const displays = screen.getAllDisplays();
    remember(followed(placements(), displays.map(seatOf)));
    const wanted = match(placements(), displays.map(seatOf));
    for (const [key, window] of windows) {
      if (![...wanted.keys()].some((place) => place.key === key && place.shown)) window.close();
    }
    for (const [place, { monitorId }] of wanted) {
      const display = displays.find(({ id }) => String(id) === monitorId);
      const page = first?.monitorId === monitorId ? first.page : null;
      if (display && place.shown) windowOf(place.key, display, page)?.place(display.bounds);
    }
    changed();
  }

  function windowOf(key: string, display: Display, page: string | null): DisplayWindow | null {
    const known = windows.get(key);
    if (known) {
      if (page) known.open(page);
      return known;
    }
    if (!address()) return null;
    const opened = openDisplayWindow({ key, bounds: display.bounds, page, address, isStation, log });
    windows.set(key, opened);
    opened.onClosed(() => {
      windows.delete(key);
      changed();
    });
    return opened;
  }

  function set(monitorId: string, shown: boolean, page: string | null): void {
    const there = seats();
    const monitor = there.find((seat) => seat.monitorId === monitorId);
    if (!monitor) throw new Error(`no monitor ${monitorId}`);
    remember(placed(placements(), monitor, there, shown));
    arrange({ monitorId, page });
  }

  for (const event of ['display-added', 'display-removed', 'display-metrics-changed'] as const) {
    screen.on(event as 'display-added', () => arrange());
  }

  return {
    list,
    show: (monitorId, page) => set(monitorId, true, page),
    hide: (monitorId) => set(monitorId, false, null),
    restore() {
      for (const window of windows.values()) window.follow();
      arrange();
    },
    onChange: (listener) => listeners.push(listener),
  };
}

/** The label as the system gives it, empty where it gives none; the place on the desktop, the size in real pixels. */
function seatOf({ id, label, bounds, size, scaleFactor }: Display): Seat {
  const width = Math.round(size.width * scaleFactor);
  const height = Math.round(size.height * scaleFactor);
  return { monitorId: String(id), label, x: bounds.x, y: bounds.y, width, height };
}
