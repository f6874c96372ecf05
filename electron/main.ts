/** Electron's entry: one instance, then the shell. The station itself runs in a process of its own. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { readFlags, USAGE, UsageError } from './flags';
import type { ShellWords } from './shell/menu';
import { createShell, type Shell } from './shell/shell';

const distDir = import.meta.dirname;
const resourcesDir = app.isPackaged ? join(process.resourcesPath, 'resources') : resolve(distDir, '../../resources');
/** Everything after Electron's own and the app's path. */
const args = process.argv.slice(app.isPackaged ? 1 : 2).filter((arg) => !isChromiumSwitch(arg));

let shell: Shell | null = null;
let stopped = false;

try {
  const flags = readFlags(args, process.env);
  if (flags.data) app.setPath('userData', resolve(flags.data));
  if (app.requestSingleInstanceLock()) app.once('ready', () => open(flags.demo, flags.port, flags.host));
  else app.quit();
} catch (fault) {
  const message = fault instanceof UsageError ? `${fault.message}\n${USAGE}` : String(fault);
  process.stderr.write(`${message}\n`);
  app.exit(fault instanceof UsageError ? 2 : 1);
}

app.on('second-instance', () => shell?.openConsole());
app.on('activate', () => shell?.openConsole());
/** Closing the window leaves the station serving its displays; the tray ends it. */
app.on('window-all-closed', () => {});
app.on('before-quit', (event) => {
  if (stopped || !shell) return;
  event.preventDefault();
  void stopThenQuit(shell);
});

async function stopThenQuit(running: Shell): Promise<void> {
  await running.stop();
  stopped = true;
  app.quit();
}

function open(demo: boolean, port: number | null, host: string | null): void {
  const stationArgs = [
    ...(demo ? ['--demo'] : []),
    ...(port === null ? [] : ['--port', String(port)]),
    ...(host === null ? [] : ['--host', host]),
  ];
  shell = createShell({ distDir, resourcesDir, dataDir: app.getPath('userData'), stationArgs, words: words() });
}

/** The desktop's own language decides; the console inside has its own switch. */
function words(): ShellWords {
  const language = app.getLocale().startsWith('en') ? 'en' : 'id';
  return JSON.parse(readFileSync(join(resourcesDir, 'locales', language, 'shell.json'), 'utf8')) as ShellWords;
}

/** Playwright and Chromium put switches of their own among the arguments. */
function isChromiumSwitch(arg: string): boolean {
  return /^--(no-sandbox|disable-|enable-|remote-debugging|inspect|autoplay-policy|user-data-dir|lang=)/.test(arg);
}
