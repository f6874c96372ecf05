/** Displays are asked for in bunches, the same for as long as the same rows are there. */
import { useMemo } from 'react';
import { TILE_DISPLAYS } from '../calendar-view';
import type { DisplayView } from './Row';

export function useAsked(rows: readonly DisplayView[]): (displayId: string) => readonly string[] {
  const ids = rows.map(({ display }) => display.id).join();
  return useMemo(() => {
    const all = ids === '' ? [] : ids.split(',');
    const bunches = new Map<string, readonly string[]>();
    for (let start = 0; start < all.length; start += TILE_DISPLAYS) {
      const bunch = all.slice(start, start + TILE_DISPLAYS);
      for (const id of bunch) bunches.set(id, bunch);
    }
    return (id) => bunches.get(id) ?? [id];
  }, [ids]);
}
