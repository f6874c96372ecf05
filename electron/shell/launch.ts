/** One instance, the order of start and stop, and what a wrong command line is told. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { z } from 'zod';
import { dataDirOf, readWindowFlags, USAGE, UsageError } from '../flags';
import { type OpenLog, openLog } from '../log';
import { createShell, type Shell, type ShellOptions } from './shell';
import { languageOf, loadWords } from './words';

export interface LaunchOptions {
  /** Built files: `headless.js`, `preload.cjs`. */
  distDir: string;
  resourcesDir: string;
  /** The command line after Electron's own words and the app's path. */
  args: readonly string[];
}

/** A Linux desktop hands over addresses of files (`%U`), a terminal or Windows paths. */
const pathOf = (word: string): string => (word.startsWith('file:') ? fileURLToPath(word) : resolve(word));

type Flags = ReturnType<typeof readWindowFlags>;

/** What a second start hands to the first; its command line itself is reordered by Chromium on the way. */
const Handed = z.object({ files: z.array(z.string()) });

export function launch(options: LaunchOptions): void {
  const flags = flagsOrExit(options.args);
  if (!flags) return;
  const files = flags.files.map(pathOf);
  // Electron's own lock is by this folder: a demo runs beside the real station, and one station only once.
  app.setPath('userData', dataDirOf(flags));
  if (!app.requestSingleInstanceLock({ files } satisfies z.infer<typeof Handed>)) return app.quit();
  const early = takeEarlyFiles(files);
  app.once('ready', () => {
    openLog(join(app.getPath('userData'), 'logs'), 'shell')
      .then((opened) => {
        const shell = createShell(shellOptions(options, flags, opened));
        run(shell, opened);
        early(shell);
      })
      .catch((fault: unknown) => cannotStart(options, fault));
  });
}

/** A folder that cannot be written, an installation that lacks a file: said in a box, since nobody reads its terminal. */
function cannotStart({ resourcesDir }: LaunchOptions, fault: unknown): void {
  const { shell } = loadWords(resourcesDir, languageOf(null, app.getLocale()));
  dialog.showErrorBox('Suar', `${shell.cannotStart}\n\n${String(fault)}`);
  app.exit(1);
}

/** macOS names a file dropped on the icon before there is a shell; from then on it gets them itself. */
function takeEarlyFiles(files: string[]): (shell: Shell) => void {
  let add = (paths: readonly string[]): void => {
    files.push(...paths);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    add([path]);
  });
  return (shell) => {
    add = shell.addFiles;
    shell.addFiles(files);
  };
}

function run(shell: Shell, { closeLog }: OpenLog): void {
  let stopped = false;
  app.on('second-instance', (_event, _argv, _folder, handed: unknown) => {
    shell.openConsole();
    shell.addFiles(Handed.safeParse(handed).data?.files ?? []);
  });
  app.on('activate', shell.openConsole);
  /** Closing the window leaves the station serving its displays; the tray ends it. */
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void shell
      .stop()
      .then(closeLog)
      .then(() => {
        stopped = true;
        app.quit();
      });
  });
}

function shellOptions({ distDir, resourcesDir }: LaunchOptions, flags: Flags, { log }: OpenLog): ShellOptions {
  const { demo, port, host } = flags;
  const stationArgs = [
    ...(demo ? ['--demo'] : []),
    ...(port === null ? [] : ['--port', String(port)]),
    ...(host === null ? [] : ['--host', host]),
  ];
  return { distDir, resourcesDir, dataDir: app.getPath('userData'), stationArgs, portGiven: port !== null, log };
}

function flagsOrExit(args: readonly string[]): Flags | null {
  try {
    return readWindowFlags(
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

/** Playwright and Chromium put switches of their own among the arguments. */
function isChromiumSwitch(arg: string): boolean {
  return /^--(no-sandbox|disable-|enable-|remote-debugging|inspect|autoplay-policy|user-data-dir|lang=)/.test(arg);
}
