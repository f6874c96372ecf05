/** Vite plugins that leave out of the built pages what bundlers cannot see is never used there. `npm run dev` has it all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse, relative, sep } from 'node:path';
import { ROOT } from './run.mjs';

const MANTINE = join('node_modules', '@mantine');
/** How Mantine hangs a part on its component: `Menu.Sub = MenuSub;`. */
const HUNG = /^([A-Z]\w*)\.([A-Z]\w*) = [A-Z]\w*;$/gm;
/** What only tools ask of a component. */
const FOR_TOOLS = /^\w+\.(?:displayName = ".*"|varsResolver = varsResolver|classes = \w+);$/gm;
const TEXTS = /"[^"\n]*"|\/\*.*?\*\//gs;
const NAMED = /\b([A-Z]\w*\.[A-Z]\w*)\b(?! = )/g;
const TAKEN_APART = /\{[^{}]*\} = [A-Z]\w*;/;
const IMPORTED = /from "(?:\.\.?\/)+(\w+)\//g;
const RENAMED = /\b[A-Z]\w* as ([A-Z]\w*)\b/g;

/** Words by which a part is reached without being named: `const { Item } = Menu`, or `M.Item` after `Menu as M`. */
function unseenIn(code) {
  const renamed = [...code.matchAll(RENAMED)].map(([, name]) => name);
  const reached = renamed.find((name) => new RegExp(`\\b${name}\\.[A-Z]`).test(code));
  return TAKEN_APART.exec(code)?.[0] ?? (reached && `as ${reached}`);
}

function* filesIn(folder, pattern) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (pattern.test(name)) yield join(folder, name);
  }
}

/** `Menu.Item` and the like, of all that is written in our pages and within Mantine. */
function partsInUse() {
  const named = new Set();
  const read = (code) => {
    for (const [part] of code.matchAll(NAMED)) named.add(part);
  };
  for (const path of filesIn(join(ROOT, 'renderer'), /\.tsx?$/)) {
    const code = readFileSync(path, 'utf8');
    const unseen = unseenIn(code);
    if (unseen) throw new Error(`${path}: name parts as Menu.Item, or the built page lacks them: ${unseen}`);
    read(code);
  }
  for (const path of mantineInUse()) read(readFileSync(path, 'utf8').replace(TEXTS, ''));
  return named;
}

const COMPONENTS = join(ROOT, MANTINE, 'core', 'esm', 'components');

/** Mantine's modules but for components that nothing of ours names, nor any that it names: they may name parts that nobody else does. */
function mantineInUse() {
  const others = readdirSync(join(ROOT, MANTINE)).flatMap((part) => [
    ...filesIn(join(ROOT, MANTINE, part, 'esm'), /\.mjs$/),
  ]);
  const [inside, outside] = [true, false].map((is) => others.filter((path) => path.startsWith(COMPONENTS) === is));
  const ours = [...filesIn(join(ROOT, 'renderer'), /\.tsx?$/), ...outside.filter((path) => !isIndex(path))];
  const words = new Set(ours.flatMap((path) => readFileSync(path, 'utf8').match(/\b[A-Z]\w+\b/g) ?? []));
  const folderOf = (path) => relative(COMPONENTS, path).split(sep)[0];
  const byFolder = new Map(inside.map((path) => [folderOf(path), []]));
  for (const path of inside) byFolder.get(folderOf(path)).push(path);
  const used = new Set(
    [...byFolder].filter(([, paths]) => paths.some((path) => words.has(parse(path).name))).map(([name]) => name),
  );
  // A set that grows is walked to its end.
  for (const folder of used)
    for (const path of byFolder.get(folder) ?? [])
      for (const [, other] of readFileSync(path, 'utf8').matchAll(IMPORTED)) if (byFolder.has(other)) used.add(other);
  return [...outside, ...[...used].flatMap((folder) => byFolder.get(folder) ?? [])];
}

const isIndex = (path) => parse(path).name === 'index';

/** Who imports a menu carries all of its parts: those that nobody names are cut off. */
export function leanMantine() {
  let used = new Set();
  return {
    name: 'suar-lean-mantine',
    apply: 'build',
    buildStart() {
      used = partsInUse();
    },
    transform(code, id) {
      if (!id.includes('/@mantine/')) return null;
      const lean = code
        .replace(FOR_TOOLS, '')
        .replace(HUNG, (line, owner, part) => (used.has(`${owner}.${part}`) ? line : ''));
      return lean === code ? null : { code: lean, map: null };
    },
  };
}

/** What Mantine lets be dragged and we do not: pills into another order, notices off the screen. By the end of its module's name. */
const DRAGS = {
  '/use-pills-reorder.mjs': {
    asks: /\bwithPillsReorder\b/,
    code: `export const usePillsReorder = () => ({
      getListProps: () => ({}),
      getPillProps: () => undefined,
      handleInputKeyDown: () => {},
    });`,
  },
  '/use-drag.mjs': { asks: /\buseDrag\b/, code: 'export const useDrag = () => ({ active: false });' },
};

export function withoutDrags() {
  return {
    name: 'suar-without-drags',
    apply: 'build',
    buildStart() {
      for (const path of filesIn(join(ROOT, 'renderer'), /\.tsx?$/)) {
        const code = readFileSync(path, 'utf8');
        const drag = Object.values(DRAGS).find(({ asks }) => asks.test(code));
        if (drag) this.error(`${path}: nothing is dragged by ${drag.asks.source}, see withoutDrags`);
      }
    },
    transform(_code, id) {
      const drag = Object.keys(DRAGS).find((end) => id.endsWith(end));
      return drag ? { code: DRAGS[drag].code, map: null } : null;
    },
  };
}

const WRITES_SCHEMA = /^\s*inst\._zod\.processJSONSchema = .*;$/m;

const IN_ENGLISH = 'import en from "../locales/en.js";';

/** No page writes JSON Schema, as each of zod's schemas can, and none shows what is wrong in zod's English: a fifth of zod. */
export function leanZod() {
  return {
    name: 'suar-lean-zod',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/zod/v4/classic/schemas.js')) return null;
      if (!WRITES_SCHEMA.test(code) || !code.includes(IN_ENGLISH))
        this.error('zod is not what it was: look at leanZod');
      const lean = code
        .replace(IN_ENGLISH, 'const en = () => ({ localeError: () => undefined });')
        .replaceAll(new RegExp(WRITES_SCHEMA, 'gm'), '')
        .replaceAll(/create(?:Standard|To)JSONSchemaMethod\(this, .*?\)(\(params\))?/g, 'undefined');
      return { code: lean, map: null };
    },
  };
}

/** What tus-js-client imports for other browsers and sources than ours, in terms of what all of ours have. */
const NATIVE = {
  // The address that another is relative to may be relative to the page.
  'url-parse':
    'export default class extends URL { constructor(to, from) { super(to, new URL(from, location.href)); } }',
  'js-base64': `export const Base64 = {
    encode: (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')),
  };`,
  // Of a stream: only files are uploaded.
  './sources/StreamSource.js': 'export default class {}',
};

export function nativeStandIns() {
  return {
    name: 'suar-native',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) =>
      importer?.includes('/tus-js-client/') && Object.hasOwn(NATIVE, id) ? `\0native:${id}` : null,
    load: (id) => (id.startsWith('\0native:') ? NATIVE[id.slice('\0native:'.length)] : null),
  };
}
