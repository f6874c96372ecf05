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

/** What the radio needs: to hear its input (never a camera), and to choose where a tone goes. */
const SOUND = new Set(['media', 'speaker-selection']);
const isVideo = (types: readonly string[] | undefined): boolean => types?.includes('video') ?? false;

/** Of all permissions the console may only have sound, and only on a page of the station. */
export function allowSoundOnly(session: Session, isStation: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? details.mediaTypes : undefined;
    answer(SOUND.has(permission) && !isVideo(types) && isStation(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      SOUND.has(permission) && mediaType !== 'video' && isStation(`${origin}/`),
  );
  session.setDevicePermissionHandler(() => false);
}

/** Every permission a page may ask for is refused, asked or checked. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
