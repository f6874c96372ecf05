/** Stages that a submission can be for, by the calendars of the office. */
import type { StageCalendar } from '../../contract/records/rule';
import type { LocalDate } from '../../contract/scalars';
import { stageRefOf } from '../judge/stage-ref';

export interface StageChoice {
  /** `CALENDAR/KEY` */
  ref: string;
  name: string;
  calendar: string;
  from: LocalDate;
  to: LocalDate;
}

type Calendar = Pick<StageCalendar, 'id' | 'name' | 'stages'>;

export const stageChoices = (calendars: readonly Calendar[]): StageChoice[] =>
  calendars.flatMap(({ id, name: calendar, stages }) =>
    stages.map(({ key, name, from, to }) => ({ ref: stageRefOf(id, key), name, calendar, from, to })),
  );
