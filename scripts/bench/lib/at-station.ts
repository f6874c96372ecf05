/** A station of its own for a measurement, filled before it starts; stopped and removed however the measurement ends. */
import { makeDir, type RunningStation, removeDir, startStation } from '../../../tests/lib/station';
import { fillStation } from './fill';

export async function atStation(
  fill: Parameters<typeof fillStation>[1],
  measure: (station: RunningStation) => Promise<void>,
): Promise<void> {
  const dir = await makeDir();
  try {
    await fillStation(dir, fill);
    const station = await startStation({ dataDir: dir, sourceMaps: false });
    try {
      await measure(station);
    } finally {
      await station.stop();
    }
  } finally {
    await removeDir(dir);
  }
}
