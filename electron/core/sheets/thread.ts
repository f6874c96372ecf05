/** Libraries that work in one go do it in a thread of their own, with a bound on time and memory. */
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

const PATIENCE_MS = 60_000;
const MEMORY_MB = 512;
const Said = z.union([z.object({ done: z.unknown() }).required(), z.object({ fault: z.string() })]);

export interface Task {
  /** Paths to require, by the name the code asks for. */
  libraries: Record<string, string>;
  input: unknown;
  /** Ends it. */
  signal?: AbortSignal;
}

/**
 * `code` is CommonJS, since it is not bundled, and sets `module.exports` to a function of `{ library, input }`, where
 * `library(name)` requires one of the task's. Answers what that resolves to. @throws Error with what it failed with
 */
export function inThread(code: string, { signal, ...task }: Task): Promise<unknown> {
  signal?.throwIfAborted();
  const worker = new Worker(`${OPENING}${code}\n${CLOSING}`, {
    eval: true,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise<unknown>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the thread took too long')), PATIENCE_MS);
    const abort = () => settle(() => reject(signal?.reason));
    signal?.addEventListener('abort', abort, { once: true });
    const settle = (end: () => void) => {
      clearTimeout(late);
      signal?.removeEventListener('abort', abort);
      end();
    };
    worker.once('message', (message: unknown) =>
      settle(() => {
        const said = Said.parse(message);
        if ('fault' in said) reject(new Error(said.fault));
        else resolve(said.done);
      }),
    );
    worker.once('error', (fault) => settle(() => reject(fault)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the thread ended with ${code}`))));
  }).finally(() => void worker.terminate());
}

const OPENING = `{ const module = { exports: null };\n`;
const CLOSING = `
const { parentPort, workerData: { libraries, input } } = require('node:worker_threads');
const library = (name) => require(libraries[name]);
Promise.resolve()
  .then(() => module.exports({ library, input }))
  .then((done) => parentPort.postMessage({ done }), (fault) => parentPort.postMessage({ fault: String(fault && fault.stack) }));
}`;
