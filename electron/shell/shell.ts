/** Builds the shell: who is told what, in which order things start and stop. */

import { join } from 'node:path';
import { app, dialog, type Tray } from 'electron';
import type { FromStation } from '../contract/shell-messages';
import { answerHostCalls } from './host-calls';
import { type MenuActions, type ShellWords, setMenu, setTray } from './menu';
import { createMonitors } from './monitors';
import { openState } from './state';
import { startStation } from './station-process';
import { createConsole } from './windows';

export interface ShellOptions {
  /** Built files: `headless.js`, `preload.cjs`. */
  distDir: string;
  resourcesDir: string;
  dataDir: string;
  /** Handed on to the station. */
  stationArgs: readonly string[];
  words: ShellWords;
}

export interface Shell {
  /** Brings the console forward, or asks the station for a new one-time address. */
  openConsole(): void;
  stop(): Promise<void>;
}

export function createShell(options: ShellOptions): Shell {
  const { distDir, resourcesDir, dataDir, words } = options;
  const state = openState(join(dataDir, 'shell.json'));
  const isStation = (url: string) => URL.canParse(url) && new URL(url).origin === station.address();
  const console = createConsole(join(distDir, 'preload.cjs'), state, isStation);
  const monitors = createMonitors(state, () => station.address(), isStation);
  const args = [...options.stationArgs, '--desktop', '--data', dataDir];
  const station = startStation(join(distDir, 'headless.js'), args, { message: hear, troubled });
  let tray: Tray | null = null;

  function hear(message: FromStation): void {
    switch (message.type) {
      case 'ready':
        monitors.restore();
        break;
      case 'open':
        if (message.what === 'console') console.open(message.url);
        else showDemo(message.url);
        break;
      case 'cannotStart':
        dialog.showErrorBox('Suar', message.message);
        app.exit(1);
        break;
      default:
        message satisfies never;
    }
  }

  /** The demo's display goes on a second monitor where there is one; the console shows it otherwise. */
  function showDemo(url: string): void {
    const second = monitors.list().find((monitor) => !monitor.primary);
    const { pathname, search } = new URL(url);
    if (second) monitors.show(second.id, `${pathname}${search}`);
  }

  function troubled(code: number): void {
    dialog.showErrorBox(
      'Suar',
      `The station keeps ending (code ${code}). It goes on being restarted; see ${join(dataDir, 'logs')}.`,
    );
  }

  const openConsole = () => {
    if (!console.show()) station.send({ type: 'openConsole' });
  };
  const actions: MenuActions = { open: openConsole, quit: () => app.quit() };
  setMenu(words, actions);
  tray = setTray(join(resourcesDir, 'icons', 'tray.png'), words, actions);
  answerHostCalls({ window: console.window, monitors, isStation });

  return {
    openConsole,
    async stop() {
      await station.stop();
      tray?.destroy();
    },
  };
}
