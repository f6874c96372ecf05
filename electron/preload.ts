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
  chooseFolder: call('chooseFolder'),
  monitors: call('monitors'),
  showDisplayOn: call('showDisplayOn'),
  hideDisplayOn: call('hideDisplayOn'),
  quit: call('quit'),
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  onMonitors(listener) {
    const hear = (_event: unknown, list: unknown) => listener(z.array(Monitor).parse(list));
    ipcRenderer.on('suar:monitors', hear);
    return () => {
      ipcRenderer.off('suar:monitors', hear);
    };
  },
};

contextBridge.exposeInMainWorld('suarHost', host);
