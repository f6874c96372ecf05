/**
 * Holds the table of rooms: who may import whom. `npm run layers`.
 * The rules stand in `.dependency-cruiser.mjs`; this prints each breach as a sentence.
 */
import swc from '@swc/core';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { ROOT } from './lib/run.mjs';
import { say } from './lib/say.mjs';

// dependency-cruiser asks swc for TypeScript without JSX, whatever the file; it reads type-only imports no other way.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

process.chdir(ROOT);
const { output } = await cruise(['electron', 'renderer'], { ...config.options, ruleSet: config, validate: true });
const { violations, totalCruised } = output.summary;

for (const { rule, from, to } of violations) {
  const why = config.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
  say(`${from} may not import ${to} (${rule.name}): ${why}`);
}
if (totalCruised < 50) say(`only ${totalCruised} modules were seen: the check itself is broken`);
process.stdout.write(`layers: ${totalCruised} modules, ${violations.length} breaches\n`);
process.exitCode = violations.length || totalCruised < 50 ? 1 : 0;
