/** What every page in a window of ours is held to. Source: Electron's security checklist, items 2-7, 12-14, 17. */
import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron';

/** Web preferences of every window; only the console gets a preload. */
export function webPreferences(
  partition: string,
  preload: string | null,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    navigateOnDragDrop: false,
    spellcheck: false,
    autoplayPolicy: 'no-user-gesture-required',
    partition,
    ...(preload ? { preload } : {}),
  };
}

/** Stays on the station: no navigation away, no new windows, no embedded web views. */
export function keepOnStation(contents: WebContents, isStation: (url: string) => boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const refuse = (event: { preventDefault(): void }, url: string) => {
    if (!isStation(url)) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Every permission a page may ask for is refused, asked or checked. With `outputs` a page may see which sound outputs there are and
 * choose one, as the radio's cart does; to hear the microphone it would have to ask, and is refused.
 */
export function refusePermissions(session: Session, outputs = false): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(outputs && permission === 'speaker-selection'),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, { mediaType }) =>
      outputs && ((permission as string) === 'speaker-selection' || (permission === 'media' && mediaType === 'audio')),
  );
  session.setDevicePermissionHandler(() => false);
}
