/** Files that came to the desktop window by its menu, by "open with" or by its icon: taken in on whatever screen is open. */
import { useEffect } from 'react';
import { host } from '../../../shared/host';
import { useLatest } from '../../../shared/use-latest';
import { useAdopt } from './use-take-files';

export function useHandedFiles(): void {
  const latest = useLatest(useAdopt());
  useEffect(() => {
    const desktop = host();
    if (!desktop) return;
    const take = async () => {
      for (let paths = await desktop.waitingFiles(null); paths.length > 0; paths = await desktop.waitingFiles(null))
        await latest.current(paths);
    };
    // Files that wait go on waiting when the window is just being closed.
    const takeQuietly = () => void take().catch(() => {});
    takeQuietly();
    return desktop.onFiles(takeQuietly);
  }, [latest]);
}
