/** Answers what the console asks of its window. Both ends parse; only the console's own page is listened to. */
import { app, type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { type HostCall, hostCalls } from '../contract/host';
import type { Handover } from './handover';
import type { Monitors } from './monitors';

type Answers = {
  [C in HostCall]: (
    input: z.infer<(typeof hostCalls)[C]['input']>,
  ) => Promise<z.infer<(typeof hostCalls)[C]['output']>>;
};

export interface HostCallsNeed {
  window(): BrowserWindow | null;
  monitors: Monitors;
  handover: Handover;
  isStation(url: string): boolean;
}

export function answerHostCalls(need: HostCallsNeed): void {
  const answers: Answers = {
    chooseFiles: () => chooseFiles(need.window()),
    waitingFiles: async () => need.handover.take(),
    chooseFolder: async () => (await choose(need.window(), ['openDirectory']))[0] ?? null,
    monitors: async () => need.monitors.list(),
    showDisplayOn: async ({ monitorId, page }) => {
      need.monitors.show(monitorId, page);
      return null;
    },
    hideDisplayOn: async ({ monitorId }) => {
      need.monitors.hide(monitorId);
      return null;
    },
    quit: async () => {
      app.quit();
      return null;
    },
  };
  for (const call of Object.keys(hostCalls) as HostCall[]) answer(call, answers, need);
  need.monitors.onChange((list) => need.window()?.webContents.send('suar:monitors', list));
}

function answer<C extends HostCall>(call: C, answers: Answers, need: HostCallsNeed): void {
  ipcMain.handle(`suar:${call}`, async (event, raw: unknown) => {
    if (!fromConsole(event, need)) throw new Error('not for this page');
    const input = hostCalls[call].input.parse(raw) as Parameters<Answers[C]>[0];
    const handler = answers[call] as (input: Parameters<Answers[C]>[0]) => Promise<unknown>;
    return hostCalls[call].output.parse(await handler(input));
  });
}

function fromConsole(event: IpcMainInvokeEvent, need: HostCallsNeed): boolean {
  const frame = event.senderFrame;
  return event.sender === need.window()?.webContents && frame !== null && !frame.parent && need.isStation(frame.url);
}

export const chooseFiles = (window: BrowserWindow | null): Promise<string[]> =>
  choose(window, ['openFile', 'multiSelections']);

async function choose(window: BrowserWindow | null, properties: ('openFile' | 'multiSelections' | 'openDirectory')[]) {
  const { filePaths } = window
    ? await dialog.showOpenDialog(window, { properties })
    : await dialog.showOpenDialog({ properties });
  return filePaths;
}
