/** Tells the address which part of time is in view, once it has come to rest, so that a reload or a colleague sees the same. */
import { useEffect } from 'react';
import type { Zone } from '../../../../../electron/contract/scalars';
import { useLatest } from '../../../shared/use-latest';
import type { ScheduleSearch } from '../search';
import type { Day } from '../use-day';
import type { View } from '../zoom';
import { keptOf } from './kept-view';

/** After the day of the view, which is told first; see `use-view.ts`. ms. */
const TELL_AFTER_MS = 450;

interface Telling {
  view: View;
  day: Day;
  zone: Zone;
  search: ScheduleSearch;
  onSearch: (part: Partial<ScheduleSearch>) => void;
}

export function useKeepView({ view, day, zone, search, onSearch }: Telling): void {
  const tell = useLatest(() => {
    const kept = keptOf(view, zone);
    if (kept.scale === search.scale && kept.at === search.at && kept.span === search.span) return;
    // A moment is one of a day: whoever opens the address tomorrow means this one.
    onSearch({ ...kept, ...(kept.at !== undefined && { day: day.date }) });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every move of the view puts it off
  useEffect(() => {
    const timer = setTimeout(() => tell.current(), TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [tell, view]);
}
