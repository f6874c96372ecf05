/** What time does to requests: a warning before the last day, and the forgetting of who asked. */
import { STATION_ACTOR } from '../../contract/records/audit';
import type { InformationRequest } from '../../contract/records/information-request';
import { reason } from '../../contract/scalars';
import { dateOf, dayNumber } from '../../domain/calendar';
import { dueOn, standingOf } from '../../domain/requests/due';
import { settingsOf } from '../store';
import { officeOf, type Room } from './room';

/** Says how many are due soon or late, and which comes first. */
export function warnOfDue({ store, clock, alerts }: Room): void {
  const office = officeOf(store, clock);
  const due = store
    .all('informationRequest')
    .map((request) => ({
      number: request.number,
      on: dueOn(request, office.calendar),
      ...standingOf(request, office.calendar, office),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const late = due.filter(({ kind }) => kind === 'late');
  const soon = due.filter(({ kind }) => kind === 'soon');
  const [latest, nearest] = [late[0], soon[0]];
  if (latest)
    alerts.raise('requests.late', 'error', reason('requests.late', { count: late.length, number: latest.number }));
  else alerts.settle('requests.late');
  if (nearest) {
    const params = { count: soon.length, number: nearest.number, day: nearest.on };
    alerts.raise('requests.soon', 'warning', reason('requests.soon', params));
  } else alerts.settle('requests.soon');
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
