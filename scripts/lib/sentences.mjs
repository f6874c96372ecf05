/** Vite plugin: `virtual:sentences/id` is the address of one JSON file with every sentence of that language, by namespace. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const NAME = 'virtual:sentences/';
/** Those of the display page, the shell, the CSV and papers are not the console's. */
const OTHERS = ['display.json', 'shell.json', 'playsCsv.json', 'papers.json'];

function sentencesOf(language) {
  const folder = join(ROOT, 'resources/locales', language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !OTHERS.includes(name));
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return JSON.stringify(Object.fromEntries(files.map((name) => [name.slice(0, -'.json'.length), read(name)])));
}

/** A file fetched when its language is used: no page carries sentences as code, and one request brings them all. */
export function oneFilePerLanguage() {
  let building = false;
  return {
    name: 'suar-sentences',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${NAME}`)) return null;
      const language = id.slice(NAME.length + 1);
      const source = sentencesOf(language);
      if (!building) return `export default URL.createObjectURL(new Blob([${JSON.stringify(source)}]))`;
      const file = this.emitFile({ type: 'asset', name: `${language}.json`, source });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
  };
}
