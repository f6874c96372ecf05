/** A request as its reader may see it: how to reach who asked is for those who answer. */
import type { RequestView } from '../../contract/api/requests';
import type { InformationRequest } from '../../contract/records/information-request';
import { mayDo, type Role } from '../../contract/records/user';
import { dueOn, standingOf } from '../../domain/requests/due';
import type { Office } from './room';

export function viewOf({ applicant, ...request }: InformationRequest, office: Office, role: Role): RequestView {
  const { name, kind, ...contact } = applicant;
  const known = mayDo(role, 'desk');
  return {
    ...request,
    applicant: {
      name: known || kind !== 'person' ? name : initialsOf(name),
      kind,
      contact: known ? contact : null,
    },
    dueOn: dueOn(request, office.calendar),
    standing: standingOf(request, office.calendar, office),
  };
}

/** `S. W.` */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((part) => [...part][0] ?? [])
    .map((letter) => `${letter.toLocaleUpperCase('id')}.`)
    .join(' ');
