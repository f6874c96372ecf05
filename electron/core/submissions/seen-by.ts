/** A submission as somebody of the office may see it: what it says is as exempt as its picture. */
import type { SubmissionView } from '../../contract/api/submissions';
import type { Submission } from '../../contract/records/submission';
import type { Role } from '../../contract/records/user';
import { hiddenFrom } from '../rules/gate';
import type { Store } from '../store';
import type { Room } from './room';
import { viewOf } from './views';

/** Of one whose material is exempt those who do not keep the desk see that it is there, and how far it came. */
export function viewFor(room: Room, submission: Submission, role: Role): SubmissionView {
  const view = viewOf(room, submission);
  if (!isHidden(room.store, submission, role)) return view;
  const versions = submission.versions.map((version) => ({ ...version, note: '', fields: wordless(version.fields) }));
  const steps = submission.steps.map((step) => ({ ...step, reason: '', marks: [] }));
  return {
    ...view,
    submission: { ...wordless(submission), versions, steps },
    versions: view.versions.map(({ difference, ...version }) => ({
      ...{ ...version, note: '' },
      difference: difference && {
        ...difference,
        ...{ before: wordless(difference.before), after: wordless(difference.after) },
      },
    })),
    papers: [],
  };
}

const wordless = <T extends Pick<Submission, 'message' | 'purpose'>>(said: T): T => ({
  ...said,
  ...{ message: '', purpose: '' },
});

/** Whether any of its material is exempt, under whichever name. */
export function isHidden(store: Pick<Store, 'assets' | 'get'>, { versions }: Submission, role: Role): boolean {
  const held = versions.flatMap(({ assetId, hash }) => {
    const own = store.get('asset', assetId);
    return own ? [own, ...store.assets.holding(hash)] : store.assets.holding(hash);
  });
  return hiddenFrom({ role }, held).length > 0;
}
