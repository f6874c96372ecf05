/**
 * `npm run soak -- [minutes]`: builds, then watches a display page for growth. Exit 1 when something grows.
 * `npm run soak -- day [speed]`: plays a whole day on a display page at 600x. Exit 1 when a play is not as planned.
 */
import { resolve } from 'node:path';
import { run } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';
import { readyTools } from './lib/tools.mjs';

const [what = '12', speed = '600'] = process.argv.slice(2);
const [name, amount] = what === 'day' ? ['day', speed] : ['display', what];
if (!(Number(amount) > 0))
  giveUp(`not a number of minutes, nor a day at a speed: ${process.argv.slice(2).join(' ')}`, 2);

const folder = await readyTools('soak', [name]);
say(name === 'day' ? `playing a day at ${amount}x` : `watching a display page for ${amount} minutes`);
process.exitCode = await run(process.execPath, ['--enable-source-maps', resolve(folder, `${name}.js`), amount]);
