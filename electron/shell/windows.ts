/** The console window: one, remembered where it was, locked to the station. */
import { BrowserWindow, screen, session } from 'electron';
import { stillReachable } from './bounds';
import { keepOnStation, refusePermissions, webPreferences } from './guard';
import type { StateFile } from './state';

const CONSOLE_PARTITION = 'persist:console';
/** The console's own dark ground, so that a window never flashes white. */
const GROUND = '#11151a';

export interface ConsoleWindow {
  /** Opens on this address, or brings the open window forward on it. */
  open(url: string): void;
  /** Brings the window forward; false when there is none. */
  show(): boolean;
  window(): BrowserWindow | null;
}

export function createConsole(preload: string, state: StateFile, isStation: (url: string) => boolean): ConsoleWindow {
  let window: BrowserWindow | null = null;
  refusePermissions(session.fromPartition(CONSOLE_PARTITION));

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
    });
    return made;
  }

  function show(): boolean {
    if (!window) return false;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return true;
  }

  return {
    open(url) {
      window ??= make();
      void window.loadURL(url);
    },
    show,
    window: () => window,
  };
}

function placed(state: StateFile) {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  return stillReachable(state.get().bounds, screens) ?? { width: 1280, height: 800 };
}
