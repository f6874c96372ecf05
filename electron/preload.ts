/** The one bridge into the console's page: calls of `contract/host`, parsed on both ends. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { z } from 'zod';
import { type HostCall, hostCalls, Monitor, type SuarHost } from './contract/host';

const call =
  <C extends HostCall>(name: C) =>
  async (input: unknown) => {
    const { input: goesIn, output: comesOut } = hostCalls[name];
    return comesOut.parse(await ipcRenderer.invoke(`suar:${name}`, goesIn.parse(input))) as never;
  };

const host: SuarHost = {
  chooseFiles: call('chooseFiles'),
  waitingFiles: call('waitingFiles'),
  chooseFolder: call('chooseFolder'),
  monitors: call('monitors'),
  showDisplayOn: call('showDisplayOn'),
  hideDisplayOn: call('hideDisplayOn'),
  quit: call('quit'),
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  onFiles: (listener) => on('files', () => listener()),
  onMonitors: (listener) => on('monitors', (list) => listener(z.array(Monitor).parse(list))),
};

function on(name: string, listener: (news: unknown) => void): () => void {
  const hear = (_event: unknown, news: unknown) => listener(news);
  ipcRenderer.on(`suar:${name}`, hear);
  return () => {
    ipcRenderer.off(`suar:${name}`, hear);
  };
}

contextBridge.exposeInMainWorld('suarHost', host);
