/** What material's own papers say, whatever the rules are: its class, the approval of this very file, its days, its recall. */
import type { Matter } from '../../contract/records/matter';
import { type Reason, reason } from '../../contract/scalars';
import type { Because } from './types';

const refuse = (why: Reason): Because => ({ effect: 'refuse', reason: why, ruleId: null });

/** Adds to `said`; the same for every channel and place. */
export function readPapers(matter: Matter, at: number, said: Because[]): void {
  const name = { name: matter.name };
  if (!isClear(matter)) said.push(...papersAgainst(matter).map(refuse));
  if (matter.from !== null && at < matter.from) said.push(refuse(reason('judge.notYet', { ...name, at: matter.from })));
  if (matter.until !== null && at >= matter.until)
    said.push(refuse(reason('judge.expired', { ...name, at: matter.until })));
  if (matter.ppid === 'periodic' && matter.reviewBy !== null && at >= matter.reviewBy)
    said.push({ effect: 'warn', reason: reason('judge.reviewDue', { ...name, at: matter.reviewBy }), ruleId: null });
}

/** Of its papers alone, what refuses it at an instant. */
export function papersAt(matter: Matter, at: number): Reason[] {
  const said: Because[] = [];
  readPapers(matter, at, said);
  return said.filter(({ effect }) => effect === 'refuse').map(({ reason: why }) => why);
}

/** What refuses it at any time; empty where nothing does. */
export function papersAgainst(matter: Matter): Reason[] {
  const name = { name: matter.name };
  const unapproved = approvalAgainst(matter);
  return [
    ...(matter.ppid === 'exempt' ? [reason('judge.exempt', name)] : []),
    ...(matter.gone === 'recalled' ? [reason('judge.recalled', name)] : []),
    ...(matter.gone === 'binned' ? [reason('judge.binned', name)] : []),
    ...(unapproved ? [unapproved] : []),
  ];
}

/** As most are: nothing is built for them. */
const isClear = ({ ppid, gone, approval, approvedHash, hash }: Matter): boolean =>
  ppid !== 'exempt' &&
  gone === 'no' &&
  (approval === 'notNeeded' || (approval === 'approved' && approvedHash !== null && approvedHash === hash));

/** An approval is of one content: another file under the same name has none. */
function approvalAgainst({ approval, approvedHash, hash, name }: Matter): Reason | null {
  switch (approval) {
    case 'notNeeded':
      return null;
    case 'pending':
      return reason('judge.notApproved', { name });
    case 'rejected':
      return reason('judge.rejected', { name });
    case 'approved':
      return approvedHash !== null && approvedHash === hash ? null : reason('judge.otherFile', { name });
    default:
      return approval satisfies never;
  }
}
