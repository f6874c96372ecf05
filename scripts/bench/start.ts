/** start: what 10,000 assets and 1,000,000 plays add to the start of a station. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { makeDir, removeDir, startStation } from '../../tests/lib/station';
import { fillStation } from './lib/fill';
import { rssMb } from './lib/memory';
import { median, note, report } from './lib/report';

const ROUNDS = 5;
const dir = await makeDir();

try {
  const [empty, full] = [join(dir, 'empty'), join(dir, 'full')];
  await (await startStation({ dataDir: empty, sourceMaps: false })).stop();
  await fillStation(full, { assets: 10_000, plays: 1_000_000 });
  await (await startStation({ dataDir: full, sourceMaps: false })).stop();
  const runs = { empty: [] as Run[], full: [] as Run[] };
  for (let round = 0; round < ROUNDS; round++) {
    spawnSync('sync');
    runs.empty.push(await startOnce(empty));
    runs.full.push(await startOnce(full));
  }
  const ms = { empty: median(runs.empty.map((run) => run.ms)), full: median(runs.full.map((run) => run.ms)) };
  const mb = { empty: median(runs.empty.map((run) => run.mb)), full: median(runs.full.map((run) => run.mb)) };
  note(
    `empty ${Math.round(ms.empty)} ms ${Math.round(mb.empty)} MB; full ${Math.round(ms.full)} ms ${Math.round(mb.full)} MB`,
  );
  report({ bench: 'start', metric: 'ready_extra_ms', value: ms.full - ms.empty, unit: 'ms', reference: ms.empty });
  report({ bench: 'start', metric: 'rss_extra_mb', value: mb.full - mb.empty, unit: 'MB', reference: mb.empty });
} finally {
  await removeDir(dir);
}

interface Run {
  ms: number;
  mb: number;
}

/** From spawn to its line, and its memory two seconds later, when start-up work has settled. */
async function startOnce(dataDir: string): Promise<Run> {
  const started = performance.now();
  const station = await startStation({ dataDir, sourceMaps: false });
  const ms = performance.now() - started;
  await new Promise((wait) => setTimeout(wait, 2000));
  const mb = rssMb(station.process.pid ?? 0);
  await station.stop();
  return { ms, mb };
}
