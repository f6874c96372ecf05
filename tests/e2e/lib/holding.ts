/** What a display page holds: read from outside through the browser's own tools, after a collection of garbage. */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';

export interface Holding {
  /** Since the first reading. */
  atS: number;
  changes: number;
  faults: number;
  heapMb: number;
  /** Resident memory of the page's process; 0 where there is no /proc. */
  rssMb: number;
  nodes: number;
  listeners: number;
  /** Living, in the page or not. */
  videos: number;
  images: number;
  mediaSources: number;
  sourceBuffers: number;
  blobs: number;
  /** Object URLs made and not revoked. */
  objectUrls: number;
  /** Largest number of ranges in one buffer, and the longest stretch it holds. */
  ranges: number;
  bufferedS: number;
  /** Files and chunks on the page's disk, and plays waiting there. */
  files: number;
  chunks: number;
  plays: number;
}

/** Prepares a page for readings. Object URLs are counted from here on. */
export async function holdingReader(page: Page): Promise<() => Promise<Holding>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.evaluate(countUrls);
  const pid = await rendererPid(page);
  const started = performance.now();
  return async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0;
    const round = (value: number) => Math.round(value * 10) / 10;
    return {
      atS: Math.round((performance.now() - started) / 1000),
      ...(await page.evaluate(lookInPage)),
      heapMb: round(usedSize / 2 ** 20),
      rssMb: pid ? round(rssKb(pid) / 1024) : 0,
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      videos: await living(cdp, 'HTMLVideoElement'),
      images: await living(cdp, 'HTMLImageElement'),
      mediaSources: await living(cdp, 'MediaSource'),
      sourceBuffers: await living(cdp, 'SourceBuffer'),
      blobs: await living(cdp, 'Blob'),
    };
  };
}

async function living(cdp: CDPSession, type: string): Promise<number> {
  const group = { objectGroup: 'holding' };
  const prototype = await cdp.send('Runtime.evaluate', { expression: `${type}.prototype`, ...group });
  const { objects } = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
    ...group,
  });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
  });
  await cdp.send('Runtime.releaseObjectGroup', group);
  return Number(result.value);
}

async function rendererPid(page: Page): Promise<number | null> {
  const cdp = await page.context().browser()?.newBrowserCDPSession();
  if (!cdp || process.platform !== 'linux') return null;
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter((each) => each.type === 'renderer');
  return renderers.sort((a, b) => b.cpuTime - a.cpuTime)[0]?.id ?? null;
}

function rssKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

/** Runs in the page. */
function countUrls(): void {
  const urls = new Set<string>();
  const [make, revoke] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)];
  URL.createObjectURL = (what) => {
    const url = make(what);
    urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revoke(url);
  };
  Object.defineProperty(window, 'livingUrls', { value: urls });
}

/** Runs in the page. */
async function lookInPage() {
  const ranges = [...document.querySelectorAll('video')].map(({ buffered }) =>
    Array.from({ length: buffered.length }, (_, i) => buffered.end(i) - buffered.start(i)),
  );
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('suar-display');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const count = (store: string) =>
    new Promise<number>((resolve) => {
      const counting = db.transaction(store).objectStore(store).count();
      counting.onsuccess = () => resolve(counting.result);
    });
  const [files, chunks, plays] = [await count('files'), await count('chunks'), await count('plays')];
  db.close();
  const urls = (window as unknown as { livingUrls: Set<string> }).livingUrls;
  return {
    changes: window.__suarDisplay.changes.length,
    faults: window.__suarDisplay.faults.length,
    objectUrls: urls.size,
    ranges: Math.max(0, ...ranges.map((each) => each.length)),
    bufferedS: Math.round(Math.max(0, ...ranges.flat()) * 10) / 10,
    files,
    chunks,
    plays,
  };
}
