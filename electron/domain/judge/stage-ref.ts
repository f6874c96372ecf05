/** A stage as rules name it: `CALENDAR/STAGE`. */
import type { Stage, StageCalendar } from '../../contract/records/rule';

export interface NamedStage<C> {
  calendarId: string;
  key: string;
  /** Undefined where it is gone. */
  calendar: C | undefined;
  stage: Stage | undefined;
}

/** How it is named. */
export const stageRefOf = (calendarId: string, key: string): string => `${calendarId}/${key}`;

/** @param calendarOf finds a calendar by its id */
export function stageNamed<C extends Pick<StageCalendar, 'stages'>>(
  ref: string,
  calendarOf: (id: string) => C | undefined,
): NamedStage<C> {
  const [calendarId = '', key = ''] = ref.split('/', 2);
  const calendar = calendarOf(calendarId);
  return { calendarId, key, calendar, stage: calendar?.stages.find((each) => each.key === key) };
}
