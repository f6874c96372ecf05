/** Which displays a draft means, and the panels they are. Pure. */
import type { DisplayGroup } from '../../../../../electron/contract/records/display';
import type { DisplayView } from '../../../shared/display-health';
import type { TakeoverDraft } from './draft';

type Where = Pick<TakeoverDraft, 'all' | 'displayIds' | 'groupIds'>;

/** In order of name, each once, however often it is named. */
export function meant(where: Where, displays: readonly DisplayView[], groups: readonly DisplayGroup[]): DisplayView[] {
  const grouped = groups.filter(({ id }) => where.groupIds.includes(id)).flatMap(({ displayIds }) => displayIds);
  const ids = new Set([...where.displayIds, ...grouped]);
  return displays
    .filter(({ display }) => where.all || ids.has(display.id))
    .toSorted((a, b) => a.display.name.localeCompare(b.display.name, undefined, { numeric: true }));
}

export interface Panel {
  /** `800 x 400`, and the key of it. */
  size: string;
  width: number;
  height: number;
  /** How many of the displays are such a panel. */
  count: number;
}

/** The different panels among the displays, the most frequent first. */
export function panelsOf(displays: readonly DisplayView[]): Panel[] {
  const panels = new Map<string, Panel>();
  for (const { display } of displays) {
    const { width, height } = display.profile;
    const size = `${width} × ${height}`;
    const panel = panels.get(size) ?? { size, width, height, count: 0 };
    panels.set(size, { ...panel, count: panel.count + 1 });
  }
  return [...panels.values()].sort((a, b) => b.count - a.count);
}
