import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const common = { environment: 'node' as const, pool: 'forks' as const };
const CORES = availableParallelism();
/** Tests wait for disks, sockets, pages and the clock as long as they work: with one file to a core a third of each is idle. */
const FILES_AT_ONCE = CORES + 1;

/** A page whose frames are counted wants the machine to itself. */
const ALONE = ['tests/e2e/display-frames.test.ts'];

/** Unit and property tests stand beside the code; `tests/` holds what needs a whole station, a kill or a browser. */
export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'unit',
          include: ['{electron,renderer,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: FILES_AT_ONCE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'whole',
          include: ['tests/*/**/*.test.ts'],
          exclude: ['tests/shell/{shell,packaged}.test.ts', 'tests/faults/**', ...ALONE],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: FILES_AT_ONCE,
          // Of tests that mostly wait and say so (`concurrent`): more at once would be short of processor.
          maxConcurrency: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'frames',
          include: ALONE,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'faults',
          include: ['tests/faults/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 180_000,
          maxWorkers: FILES_AT_ONCE,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        resolve: { alias: { electron: resolve(import.meta.dirname, 'tests/shell/stand-in.ts') } },
        test: {
          ...common,
          name: 'shell',
          include: ['tests/shell/{shell,packaged}.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
