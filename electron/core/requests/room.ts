/** What the parts of this room share. */
import type { Logger } from 'pino';
import { Failure } from '../../contract/failure';
import type { Alert } from '../../contract/live';
import { type LocalDate, type Reason, reason } from '../../contract/scalars';
import { type OfficeCalendar, type OfficeDays, officeCalendar } from '../../domain/requests/workdays';
import { localParts } from '../../domain/time';
import { type Clock, type Reader, type Store, settingsOf } from '../store';

export interface Room {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  alerts: {
    raise(id: string, severity: Alert['severity'], why: Reason): void;
    settle(id: string): void;
  };
}

export interface Office {
  today: LocalDate;
  calendar: OfficeCalendar;
  warnDays: number;
}

const calendars = new WeakMap<OfficeDays, OfficeCalendar>();

/** The office's days by the settings as they stand; one calendar as long as they do, since it remembers what it has counted. */
export function officeOf(reader: Pick<Reader, 'get'>, clock: Clock): Office {
  const { office, zone } = settingsOf(reader);
  const calendar = calendars.get(office) ?? officeCalendar(office);
  calendars.set(office, calendar);
  return { today: localParts(clock.now(), zone).date, calendar, warnDays: office.warnDays };
}

export const refused = (code: string, params: Reason['params'] = {}) =>
  new Failure('refused', {}, [reason(code, params)]);
