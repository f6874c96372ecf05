/** The pages. `scripts/build.mjs` builds these and, with Vite too, the Node side in `electron/`. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const station = process.env.SUAR_DEV_STATION ?? 'http://127.0.0.1:4870';

export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    rolldownOptions: {
      input: {
        operator: resolve(import.meta.dirname, 'renderer/operator/index.html'),
        display: resolve(import.meta.dirname, 'renderer/display/index.html'),
      },
    },
  },
  server: {
    fs: { allow: [import.meta.dirname] },
    proxy: {
      '^/(rpc|api|media|uploads|healthz)': { target: station },
      '^/displays/[^/]+/picture': { target: station },
      '/display/socket': { target: station, ws: true },
    },
  },
});
