/** XLSX files in and out. The libraries work in one go, so they do it in a thread of their own, with a bound on time and memory. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { Failure } from '../../../contract/failure';
import { reason } from '../../../contract/scalars';
import type { Cell } from './cells';

const require = createRequire(import.meta.url);
const PATIENCE_MS = 60_000;
const MEMORY_MB = 512;

/** Runs in the thread: `library` is a path to require, `task` what to do with it. Plain JavaScript, since it is not bundled. */
const THREAD = `
  const { parentPort, workerData: { library, task, input } } = require('node:worker_threads');
  const work = {
    read: async () => require(library).readSheet(Buffer.from(input)),
    write: async () => {
      const write = require(library);
      return (write.default ?? write)(input.rows, input.sheet).toBuffer();
    },
  };
  work[task]().then((done) => parentPort.postMessage({ done }), (fault) => parentPort.postMessage({ fault: String(fault && fault.message) }));
`;

/** Checked in one loop: zod's own arrays held the station for 300 ms at 2,000 rows. */
const Cells = z.custom<Cell[][]>(
  (rows) => Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every(isCell)),
);
const isCell = (cell: unknown): boolean =>
  cell === null || cell instanceof Date || ['string', 'number', 'boolean'].includes(typeof cell);
const Said = z.union([z.object({ done: z.unknown() }).required(), z.object({ fault: z.string() })]);

/** The first sheet. @throws Failure invalidInput where it cannot be read */
export async function readWorkbook(bytes: Uint8Array): Promise<Cell[][]> {
  try {
    return Cells.parse(await inThread(require.resolve('read-excel-file/node'), 'read', bytes));
  } catch (fault) {
    throw new Failure('invalidInput', {}, [reason('sheet.unreadable')], fault);
  }
}

export interface WrittenCell {
  value: string | Date;
  bold?: boolean;
}

/** Text stays text, also where it begins with an equals sign. */
export async function writeWorkbook(rows: readonly (readonly WrittenCell[])[], sheet: string): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map(({ value, bold }) =>
      value instanceof Date
        ? { value, format: 'yyyy-mm-dd' }
        : { value: value === '' ? null : value, ...(bold ? { fontWeight: 'bold' } : {}) },
    ),
  );
  const columns = (rows[0] ?? []).map(() => ({ width: 18 }));
  const made = await inThread(require.resolve('write-excel-file/node'), 'write', {
    rows: cells,
    sheet: { sheet, columns, stickyRowsCount: 1 },
  });
  return Buffer.from(z.instanceof(Uint8Array).parse(made));
}

function inThread(library: string, task: 'read' | 'write', input: unknown): Promise<unknown> {
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { library, task, input },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise<unknown>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the sheet took too long')), PATIENCE_MS);
    const settle = (end: () => void) => {
      clearTimeout(late);
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
