/** Doors by which material and papers come in: to the library itself, or for what an agency hands in. */
import { Failure } from '../contract/failure';
import { mayDo, type Permission } from '../contract/records/user';
import type { Rooms } from './rooms';
import type { ServerDoors } from './server/types';
import type { Store } from './store';

type IntakeDoors = Pick<
  ServerDoors,
  'finishUpload' | 'admitUpload' | 'outsideSender' | 'mayFetch' | 'takePaper' | 'paperFile' | 'usageCsv'
>;

/** Of whom a file for each is taken; a partner account sends only to its own submissions. */
const NEEDS: Record<'agency' | 'agreement' | 'submission', Permission> = {
  agency: 'schedule',
  agreement: 'schedule',
  submission: 'desk',
};

export function intakeDoors({ library, partners, submissions }: Rooms, store: Store): IntakeDoors {
  const agencyOf = (userId: string) => store.get('user', userId)?.agencyId ?? null;
  return {
    finishUpload: ({ submissionId, ...upload }) =>
      submissionId === null ? library.finishUpload(upload) : submissions.takeUpload({ ...upload, submissionId }),
    async admitUpload(upload) {
      submissions.admit(upload);
      await library.admitUpload(upload);
    },
    outsideSender: submissions.outsideSender,
    mayFetch: submissions.mayFetch,
    async takePaper(incoming, { actor, role }) {
      if (role !== 'partner') {
        if (!mayDo(role, NEEDS[incoming.record])) throw new Failure('notAllowed', { needs: NEEDS[incoming.record] });
        return partners.takePaper(incoming, actor);
      }
      const own =
        incoming.record === 'submission' && store.get('submission', incoming.id)?.agencyId === agencyOf(actor.id);
      if (!own) throw new Failure('notFound', { record: incoming.record });
      return partners.takePaper(incoming, actor);
    },
    paperFile(id, { actor, role }) {
      const found = partners.paperFile(id);
      if (!found) return null;
      const { paper, ...file } = found;
      const ofOffice = () => mayDo(role, 'read') && !submissions.hides(paper.of.id, role);
      const sees = role === 'partner' ? paper.agencyId === agencyOf(actor.id) : ofOffice();
      return sees ? file : null;
    },
    usageCsv: partners.usageCsv,
  };
}
