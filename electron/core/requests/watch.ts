/** What time does to requests: a warning before the last day, and the forgetting of who asked. */
import { STATION_ACTOR } from '../../contract/records/audit';
import type { InformationRequest } from '../../contract/records/information-request';
import { type LocalDate, reason } from '../../contract/scalars';
import { dateOf, dayNumber } from '../../domain/calendar';
import { dueOn, standingOf } from '../../domain/requests/due';
import { settingsOf } from '../store';
import { type Office, officeOf, type Room } from './room';

interface Pressing {
  kind: 'late' | 'soon';
  number: string;
  on: LocalDate;
}

export interface DueWatch {
  /** Says how many are due soon or late, and which comes first. @param ids of those that have changed; without it all are counted anew */
  look(ids?: readonly string[]): void;
}

/** Remembers what presses: a change of one among ten thousand counts the days of that one. */
export function watchDue({ store, clock, alerts }: Room): DueWatch {
  const pressing = new Map<string, Pressing>();
  let counted: Office | null = null;

  function count(id: string, office: Office): void {
    const request = store.get('informationRequest', id);
    const kind = request && standingOf(request, office.calendar, office).kind;
    if (request && (kind === 'late' || kind === 'soon'))
      pressing.set(id, { kind, number: request.number, on: dueOn(request, office.calendar) });
    else pressing.delete(id);
  }

  return {
    look(ids) {
      const office = officeOf(store, clock);
      const same = counted?.today === office.today && counted.calendar === office.calendar;
      if (!ids || !same) pressing.clear();
      const all = () => store.all('informationRequest').map(({ id }) => id);
      for (const id of ids && same ? ids : all()) count(id, office);
      counted = office;
      tell([...pressing.values()], alerts);
    },
  };
}

function tell(pressing: readonly Pressing[], alerts: Room['alerts']): void {
  const [late, soon] = [firstOf(pressing, 'late'), firstOf(pressing, 'soon')];
  if (late)
    alerts.raise('requests.late', 'error', reason('requests.late', { count: late.count, number: late.first.number }));
  else alerts.settle('requests.late');
  if (soon) {
    const params = { count: soon.count, number: soon.first.number, day: soon.first.on };
    alerts.raise('requests.soon', 'warning', reason('requests.soon', params));
  } else alerts.settle('requests.soon');
}

function firstOf(pressing: readonly Pressing[], kind: Pressing['kind']) {
  const mine = pressing.filter((each) => each.kind === kind);
  const [one, ...others] = mine;
  return one && { count: mine.length, first: others.reduce((first, each) => (each.on < first.on ? each : first), one) };
}

/** Of those closed long enough ago it is forgotten how to reach who asked; who it was and what stays in the register. Answers how many. */
export async function forgetApplicants({ store, clock }: Room): Promise<number> {
  const { keepContactDays } = settingsOf(store).office;
  const { today } = officeOf(store, clock);
  const before = dateOf(dayNumber(today) - keepContactDays);
  const due = store.all('informationRequest').filter((request) => isDue(request, before));
  if (due.length === 0) return 0;
  await store.commit({ command: 'requests.forget', actor: STATION_ACTOR }, (tx) => {
    for (const request of due) tx.put('informationRequest', withoutContact(request, clock.now()));
  });
  return due.length;
}

const isDue = ({ closedOn, forgottenAt, applicant }: InformationRequest, before: string): boolean =>
  closedOn !== null && closedOn < before && (forgottenAt === null || canReach(applicant));

/** Whether anything is kept of how to reach them, or of what they showed. */
export const canReach = ({ identity, address, phone, email }: InformationRequest['applicant']): boolean =>
  identity.kind !== 'none' || [identity.ends, address, phone, email].some((text) => text !== '');

function withoutContact(request: InformationRequest, now: number): InformationRequest {
  const { name, kind } = request.applicant;
  const applicant = { name, kind, identity: { kind: 'none' as const, ends: '' }, address: '', phone: '', email: '' };
  return { ...request, applicant, forgottenAt: now };
}
