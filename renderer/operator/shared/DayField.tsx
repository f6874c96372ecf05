/** A day, picked from a calendar and written in the reader's language, which a browser's own field leaves to the machine. */
import type { ComponentProps } from 'react';
import { Calendars } from './Calendars';
import { DateInput } from './DateInput';

type Shown = Pick<
  ComponentProps<typeof DateInput>,
  | 'label'
  | 'description'
  | 'required'
  | 'error'
  | 'minDate'
  | 'maxDate'
  | 'placeholder'
  | 'clearable'
  | 'clearButtonProps'
  | 'disabled'
  | 'w'
>;

interface DayFieldProps extends Shown {
  /** `YYYY-MM-DD` */
  value: string | undefined;
  onDay: (day: string | undefined) => void;
}

export function DayField({ value, onDay, ...shown }: DayFieldProps) {
  return (
    <Calendars>
      <DateInput
        {...shown}
        valueFormat="ddd, D MMM YYYY"
        value={value ?? null}
        onChange={(day) => onDay(day ?? undefined)}
      />
    </Calendars>
  );
}
