/** Builds the display page alone, as the product's build would. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

export interface BuiltPage {
  dir: string;
  remove(): Promise<void>;
}

export async function buildDisplayPage(root = ROOT): Promise<BuiltPage> {
  const dir = await mkdtemp(join(tmpdir(), 'suar-display-page-'));
  await build({
    configFile: false,
    root: resolve(root, 'renderer'),
    logLevel: 'error',
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'chrome120',
      rolldownOptions: { input: { display: resolve(root, 'renderer/display/index.html') } },
    },
  });
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
