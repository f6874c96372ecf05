/** Builds the pages into dist/renderer and the Node side into dist/electron. `npm run build`. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { ensurePackages } from './lib/packages.mjs';
import { ROOT } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { markBuilt } from './lib/stale.mjs';

const NODE_ENTRIES = { headless: 'electron/headless.ts', main: 'electron/main.ts' };
const isOurs = (id) => id.startsWith('.') || id.startsWith('/') || /^[a-z]:/i.test(id);

/** Our code is bundled; packages stay in node_modules, where npm and electron-builder keep them. */
function nodeBuild(input, format, extension) {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir: resolve(ROOT, 'dist/electron'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external: (id) => !isOurs(id) || builtinModules.includes(id),
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `chunks/[name]-[hash].${extension}` },
      },
    },
  };
}

/** A sandboxed preload may require nothing but `electron`: everything else goes into the one file. */
function preloadBuild() {
  const config = nodeBuild({ preload: resolve(ROOT, 'electron/preload.ts') }, 'cjs', 'cjs');
  config.ssr = { noExternal: true };
  config.build.rolldownOptions.external = ['electron'];
  return config;
}

/** Writes scripts, styles and sentences compressed beside themselves: a third of the bytes for a console across a network. */
function compressAssets(folder) {
  for (const name of readdirSync(folder).filter((file) => /\.(?:js|css|json|svg)$/.test(file))) {
    const path = resolve(folder, name);
    const bytes = readFileSync(path);
    // Quality 9 takes a tenth of the time of 11 for 3 % more bytes.
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(`${path}.gz`, gzipSync(bytes));
  }
}

export async function build() {
  const { build: viteBuild } = await import('vite');
  rmSync(resolve(ROOT, 'dist'), { recursive: true, force: true });
  const pages = { configFile: resolve(ROOT, 'vite.config.ts'), logLevel: 'warn' };
  await viteBuild(pages);
  for (const mode of ['display', 'radio', 'desk', 'views']) await viteBuild({ ...pages, mode });
  compressAssets(resolve(ROOT, 'dist/renderer/assets'));
  const entries = Object.entries(NODE_ENTRIES).map(([name, path]) => [name, resolve(ROOT, path)]);
  await viteBuild(nodeBuild(Object.fromEntries(entries), 'es', 'js'));
  await viteBuild(preloadBuild());
  markBuilt();
}

/** Bundles tools that lie in `scripts/FOLDER` into dist/FOLDER; answers the folder. */
export async function buildTools(folder, names) {
  const { build: viteBuild } = await import('vite');
  const input = Object.fromEntries(names.map((name) => [name, resolve(ROOT, `scripts/${folder}/${name}.ts`)]));
  const config = nodeBuild(input, 'es', 'js');
  config.build.outDir = resolve(ROOT, 'dist', folder);
  await viteBuild(config);
  return config.build.outDir;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages();
  say('building pages and station (vite)');
  await build();
}
