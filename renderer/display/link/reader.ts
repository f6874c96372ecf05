/**
 * Reads messages in their order. Long ones, which are timelines, in a worker: three days of 15 s items take 50 to 250 ms to
 * parse (measured), time in which the page could not change its picture.
 */
import type { ToDisplay } from '../../../electron/contract/display-protocol';
import { readMessage } from './read';

type Read = (message: ToDisplay | null) => void;

/** Characters. What is shorter is read at once, in under a millisecond. */
const LONG = 16_384;

/** Returns the function that takes texts; `deliver` gets what could be read. */
export function createReader(deliver: (message: ToDisplay) => void): (text: string) => void {
  let worker: Worker | null = null;
  const asked: { text: string; done: Read }[] = [];
  let reading = Promise.resolve();
  let waiting = 0;

  function start(): Worker {
    const made = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', (event: MessageEvent<ToDisplay | null>) => asked.shift()?.done(event.data));
    made.addEventListener('error', () => {
      made.terminate();
      worker = null;
      for (const { text, done } of asked.splice(0)) done(readMessage(text));
    });
    return made;
  }

  function ask(text: string): Promise<ToDisplay | null> {
    worker ??= start();
    worker.postMessage(text);
    return new Promise((done) => asked.push({ text, done }));
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
