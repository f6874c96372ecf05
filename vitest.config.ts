import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit and property tests stand beside the code; `tests/` holds what needs a whole station or a browser. */
export default defineConfig({
  plugins: [react()],
  test: {
    include: [
      '{electron,renderer,scripts}/**/*.test.{ts,tsx}',
      'tests/faults/**/*.test.ts',
      'tests/shell/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
