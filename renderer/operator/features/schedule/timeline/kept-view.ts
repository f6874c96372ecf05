/** The view of the timeline as the address has it: a whole day, week or month by name, anything else by its middle and width. Pure. */
import type { Zone } from '../../../../../electron/contract/scalars';
import { localParts, toInstant } from '../../../../../electron/domain/time';
import { REACH, scaleView } from '../calendar-view';
import { dateAt } from '../days';
import type { ScheduleSearch } from '../search';
import { centred, spanOf, type View } from '../zoom';

type Kept = Pick<ScheduleSearch, 'scale' | 'at' | 'span'>;
const SCALES = ['day', 'week', 'month'] as const;

export function viewOf({ scale = 'day', at, span }: Kept, date: string, zone: Zone): View {
  if (at === undefined || span === undefined) return scaleView(scale, date, zone);
  return centred(toInstant(date, at, zone), span * 1000, REACH);
}

/** `date`: of the middle of the view, as the address has it. */
export function keptOf(view: View, zone: Zone): Kept {
  const middle = (view.from + view.until) / 2;
  const date = dateAt(middle, zone);
  const scale = SCALES.find((each) => same(scaleView(each, date, zone), view));
  if (scale) return { scale: scale === 'day' ? undefined : scale, at: undefined, span: undefined };
  return { scale: undefined, at: localParts(middle, zone).time, span: Math.round(spanOf(view) / 1000) };
}

const same = (a: View, b: View) => a.from === b.from && a.until === b.until;
