/** Electron's runtime: there, fetched by its own installer, or not to be had. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT, run } from './run.mjs';

const PACKAGE = resolve(ROOT, 'node_modules/electron');

/** Path of the Electron program if its runtime is installed and whole, else null. */
export function electronPath() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? resolve(PACKAGE, 'dist');
  const pathFile = resolve(PACKAGE, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const program = resolve(dist, name);
  return existsSync(program) ? program : null;
}

/** Runs the package's own `install-electron`, quietly; answers the path or null. Off with SUAR_NO_ELECTRON=1. */
export async function fetchElectron() {
  if (!existsSync(resolve(PACKAGE, 'install.js'))) return null;
  await run(process.execPath, [resolve(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: 180_000 });
  return electronPath();
}
