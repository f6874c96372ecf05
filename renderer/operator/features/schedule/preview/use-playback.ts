/** A day's playback out of the address, and the address told where it stands. */
import { useEffect, useState } from 'react';
import type { Zone } from '../../../../../electron/contract/scalars';
import { toInstant } from '../../../../../electron/domain/time';
import { stationNow } from '../../../../client/station-clock';
import { useLatest } from '../../../shared/use-latest';
import { timeAt } from '../days';
import type { ScheduleSearch } from '../search';
import type { Day } from '../use-day';
import { type Moment, Playback, SPEEDS } from './playback';

/** From the moment in the address, else from now where that is in the day, else from its start. */
export function usePlayback(day: Day, zone: Zone, { at, speed }: ScheduleSearch): Playback {
  const [playback] = useState(() => {
    const now = stationNow();
    const inDay = now >= day.span.from && now < day.span.until;
    const start = at !== undefined ? toInstant(day.date, at, zone) : inDay ? now : day.span.from;
    return new Playback(day.span, start, SPEEDS.find((each) => each === speed) ?? 1);
  });
  useEffect(() => () => playback.pause(), [playback]);
  return playback;
}

interface Telling {
  moment: Moment;
  day: Day;
  zone: Zone;
  search: ScheduleSearch;
  onSearch: (part: Partial<ScheduleSearch>) => void;
}

/** After it has stood for so long the address is told of the moment and the speed, ms. */
const TELL_AFTER_MS = 400;

export function useTellAddress({ moment: { at, speed, playing }, day, zone, search, onSearch }: Telling): void {
  const time = timeAt(at, day.date, zone);
  const tell = useLatest(() => {
    const told = speed === 1 ? undefined : speed;
    if (search.at === time && search.speed === told) return;
    // A moment is not the width of a timeline's view.
    onSearch({ at: time, speed: told, day: day.date, span: undefined });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step puts it off
  useEffect(() => {
    if (playing) return;
    const timer = setTimeout(() => tell.current(), TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [tell, time, speed, playing]);
}
