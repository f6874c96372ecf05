/** Knows whether `dist/` was built from the sources as they are. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ROOT } from './run.mjs';

const STAMP = resolve(ROOT, 'dist/.sources');
const SOURCES = [
  'electron',
  'renderer',
  'resources',
  'vite.config.ts',
  'scripts/build.mjs',
  'scripts/lib/lean.mjs',
  'scripts/lib/sentences.mjs',
  'package-lock.json',
];

function addTo(hash, path) {
  const stat = statSync(path);
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  } else hash.update(`${path}\0${stat.size}\0`).update(readFileSync(path));
}

/** SHA-256 over every source's path and content. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) if (existsSync(resolve(ROOT, source))) addTo(hash, resolve(ROOT, source));
  return hash.digest('hex');
}

export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceHash();
}

export function markBuilt() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, sourceHash());
}
