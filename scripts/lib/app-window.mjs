/** The window where Electron is not to be had: a station of our own and an app window of an installed browser on it. */
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { browserFlags } from './browser.mjs';
import { ROOT } from './run.mjs';
import { say } from './say.mjs';

/**
 * Starts the station with an IPC channel, over which it hands one-time addresses, and opens windows on them.
 * Ends the station when the console window is closed. Answers the exit code.
 */
export function openInBrowser(browser, flags) {
  const station = fork(resolve(ROOT, 'dist/electron/headless.js'), [...flags, '--desktop'], { stdio: 'inherit' });
  const profile = mkdtempSync(join(tmpdir(), 'suar-window-'));
  const windows = [];
  station.on('message', (message) => {
    if (message?.type !== 'open') return;
    if (!browser) return say(`open this address in a browser: ${message.url}`);
    const child = openWindow(browser, join(profile, message.what), message.url, message.what);
    windows.push(child);
    if (message.what === 'console') child.once('exit', () => station.kill('SIGTERM'));
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => station.kill('SIGTERM'));
  return new Promise((done) => {
    station.once('exit', (code) => {
      for (const child of windows) child.kill();
      setTimeout(() => {
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
        done(code ?? 1);
      }, 300);
    });
  });
}

/** Each window has a profile folder of its own, so that it is a process of its own and ends by itself. */
function openWindow(browser, profile, url, what) {
  const size = what === 'display' ? '--window-size=816,440' : '--window-size=1280,800';
  return spawn(browser, [`--app=${url}`, `--user-data-dir=${profile}`, size, ...browserFlags()], { stdio: 'ignore' });
}
