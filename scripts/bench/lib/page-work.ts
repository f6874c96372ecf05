/** What a page was doing while a frame stood too long: its own calls that may cost time, and how late its thread came to a timer. */
import type { Page } from 'playwright';
import type { Stand } from './picture-log';

export interface PageWork {
  what: string;
  at: number;
  ms: number;
}

/** Before the page is opened. */
export async function recordWork(page: Page): Promise<void> {
  await page.addInitScript(recordInPage);
}

/** All work so far. */
export function workOf(page: Page): Promise<PageWork[]> {
  return page.evaluate(() => (window as unknown as { pageWork: PageWork[] }).pageWork);
}

/** One line for a frame that stood: the work that overlaps it, by kind: times and longest. */
export function workDuring({ clip, frame, from, until }: Stand, work: readonly PageWork[]): string {
  const about = `clip ${clip} frame ${frame} stood ${Math.round(until - from)} ms`;
  const kinds = new Map<string, number[]>();
  for (const { what, at, ms } of work) {
    if (at < until && at + ms > from) kinds.set(what, [...(kinds.get(what) ?? []), ms]);
  }
  const parts = [...kinds].map(
    ([what, times]) => `${what} x${times.length} (longest ${Math.max(...times).toFixed(1)} ms)`,
  );
  return `${about}: ${parts.join(', ') || 'the page did nothing'}`;
}

/** Runs in the page. */
function recordInPage(): void {
  const work: PageWork[] = [];
  Object.defineProperty(window, 'pageWork', { value: work });
  const add = (what: string, at: number) => void work.push({ what, at, ms: performance.now() - at });

  type Method = (...args: never[]) => unknown;
  const wrap = (owner: object, name: string, what: string) => {
    const real = Reflect.get(owner, name) as Method;
    const timed = function (this: unknown, ...args: never[]) {
      const at = performance.now();
      try {
        return real.apply(this, args);
      } finally {
        add(what, at);
      }
    };
    Reflect.set(owner, name, timed);
  };
  wrap(SourceBuffer.prototype, 'appendBuffer', 'appendBuffer');
  wrap(SourceBuffer.prototype, 'remove', 'SourceBuffer.remove');
  wrap(SourceBuffer.prototype, 'changeType', 'changeType');
  wrap(IDBObjectStore.prototype, 'put', 'IndexedDB put');
  wrap(IDBObjectStore.prototype, 'get', 'IndexedDB get');
  wrap(JSON, 'parse', 'JSON.parse');
  wrap(WebSocket.prototype, 'send', 'WebSocket send');
  wrap(HTMLCanvasElement.prototype, 'toBlob', 'picture');
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      work.push({ what: 'long task', at: startTime, ms: duration });
  }).observe({ type: 'longtask' });

  // The thread's own lateness, whoever causes it: work of ours under 50 ms, garbage collection, or a machine busy with others.
  let due = performance.now() + 8;
  const beat = () => {
    const late = performance.now() - due;
    if (late > 16) work.push({ what: 'thread late', at: due, ms: late });
    due = performance.now() + 8;
    setTimeout(beat, 8);
  };
  setTimeout(beat, 8);
}
