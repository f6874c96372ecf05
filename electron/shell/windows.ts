/** The console window: one, remembered where it was, locked to the station. */
import { BrowserWindow, screen, session } from 'electron';
import type { Logger } from 'pino';
import { stillReachable } from './bounds';
import { allowSoundOnly, keepOnStation, webPreferences } from './guard';
import type { StateFile } from './state';
import { type SteadyPage, steadyPage } from './steady-page';

const CONSOLE_PARTITION = 'persist:console';
/** The console's own dark ground, so that a window never flashes white. */
const GROUND = '#11151a';

export interface ConsoleWindow {
  /** Opens on this address, or brings the open window on it. */
  open(url: string): void;
  /** A window that is not on the station as it is now opens on this address; one that is stays as it is. */
  follow(url: string): void;
  /** Brings the window forward; false when there is none. */
  show(): boolean;
  window(): BrowserWindow | null;
}

export interface ConsoleNeeds {
  preload: string;
  state: StateFile;
  address(): string | null;
  isStation(url: string): boolean;
  log: Logger;
}

export function createConsole({ preload, state, address, isStation, log }: ConsoleNeeds): ConsoleWindow {
  let window: BrowserWindow | null = null;
  let page: SteadyPage | null = null;
  allowSoundOnly(session.fromPartition(CONSOLE_PARTITION), isStation);

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      ...placed(state),
      minWidth: 900,
      minHeight: 600,
      show: false,
      backgroundColor: GROUND,
      title: 'Suar',
      webPreferences: webPreferences(CONSOLE_PARTITION, preload),
    });
    keepOnStation(made.webContents, isStation);
    if (state.get().maximised) made.maximize();
    made.once('ready-to-show', () => made.show());
    made.on('close', () => state.set({ bounds: made.getNormalBounds(), maximised: made.isMaximized() }));
    made.once('closed', () => {
      window = null;
      page = null;
    });
    page = steadyPage(made, address, log);
    return made;
  }

  function open(url: string): void {
    window ??= make();
    page?.open(url);
  }

  function show(): boolean {
    if (!window) return false;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return true;
  }

  return {
    open,
    follow(url) {
      if (window && !page?.isOn(isStation)) open(url);
    },
    show,
    window: () => window,
  };
}

function placed(state: StateFile) {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  return stillReachable(state.get().bounds, screens) ?? { width: 1280, height: 800 };
}
