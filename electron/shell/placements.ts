/**
 * Which display page belongs on which monitor. A monitor's Electron id may change when it is replugged, so it is known
 * by its label and size as well: first by id, then by looks.
 */
import type { Monitor } from '../contract/host';

export interface Placement {
  monitorId: string;
  label: string;
  width: number;
  height: number;
}

export function placementOf(monitor: Monitor): Placement {
  return { monitorId: monitor.id, label: monitor.label, width: monitor.width, height: monitor.height };
}

const sameLooks = (place: Placement, monitor: Monitor) =>
  place.label === monitor.label && place.width === monitor.width && place.height === monitor.height;

/** Pairs each placement with at most one monitor that is there now; placements without one wait for their monitor. */
export function match(placements: readonly Placement[], monitors: readonly Monitor[]): Map<Placement, Monitor> {
  const pairs = new Map<Placement, Monitor>();
  const free = new Set(monitors);
  const take = (place: Placement, found: Monitor | undefined) => {
    if (!found) return;
    pairs.set(place, found);
    free.delete(found);
  };
  for (const place of placements)
    take(
      place,
      [...free].find(({ id }) => id === place.monitorId),
    );
  for (const place of placements) {
    if (!pairs.has(place))
      take(
        place,
        [...free].find((monitor) => sameLooks(place, monitor)),
      );
  }
  return pairs;
}
