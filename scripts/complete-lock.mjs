/**
 * `npm run lock`: makes package-lock.json from package.json, whole for every platform. A registry mirror may lack the
 * binaries of platforms it does not serve; npm then leaves them out of the lock, and `npm ci` refuses the lock
 * everywhere. They are named here by the version their parent asks for; npm skips those that do not fit the machine.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { npm, ROOT } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';

const SYSTEMS = { macos: 'darwin', windows: 'win32' };
const SYSTEM_NAMES = /^(android|darwin|linux|win32|freebsd|openbsd|netbsd|openharmony|sunos|aix|macos|windows)$/;
const PROCESSORS = /^(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|wasm32|mips64el)$/;

const folder = mkdtempSync(join(tmpdir(), 'suar-lock-'));
copyFileSync(resolve(ROOT, 'package.json'), join(folder, 'package.json'));
const code = await npm(['install', '--package-lock-only', '--ignore-scripts', '--loglevel=error'], { cwd: folder });
if (code !== 0) giveUp('npm could not resolve the packages; see its lines above');
const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
rmSync(folder, { recursive: true });
const added = complete(lock.packages);
const { '': root, ...rest } = lock.packages;
lock.packages = { '': root, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) };
writeFileSync(resolve(ROOT, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
say(`package-lock.json written; ${added} binaries of other platforms named by hand`);

function complete(packages) {
  let count = 0;
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
      packages[`node_modules/${name}`] = {
        version,
        optional: true,
        ...(entry.dev && { dev: true }),
        ...platformOf(name),
      };
      count += 1;
    }
  }
  return count;
}

/** Node looks in the package's own node_modules, then in every one above it. */
function isLocked(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
    if (!from) return false;
  }
}

/** Platform packages carry their system and processor in their names. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const system = words.find((word) => SYSTEM_NAMES.test(word));
  const processor = words.find((word) => PROCESSORS.test(word));
  return {
    ...(processor && { cpu: [processor] }),
    ...(system && { os: [SYSTEMS[system] ?? system] }),
    ...(words.some((word) => word.startsWith('musl')) && { libc: ['musl'] }),
  };
}
