import type { ScheduleData } from '../use-schedule-data';
import type { FormFaults, FormValues } from './draft';

/** What every field of the booking form is given. */
export interface FieldProps {
  form: FormValues;
  data: ScheduleData;
  faults: FormFaults;
  onChange: (part: Partial<FormValues>) => void;
}
