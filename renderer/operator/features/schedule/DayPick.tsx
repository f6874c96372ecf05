/** The day in view, written out and picked from a calendar. */
import type { LocalDate } from '../../../../electron/contract/scalars';
import { DateInput } from '../../shared/DateInput';
import type { Day } from './use-day';

interface DayPickProps {
  /** Read aloud; the day itself says what it is to who sees it. */
  label: string;
  day: Pick<Day, 'date'>;
  onDay: (date: LocalDate) => void;
}

export function DayPick({ label, day, onDay }: DayPickProps) {
  return (
    <DateInput
      aria-label={label}
      value={day.date}
      onChange={(date) => date && onDay(date)}
      valueFormat="dddd, D MMMM YYYY"
      w={240}
    />
  );
}
