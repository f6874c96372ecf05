/** One instance, the order of start and stop, and what a wrong command line is told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { dataDirOf, readFlags, type StationFlags, USAGE, UsageError } from '../flags';
import type { ShellWords } from './menu';
import { createShell, type Shell } from './shell';

export interface LaunchOptions {
  /** Built files: `headless.js`, `preload.cjs`. */
  distDir: string;
  resourcesDir: string;
  /** The command line after Electron's own words and the app's path. */
  args: readonly string[];
}

export function launch(options: LaunchOptions): void {
  const flags = flagsOrExit(options.args);
  if (!flags) return;
  // Electron's own lock is by this folder: a demo runs beside the real station, and one station only once.
  app.setPath('userData', dataDirOf(flags));
  if (app.requestSingleInstanceLock()) app.once('ready', () => run(createShell(shellOptions(options, flags))));
  else app.quit();
}

function run(shell: Shell): void {
  let stopped = false;
  app.on('second-instance', shell.openConsole);
  app.on('activate', shell.openConsole);
  /** Closing the window leaves the station serving its displays; the tray ends it. */
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void shell.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
}

function shellOptions({ distDir, resourcesDir }: LaunchOptions, { demo, port, host }: StationFlags) {
  const stationArgs = [
    ...(demo ? ['--demo'] : []),
    ...(port === null ? [] : ['--port', String(port)]),
    ...(host === null ? [] : ['--host', host]),
  ];
  return { distDir, resourcesDir, dataDir: app.getPath('userData'), stationArgs, words: words(resourcesDir) };
}

function flagsOrExit(args: readonly string[]): StationFlags | null {
  try {
    return readFlags(
      args.filter((arg) => !isChromiumSwitch(arg)),
      process.env,
    );
  } catch (fault) {
    const usage = fault instanceof UsageError;
    process.stderr.write(`${usage ? `${fault.message}\n${USAGE}` : String(fault)}\n`);
    app.exit(usage ? 2 : 1);
    return null;
  }
}

/** The desktop's own language decides; the console inside has its own switch. */
function words(resourcesDir: string): ShellWords {
  const language = app.getLocale().startsWith('en') ? 'en' : 'id';
  return JSON.parse(readFileSync(join(resourcesDir, 'locales', language, 'shell.json'), 'utf8')) as ShellWords;
}

/** Playwright and Chromium put switches of their own among the arguments. */
function isChromiumSwitch(arg: string): boolean {
  return /^--(no-sandbox|disable-|enable-|remote-debugging|inspect|autoplay-policy|user-data-dir|lang=)/.test(arg);
}
