/** Electron's entry: where its files are, then the shell. The station itself runs in a process of its own. */
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { launch } from './shell/launch';

launch({
  distDir: import.meta.dirname,
  resourcesDir: app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : resolve(import.meta.dirname, '../../resources'),
  args: process.argv.slice(app.isPackaged ? 1 : 2),
});
