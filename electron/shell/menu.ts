/** Menu and tray, in the words of each language's `shell.json`. */
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { ShellWords } from './words';

export interface MenuActions {
  open(): void;
  addFiles(): void;
  quit(): void;
}

/** Edit roles are needed on macOS for copy and paste to work at all; undo stays the console's own. */
export function setMenu(words: ShellWords, actions: MenuActions): void {
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file,
      submenu: [
        { label: words.open, click: actions.open },
        { label: words.addFiles, accelerator: 'CommandOrControl+O', click: actions.addFiles },
        { type: 'separator' },
        { label: words.quit, accelerator: 'CommandOrControl+Q', click: actions.quit },
      ],
    },
    { label: words.edit, submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    {
      label: words.view,
      submenu: [
        { role: 'reload' },
        { role: 'togglefullscreen' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The tray keeps the station reachable when its window is closed: displays go on being served. */
export function createTray(icon: string, open: () => void): Tray {
  const tray = new Tray(nativeImage.createFromPath(icon));
  tray.on('click', open);
  return tray;
}

export function nameTray(tray: Tray, words: ShellWords, actions: MenuActions): void {
  tray.setToolTip(words.stillServing);
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: words.open, click: actions.open },
      { label: words.quit, click: actions.quit },
    ]),
  );
}
