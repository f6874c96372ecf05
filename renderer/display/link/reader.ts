/**
 * Reads messages in their order. Long ones, which are timelines, in a worker: three days of 15 s items take 50 to 250 ms to
 * parse (measured), time in which the page could not change its picture.
 */
import type { ToDisplay } from '../../../electron/contract/display-protocol';
import { readMessage } from './read';

type Read = (message: ToDisplay | null) => void;

/** Characters. What is shorter is read at once, in under a millisecond. */
const LONG = 16_384;
/** A worker that has not answered by then never will. */
const SILENT_MS = 15_000;

/** Returns the function that takes texts; `deliver` gets what could be read. */
export function createReader(deliver: (message: ToDisplay) => void): (text: string) => void {
  let worker: Worker | null = null;
  const asked: { text: string; done: Read }[] = [];
  let reading = Promise.resolve();
  let waiting = 0;

  function start(): Worker {
    const made = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', (event: MessageEvent<ToDisplay | null>) => asked.shift()?.done(event.data));
    made.addEventListener('error', readHere);
    return made;
  }

  /** The worker has failed, or died without a word as one short of memory does. The next long message gets a new one. */
  function readHere(): void {
    worker?.terminate();
    worker = null;
    for (const { text, done } of asked.splice(0)) done(readMessage(text));
  }

  function ask(text: string): Promise<ToDisplay | null> {
    worker ??= start();
    worker.postMessage(text);
    return new Promise((answered) => {
      const silent = setTimeout(readHere, SILENT_MS);
      const done: Read = (message) => {
        clearTimeout(silent);
        answered(message);
      };
      asked.push({ text, done });
    });
  }

  async function read(text: string): Promise<void> {
    const message = text.length > LONG ? await ask(text) : readMessage(text);
    waiting -= 1;
    if (message) deliver(message);
  }

  return (text) => {
    waiting += 1;
    if (waiting === 1 && text.length <= LONG) void read(text);
    else reading = reading.then(() => read(text)).catch(reportError);
  };
}
