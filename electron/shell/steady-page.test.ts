import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryDelay, type SteadyPage, steadyPage } from './steady-page';

const PAGE = 'http://127.0.0.1:4870/display';
const isStation = (url: string) => url.startsWith('http://127.0.0.1:4870/');

/** A window that only keeps what it was asked to load. */
class Window extends EventEmitter {
  loads: string[] = [];
  webContents = Object.assign(new EventEmitter(), {
    getURL: () => this.loads.at(-1) ?? '',
    forcefullyCrashRenderer: vi.fn(() => this.webContents.emit('render-process-gone', {}, { reason: 'killed' })),
  });
  getTitle = () => 'Suar';
  loadURL = async (url: string) => {
    this.loads.push(url);
  };
  fail = (code = -102) => this.webContents.emit('did-fail-load', {}, code, 'ERR', PAGE, true);
  loaded = () => this.webContents.emit('did-finish-load');
  /** Loads of the page, without the slates between them. */
  tries = () => this.loads.filter((url) => !url.startsWith('data:'));
}

let window: Window;
let page: SteadyPage;
beforeEach(() => {
  vi.useFakeTimers();
  window = new Window();
  page = steadyPage(window as unknown as BrowserWindow, () => PAGE, pino({ level: 'silent' }));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('steadyPage', () => {
  it('tries for ever, ever more slowly, with a black slate in between', () => {
    page.open(PAGE);
    for (let fault = 1; fault <= 40; fault++) {
      window.fail();
      expect(window.loads.at(-1)).toMatch(/^data:text\/html,.*background:%23000/);
      vi.advanceTimersByTime(retryDelay(fault) - 1);
      expect(window.tries()).toHaveLength(fault);
      vi.advanceTimersByTime(1);
      expect(window.tries()).toHaveLength(fault + 1);
    }
    expect([1, 2, 3, 8, 40].map(retryDelay)).toEqual([250, 500, 1000, 30_000, 30_000]);
  });

  it('loads a page whose process is gone, and begins with short waits after a good while', () => {
    page.open(PAGE);
    for (let round = 0; round < 3; round++) {
      window.loaded();
      vi.advanceTimersByTime(60_000);
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      vi.advanceTimersByTime(250);
      expect(window.tries()).toHaveLength(round + 2);
    }
  });

  it('waits longer for a page that loads and dies at once', () => {
    page.open(PAGE);
    for (const wait of [250, 500, 1000]) {
      window.loaded();
      window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
      vi.advanceTimersByTime(wait - 1);
      expect(window.loads.at(-1)).toMatch(/^data:/);
      vi.advanceTimersByTime(1);
      expect(window.loads.at(-1)).toBe(PAGE);
    }
  });

  it('ends a page that no longer answers after ten seconds, and spares one that answers again', () => {
    page.open(PAGE);
    window.loaded();
    window.webContents.emit('unresponsive');
    vi.advanceTimersByTime(9_000);
    window.webContents.emit('responsive');
    vi.advanceTimersByTime(60_000);
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
    window.webContents.emit('unresponsive');
    vi.advanceTimersByTime(10_250);
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledTimes(1);
    expect(window.tries()).toHaveLength(2);
  });

  it('asks for a one-time address until it was shown, then for the plain page', () => {
    const once = `${PAGE}?code=1`;
    page.open(once);
    window.fail();
    vi.advanceTimersByTime(250);
    expect(window.tries()).toEqual([once, once]);
    window.loaded();
    window.fail();
    vi.advanceTimersByTime(500);
    expect(window.tries()).toEqual([once, once, PAGE]);
  });

  it('takes a load that another one replaced, and a fault of a part of the page, for none', () => {
    page.open(PAGE);
    window.fail(-3);
    window.webContents.emit('did-fail-load', {}, -102, 'ERR', PAGE, false);
    vi.advanceTimersByTime(60_000);
    expect(window.loads).toEqual([PAGE]);
  });

  it('opens at once when the station is there again or elsewhere, and leaves a page that is on it alone', () => {
    page.open('http://127.0.0.1:9/display');
    page.follow(isStation);
    expect(window.loads.at(-1)).toBe(PAGE);
    window.loaded();
    page.follow(isStation);
    expect(window.tries()).toHaveLength(2);
    window.fail();
    page.follow(isStation);
    expect(window.tries()).toHaveLength(3);
  });

  it('leaves nothing running behind a closed window', () => {
    page.open(PAGE);
    window.fail();
    window.webContents.emit('unresponsive');
    window.emit('closed');
    expect(vi.getTimerCount()).toBe(0);
  });
});
