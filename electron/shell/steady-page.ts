/**
 * Keeps a page in its window for ever: a page that did not load, whose process died or that no longer answers is loaded
 * again, ever more slowly, and a black slate stands there meanwhile.
 */
import type { BrowserWindow } from 'electron';
import type { Logger } from 'pino';

const FIRST_MS = 250;
const LONGEST_MS = 30_000;
/** A page that held this long was well: its next fault counts as a first one. */
const WELL_AFTER_MS = 60_000;
/** A long garbage collection or a decoder starting is no fault yet. */
const UNRESPONSIVE_FOR_MS = 10_000;
/** Chromium's ERR_ABORTED: a load that another one took the place of. */
const ABORTED = -3;
const SLATE = 'data:text/html,<html style="background:%23000"></html>';

export interface SteadyPage {
  /** Opens this address; from then on faults bring back what `again` names. */
  open(url: string): void;
  /** Whether it shows, or is about to show, a page that this holds for; not while it waits for its next try. */
  isOn(isStation: (url: string) => boolean): boolean;
  /** The station is there, perhaps elsewhere: a page that is not on it opens now. */
  follow(isStation: (url: string) => boolean): void;
}

/** Delay before attempt `faults` (1 is the first), ms. Pure. */
export const retryDelay = (faults: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(faults - 1, 20));

/** `again` is asked at each retry, since a station may have moved; null when there is nothing to load yet. */
export function steadyPage(window: BrowserWindow, again: () => string | null, log: Logger): SteadyPage {
  let faults = 0;
  let retry: NodeJS.Timeout | null = null;
  let frozen: NodeJS.Timeout | null = null;
  let wellSince: number | null = null;
  /** What was asked for, until it has been shown once: it may carry a one-time code. */
  let asked: string | null = null;
  const contents = window.webContents;

  /** A load that fails says so by `did-fail-load`; the promise says it a second time. */
  const load = (url: string) => void window.loadURL(url).catch(() => {});

  function later(why: object): void {
    if (retry) return;
    if (wellSince !== null && Date.now() - wellSince >= WELL_AFTER_MS) faults = 0;
    wellSince = null;
    faults += 1;
    log.warn({ ...why, faults, title: window.getTitle() }, 'a page is loaded again');
    load(SLATE);
    retry = setTimeout(() => {
      retry = null;
      const url = asked ?? again();
      if (url) load(url);
      else later({ why: 'no station' });
    }, retryDelay(faults));
  }

  contents.on('did-fail-load', (_event, code, words, _url, mainFrame) => {
    if (mainFrame && code !== ABORTED) later({ why: words });
  });
  contents.on('did-finish-load', () => {
    if (retry || contents.getURL().startsWith('data:')) return;
    asked = null;
    wellSince ??= Date.now();
  });
  contents.on('render-process-gone', (_event, { reason }) => later({ why: reason }));
  // A process ended by force says `render-process-gone`, which loads the page again.
  contents.on('unresponsive', () => {
    frozen ??= setTimeout(() => contents.forcefullyCrashRenderer(), UNRESPONSIVE_FOR_MS);
  });
  const thawed = () => {
    if (frozen) clearTimeout(frozen);
    frozen = null;
  };
  contents.on('responsive', thawed);
  contents.on('render-process-gone', thawed);
  window.once('closed', () => {
    if (retry) clearTimeout(retry);
    thawed();
  });

  function open(url: string): void {
    if (retry) clearTimeout(retry);
    retry = null;
    asked = url;
    load(url);
  }

  const isOn = (isStation: (url: string) => boolean) => !retry && isStation(asked || contents.getURL());

  return {
    open,
    isOn,
    follow(isStation) {
      if (isOn(isStation)) return;
      const url = asked && isStation(asked) ? asked : again();
      if (url) open(url);
    },
  };
}
