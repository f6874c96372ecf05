/** The pages. `scripts/build.mjs` builds these and, with Vite too, the Node side in `electron/`. */
import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { leanMantine, leanZod, nativeStandIns, withoutDrags } from './scripts/lib/lean.mjs';
import { oneFilePerLanguage } from './scripts/lib/sentences.mjs';

const station = process.env.SUAR_DEV_STATION ?? 'http://127.0.0.1:4870';
const EARLY = /operator[\\/](?:early|i18n[\\/]files)\.ts$|client[\\/]early-answers\.ts$|virtual:sentences/;

/** Date and time fields: heavy, and of a few screens. */
const FIELDS = /@mantine[\\/]dates|dayjs|shared[\\/](?:DayField|ProfileFields)/;

/** All but the first page and the library, which are asked for most. */
const SCREENS = /features[\\/](?:displays|playlists|proof|schedule|settings|takeovers[\\/](?:sheet|details))[\\/]/;

/**
 * Few and large scripts instead of one for each component: they come in fewer requests, and what is alike in them is
 * compressed together.
 */
const groups: Rolldown.CodeSplittingGroup[] = [
  { name: 'early', test: EARLY, priority: 5 },
  { name: 'console', tags: ['$initial'], priority: 4 },
  { name: 'parts', test: (id) => !FIELDS.test(id), minShareCount: 2, priority: 2 },
  { name: 'fields', test: FIELDS, priority: 1 },
  { name: 'screens', test: SCREENS, priority: 0 },
];

/** `name_file`: Vite's own names carry a line number each as well, which no compression takes away. */
function className(name: string, file: string): string {
  const path = relative(import.meta.dirname, file.split('?')[0] ?? file).replaceAll('\\', '/');
  return `${name}_${createHash('sha256').update(path).digest('base64url').slice(0, 4)}`;
}

const page = (name: string) => resolve(import.meta.dirname, `renderer/${name}/index.html`);

const output = { codeSplitting: { groups } };

/**
 * What is built together shares scripts, and a shared script carries what any of its pages needs of it. So each page is built apart:
 * the console and the display page must stay light, and the views are loaded by phones. By Vite's mode.
 */
const PASSES: Record<string, Rolldown.RolldownOptions> = {
  production: { input: { operator: page('operator') }, output },
  display: { input: { display: page('display') } },
  radio: { input: { radio: page('radio') }, output },
  desk: { input: { desk: page('desk') }, output },
  views: { input: { views: page('views') } },
};

export default defineConfig(({ mode }) => ({
  root: resolve(import.meta.dirname, 'renderer'),
  publicDir: false,
  plugins: [react(), oneFilePerLanguage(), leanMantine(), leanZod(), withoutDrags(), nativeStandIns()],
  css: { modules: { generateScopedName: className } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: mode === 'production',
    target: 'chrome120',
    modulePreload: { polyfill: false },
    // A hundredth less than Vite's own, in ten seconds more: for the one page that is held to its weight.
    minify: mode === 'production' ? 'terser' : true,
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, inline: 1 } },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: PASSES[mode] ?? {},
  },
  server: {
    fs: { allow: [import.meta.dirname] },
    proxy: {
      '^/(rpc|api|media|uploads|healthz)': { target: station },
      '^/displays/[^/]+/picture': { target: station },
      '/display/socket': { target: station, ws: true },
    },
  },
}));
