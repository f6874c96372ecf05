/** `npm run bench [-- NAME ...]`: builds and runs the benchmarks, one after another. JSON lines on standard output only. */
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { ROOT, run } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';
import { readyTools } from './lib/tools.mjs';

const names = readdirSync(resolve(ROOT, 'scripts/bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace('.ts', ''));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length) giveUp(`no benchmark named ${unknown.join(', ')}; there are: ${names.join(', ')}`, 2);

const folder = await readyTools('bench', names);

const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
for (const name of asked.length ? asked : names) {
  const started = Date.now();
  say(`bench ${name} on ${machine}`);
  await run(process.execPath, ['--enable-source-maps', resolve(folder, `${name}.js`)]);
  say(`bench ${name} took ${Math.round((Date.now() - started) / 1000)} s`);
}
