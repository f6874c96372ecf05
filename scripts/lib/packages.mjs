/** Brings `node_modules` to what the lock file says, and only when it is not there already. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { npm, ROOT } from './run.mjs';
import { giveUp, say } from './say.mjs';

const FOLDER = resolve(ROOT, 'node_modules');
const STAMP = resolve(FOLDER, '.suar-lock');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(resolve(ROOT, 'package-lock.json')))
    .digest('hex');
}

export async function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) giveUp(`Node 20.19 or newer is needed, this is ${process.version}`);
  const wanted = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (lstatSync(FOLDER, { throwIfNoEntry: false })?.isSymbolicLink()) {
    giveUp(
      'node_modules is a link, and its packages are not those of package-lock.json: install them where it leads, or remove the link',
    );
  }
  say('installing the packages of package-lock.json (npm ci)');
  const code = await npm(['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (code !== 0) giveUp('npm ci failed; see its lines above. Check the connection to the npm registry and try again.');
  writeFileSync(STAMP, wanted);
}
