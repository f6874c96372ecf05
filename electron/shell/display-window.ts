/** One display page, full screen on one monitor, in a session of its own, kept loaded for ever. */
import { BrowserWindow, session } from 'electron';
import type { Logger } from 'pino';
import type { Rectangle } from './bounds';
import { keepOnStation, refusePermissions, webPreferences } from './guard';
import { steadyPage } from './steady-page';

export interface DisplayWindow {
  /** A path on the station, such as the one-time address of a display. */
  open(page: string): void;
  /** Moves to where its monitor is now. */
  place(bounds: Rectangle): void;
  /** A station that had to move to another port left the page behind on the old one. */
  follow(): void;
  close(): void;
  onClosed(listener: () => void): void;
}

export interface DisplayWindowNeeds {
  /** Names its session. */
  key: string;
  bounds: Rectangle;
  /** A path to begin with, such as a one-time address; null is the plain display page. */
  page: string | null;
  address(): string | null;
  isStation(url: string): boolean;
  log: Logger;
}

export function openDisplayWindow({
  key,
  bounds,
  page: first,
  address,
  isStation,
  log,
}: DisplayWindowNeeds): DisplayWindow {
  const partition = `persist:display-${key}`;
  refusePermissions(session.fromPartition(partition));
  const window = new BrowserWindow({
    ...bounds,
    frame: false,
    kiosk: true,
    fullscreen: true,
    skipTaskbar: true,
    backgroundColor: '#000000',
    title: `Suar ${key}`,
    webPreferences: { ...webPreferences(partition, null), backgroundThrottling: false },
  });
  keepOnStation(window.webContents, isStation);
  const plain = () => urlOf('/display');
  const page = steadyPage(window, plain, log);
  let at = bounds;

  function urlOf(path: string): string | null {
    const origin = address();
    return origin ? new URL(path, origin).href : null;
  }

  function open(path: string): void {
    const url = urlOf(path);
    if (url) page.open(url);
  }

  open(first ?? '/display');
  return {
    open,
    place(next) {
      const moved = next.x !== at.x || next.y !== at.y || next.width !== at.width || next.height !== at.height;
      at = next;
      if (moved) window.setBounds(next);
    },
    follow: () => page.follow(isStation),
    close: () => window.close(),
    onClosed: (listener) => window.once('closed', listener),
  };
}
