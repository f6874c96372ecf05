/** What the machine does to a process that does nothing: the longest its loop stood still. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface IdleLoop {
  /** Ends it; ms, measured as the station measures its own. */
  end(): Promise<number>;
}

const PROGRAM = `
  const loop = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  process.on('message', () => process.send(loop.max / 1e6, () => process.exit()));
`;

export async function watchIdleLoop(): Promise<IdleLoop> {
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(child, 'spawn');
  return {
    async end() {
      const answer = once(child, 'message');
      child.send('end');
      return Number((await answer)[0]);
    },
  };
}
