/** Tells monitors of one model apart: their number from left to right; null for one that is alone of its kind. */
import type { Monitor } from '../../../../electron/contract/host';

type Seen = Pick<Monitor, 'id' | 'label' | 'x' | 'y' | 'width' | 'height'>;

export function twinNumber(monitor: Seen, monitors: readonly Seen[]): number | null {
  const twins = monitors.filter(
    ({ label, width, height }) => label === monitor.label && width === monitor.width && height === monitor.height,
  );
  if (twins.length < 2) return null;
  return twins.toSorted((a, b) => a.x - b.x || a.y - b.y).findIndex(({ id }) => id === monitor.id) + 1;
}
