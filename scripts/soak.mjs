/** `npm run soak -- [minutes]`: builds, then watches a display page for growth. Exit 1 when something grows. */
import { resolve } from 'node:path';
import { run } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';
import { readyTools } from './lib/tools.mjs';

const [minutes = '12'] = process.argv.slice(2);
if (!(Number(minutes) > 0)) giveUp(`not a number of minutes: ${minutes}`, 2);

const folder = await readyTools('soak', ['display']);
say(`watching a display page for ${minutes} minutes`);
process.exitCode = await run(process.execPath, ['--enable-source-maps', resolve(folder, 'display.js'), minutes]);
