import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDir, removeDir, startStation } from '../lib/station';

/** Asked of a whole station, for only there is every room behind the server. */
it('asks itself nothing that it refuses before it serves', async () => {
  const dir = await makeDir();
  const station = await startStation({ dataDir: dir });
  try {
    const log = await readFile(join(dir, 'logs', 'station.log'), 'utf8').catch(() => station.output());
    expect(log).toContain('the station serves');
    expect(log).not.toContain('warm-up');
  } finally {
    await station.stop();
    await removeDir(dir);
  }
});
