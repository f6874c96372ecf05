import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const common = { environment: 'node' as const, pool: 'forks' as const };

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
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'whole',
          include: ['tests/*/**/*.test.ts'],
          exclude: ['tests/shell/{shell,packaged}.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
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
        },
      },
    ],
  },
});
