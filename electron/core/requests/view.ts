/** A request as its reader may see it: how to reach who asked is for those who answer. */
import type { RegisterPage, RequestRow, RequestView } from '../../contract/api/requests';
import type { InformationRequest } from '../../contract/records/information-request';
import { mayDo, type Role } from '../../contract/records/user';
import { dueOn, isOpen, standingOf } from '../../domain/requests/due';
import { totalsOf } from '../../domain/requests/totals';
import { wordsOf } from '../../domain/words';
import type { Office } from './room';

export function viewOf(request: InformationRequest, office: Office, role: Role): RequestView {
  const { name: _name, kind, ...contact } = request.applicant;
  const applicant = { name: shownName(request.applicant, role), kind, contact: mayDo(role, 'desk') ? contact : null };
  return { ...request, applicant, ...stoodOf(request, office) };
}

const stoodOf = (request: InformationRequest, office: Office) => ({
  dueOn: dueOn(request, office.calendar),
  standing: standingOf(request, office.calendar, office),
});

/** A page of a year's register, the newest first; totals are of the whole year, `found` of what was asked for. */
export function registerPage(
  all: readonly InformationRequest[],
  { year, search, show, offset, limit }: RegisterPage,
  office: Office,
  role: Role,
) {
  const ofYear = all.filter((request) => request.year === year);
  const isFound = wordsOf(search);
  const textOf = ({ number, asked, applicant }: InformationRequest) =>
    `${number} ${asked} ${shownName(applicant, role)}`;
  const found = ofYear
    .filter((request) => isShown(request, show, office) && isFound(() => textOf(request)))
    .sort((a, b) => b.serial - a.serial);
  return {
    items: found.slice(offset, offset + limit).map((request) => rowOf(request, office, role)),
    found: found.length,
    years: [...new Set(all.map((request) => request.year))].sort((a, b) => b - a),
    totals: totalsOf(ofYear),
  };
}

function rowOf(request: InformationRequest, office: Office, role: Role): RequestRow {
  const { id, number, receivedOn, asked, state, applicant, decisions } = request;
  const newest = decisions.at(-1);
  const decided = newest ? { on: newest.on, took: newest.took } : null;
  const who = { name: shownName(applicant, role), kind: applicant.kind };
  return { id, number, receivedOn, asked, state, applicant: who, decided, ...stoodOf(request, office) };
}

function isShown(request: InformationRequest, show: RegisterPage['show'], { calendar, today }: Office): boolean {
  if (show === 'all') return true;
  const open = isOpen(request.state);
  if (show === 'late') return open && dueOn(request, calendar) < today;
  return open === (show === 'open');
}

/** Of a person the initials alone for those who do not answer requests: they find nobody by name either. */
const shownName = ({ name, kind }: Pick<InformationRequest['applicant'], 'name' | 'kind'>, role: Role): string =>
  mayDo(role, 'desk') || kind !== 'person' ? name : initialsOf(name);

/** `S. W.` */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((part) => [...part][0] ?? [])
    .map((letter) => `${letter.toLocaleUpperCase('id')}.`)
    .join(' ');
