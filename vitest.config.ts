import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const common = { environment: 'node' as const, pool: 'forks' as const };
const CORES = availableParallelism();
/** Tests wait for disks, sockets, pages and the clock as long as they work: with one file to a core a third of each is idle. */
const FILES_AT_ONCE = CORES + 1;

/** Tests of whole stations and pages, which work in processes of their own: theirs need not be a new one for each file. */
const WHOLE = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  maxWorkers: FILES_AT_ONCE,
  isolate: false,
  sequence: { groupOrder: 3 },
};

/** A page whose frames are counted wants the machine to itself; */
const FRAMES = ['tests/e2e/display-frames.test.ts'];
/** one whose sound is heard, a processor. */
const SOUND = ['tests/e2e/recording.test.ts', 'tests/e2e/cart.test.ts'];
const QUIET = { testTimeout: 120_000, hookTimeout: 180_000 };

/** Begun last, these would be waited for alone. */
const LONGEST = [
  'console-screens',
  'e2e/display.test',
  'whole-chain',
  'faults/library',
  'station-kill',
  'shell/packaged',
  'display-endures',
  'e2e/console.test',
  'main-job',
  'station-faults',
  'whole-show',
  'radio-screens',
  'simulated-day',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.includes(name));
      return at < 0 ? LONGEST.length : at;
    };
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}

/** Unit and property tests stand beside the code; `tests/` holds what needs a whole station, a kill or a browser. */
export default defineConfig({
  plugins: [react()],
  test: {
    sequence: { sequencer: LongestFirst },
    // As `eventually` of tests/lib: a wait ends late, and a unit test later.
    expect: { poll: { timeout: 25_000 } },
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
          // A third of the time went into a process for each of the many files.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          ...QUIET,
          name: 'frames',
          include: FRAMES,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          ...QUIET,
          name: 'sound',
          include: SOUND,
          maxWorkers: CORES,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          ...WHOLE,
          name: 'whole',
          include: ['tests/*/**/*.test.ts'],
          exclude: ['tests/shell/{shell,packaged}.test.ts', 'tests/faults/**', ...FRAMES, ...SOUND],
          // Of tests that mostly wait and say so (`concurrent`): more at once would be short of processor.
          maxConcurrency: 3,
        },
      },
      {
        extends: true,
        test: { ...common, ...WHOLE, name: 'faults', include: ['tests/faults/*.test.ts'], testTimeout: 240_000 },
      },
      {
        extends: true,
        resolve: { alias: { electron: resolve(import.meta.dirname, 'tests/shell/stand-in.ts') } },
        test: { ...common, ...WHOLE, isolate: true, name: 'shell', include: ['tests/shell/{shell,packaged}.test.ts'] },
      },
    ],
  },
});
