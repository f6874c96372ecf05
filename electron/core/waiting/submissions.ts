import { newest, whyNot } from '../../domain/submission/workflow';
import { intakeRulesOf } from '../store';
import type { Line, Need, Who } from './line';

/**
 * Those on which this person may take the step. An open checklist or a file still being looked into is no reason to hide one: it is theirs
 * to see to.
 */
export function submissionsFor({ store, clock }: Need, { id, name }: Who, kind: 'verify' | 'approve'): Line[] {
  const { fourEyes } = intakeRulesOf(store);
  return store.all('submission').flatMap((submission) => {
    const hash = newest(submission)?.hash ?? null;
    const act = { kind, by: { id, name, role: '' }, at: clock.now(), reason: '', marks: [], hash };
    if (whyNot(submission, act, { fourEyes, open: 0, ready: true, ended: false }).length > 0) return [];
    const since = submission.steps.at(-1)?.at ?? submission.createdAt;
    return [{ kind, id: submission.id, name: submission.title, count: 1, since }];
  });
}
