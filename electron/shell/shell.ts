/** Builds the shell: who is told what, in which order things start and stop. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Logger } from 'pino';
import type { FromStation } from '../contract/shell-messages';
import { createHandover } from './handover';
import { answerHostCalls, chooseFiles } from './host-calls';
import { createTray, type MenuActions, nameTray, setMenu } from './menu';
import { createMonitors } from './monitors';
import { openState } from './state';
import { startStation } from './station-process';
import { createConsole } from './windows';
import { fill, languageOf, loadWords } from './words';

export interface ShellOptions {
  /** Built files: `headless.js`, `preload.cjs`. */
  distDir: string;
  resourcesDir: string;
  dataDir: string;
  /** Handed on to the station. */
  stationArgs: readonly string[];
  /** A port was wished for: the first start takes that one or none. */
  portGiven: boolean;
  log: Logger;
}

export interface Shell {
  /** Brings the console forward, or asks the station for a new one-time address. */
  openConsole(): void;
  /** Files from outside, by absolute path. */
  addFiles(paths: readonly string[]): void;
  stop(): Promise<void>;
}

export function createShell({ distDir, resourcesDir, dataDir, stationArgs, portGiven, log }: ShellOptions): Shell {
  const state = openState(join(dataDir, 'shell.json'), log);
  const isStation = (url: string) => URL.canParse(url) && new URL(url).origin === station.address();
  const address = () => station.address();
  const console = createConsole({ preload: join(distDir, 'preload.cjs'), state, address, isStation, log });
  const monitors = createMonitors({ state, address, isStation, log });
  const station = startStation(join(distDir, 'headless.js'), stationWords, { message: hear, troubled }, log);
  const actions: MenuActions = { open: openConsole, addFiles: () => void pick(), quit: () => app.quit() };
  const tray = createTray(join(resourcesDir, 'icons', 'tray.png'), openConsole);
  const handover = createHandover(() => {
    openConsole();
    console.window()?.webContents.send('suar:files');
  });
  let words = speak();
  /** A console is to be opened on the next one-time address; one that a restart sends is not asked for. */
  let consoleWanted = true;

  function stationWords(portBefore: number | null): string[] {
    const again = portBefore ?? (portGiven ? null : state.get().port);
    const onSamePort = again === null ? [] : ['--again-on', String(again)];
    return [...stationArgs, ...onSamePort, '--desktop', '--data', dataDir];
  }

  /** Menus, tray and boxes in the station's language. */
  function speak() {
    const found = loadWords(resourcesDir, languageOf(state.get().language, app.getLocale()));
    setMenu(found.shell, actions);
    nameTray(tray, found.shell, actions);
    return found;
  }

  function hear(message: FromStation): void {
    switch (message.type) {
      case 'ready':
        served(Number(new URL(message.address).port));
        break;
      case 'open':
        if (message.what === 'display') showDemo(message.url);
        else openOn(message.url);
        break;
      case 'language':
        if (state.get().language === message.language) break;
        state.set({ language: message.language });
        words = speak();
        break;
      case 'cannotStart':
        log.error({ reason: message.reason }, message.message);
        dialog.showErrorBox('Suar', because(message));
        app.exit(1);
        break;
      default:
        message satisfies never;
    }
  }

  function served(port: number): void {
    const before = state.get().port;
    if (before !== port) state.set({ port });
    log.info({ port, before }, 'the station serves');
    monitors.restore();
  }

  /** A fault of ours has no sentence: its own words follow the plain one. */
  function because({
    message,
    reason,
  }: {
    message: string;
    reason: Parameters<typeof words.reason>[0] | null;
  }): string {
    return (reason && words.reason(reason)) ?? `${words.shell.cannotStart}\n\n${message}`;
  }

  function openOn(url: string): void {
    if (consoleWanted) console.open(url);
    else console.follow(url);
    consoleWanted = false;
  }

  /** The demo's display goes on a second monitor where there is one; the console shows it otherwise. */
  function showDemo(url: string): void {
    const second = monitors.list().find((monitor) => !monitor.primary);
    const { pathname, search } = new URL(url);
    if (second) monitors.show(second.id, `${pathname}${search}`);
  }

  function troubled(code: number): void {
    dialog.showErrorBox('Suar', fill(words.shell.keepsEnding, { code, logs: join(dataDir, 'logs') }));
  }

  function openConsole(): void {
    if (console.show()) return;
    consoleWanted = true;
    station.send({ type: 'openConsole' });
  }

  async function pick(): Promise<void> {
    handover.add(await chooseFiles(console.window()));
  }

  answerHostCalls({ window: console.window, monitors, handover, isStation });

  return {
    openConsole,
    addFiles: handover.add,
    async stop() {
      await station.stop();
      tray.destroy();
    },
  };
}
