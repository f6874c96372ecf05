/**
 * Vite plugin: leaves out of the pages what bundlers cannot see that they never use. Mantine hangs the parts of a component on
 * it (`Menu.Sub = MenuSub`), so that who imports a menu carries all of them: those that nobody names are cut off.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './run.mjs';

const MANTINE = join('node_modules', '@mantine');
const HUNG = /^([A-Z]\w*)\.([A-Z]\w*) = [A-Z]\w*;$/gm;
const NAMED = /\b([A-Z]\w*\.[A-Z]\w*)\b(?! = )/g;

function* filesIn(folder, pattern) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (pattern.test(name)) yield join(folder, name);
  }
}

/** `Menu.Item` and the like, of all that is written in our pages and within Mantine. */
function partsInUse() {
  const named = new Set();
  const read = (path) => {
    const code = readFileSync(path, 'utf8').replace(/"[^"\n]*"|\/\*.*?\*\//gs, '');
    for (const [part] of code.matchAll(NAMED)) named.add(part);
  };
  for (const path of filesIn(join(ROOT, 'renderer'), /\.tsx?$/)) read(path);
  for (const part of readdirSync(join(ROOT, MANTINE))) {
    for (const path of filesIn(join(ROOT, MANTINE, part, 'esm'), /\.mjs$/)) read(path);
  }
  return named;
}

export function leanMantine() {
  let used = new Set();
  return {
    name: 'suar-lean-mantine',
    apply: 'build',
    buildStart() {
      used = partsInUse();
    },
    transform(code, id) {
      if (!id.includes(`${sep}@mantine${sep}`)) return null;
      const lean = code
        .replace(/^\w+\.(?:displayName = ".*"|varsResolver = varsResolver|classes = \w+);$/gm, '')
        .replace(HUNG, (line, owner, part) => (used.has(`${owner}.${part}`) ? line : ''));
      return lean === code ? null : { code: lean, map: null };
    },
  };
}

const WRITES_SCHEMA = /^\s*inst\._zod\.processJSONSchema = .*;$/gm;

/** No page writes JSON Schema, as each of zod's schemas can: a fifth of zod. */
export function leanZod() {
  return {
    name: 'suar-lean-zod',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith(join('zod', 'v4', 'classic', 'schemas.js'))) return null;
      const lean = code
        .replace(WRITES_SCHEMA, '')
        .replaceAll(/create(?:Standard|To)JSONSchemaMethod\(this, .*?\)(\(params\))?/g, 'undefined');
      return { code: lean, map: null };
    },
  };
}

/** What tus-js-client imports for browsers older than ours, in terms of what they all have. */
const NATIVE = {
  'url-parse': 'export default URL;',
  'js-base64': `export const Base64 = {
    encode: (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')),
  };`,
};

export function nativeStandIns() {
  return {
    name: 'suar-native',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(NATIVE, id) ? `\0native:${id}` : null),
    load: (id) => (id.startsWith('\0native:') ? NATIVE[id.slice('\0native:'.length)] : null),
  };
}
