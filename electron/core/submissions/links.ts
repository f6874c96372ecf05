/** One-time links: made by the office, used once by whoever holds the code, which is kept as a hash alone. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { handInApi, submissionsApi } from '../../contract/api/submissions';
import { Failure } from '../../contract/failure';
import type { Submission, UploadLink } from '../../contract/records/submission';
import { type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { fieldsOf } from '../../domain/submission/difference';
import { stageChoices } from '../../domain/submission/stages';
import { newSecret, sha256 } from '../secret';
import { type Reader, requireRecord, settingsOf } from '../store';
import { make, say, step } from './course';
import { intakeRulesOf, type Room } from './room';

type Handlers = Pick<HandlersOf<typeof submissionsApi>, 'links' | 'makeLink' | 'revokeLink'>;

export function createLinks({ store, clock }: Room): { handlers: Handlers } {
  const handlers: Handlers = {
    links: () => [...store.all('uploadLink')].map(publicLink).reverse(),
    makeLink: async ({ agencyId, title, days }, { actor }) => {
      const code = newSecret();
      const now = clock.now();
      const link = await store.commit({ command: 'submissions.makeLink', actor }, (tx) => {
        requireRecord(tx, 'agency', agencyId);
        return tx.put('uploadLink', {
          ...{ id: newId(now), rev: 0, agencyId, title, codeHash: sha256(code), expiresAt: now + days * DAY_MS },
          ...{ mostBytes: intakeRulesOf(tx).mostBytes, submissionId: null, usedAt: null, revokedAt: null },
          ...{ createdAt: now, createdBy: actor.name },
        });
      });
      return { link: publicLink(link), code };
    },
    revokeLink: ({ id }, { actor }) =>
      store.commit({ command: 'submissions.revokeLink', actor }, (tx) => {
        tx.put('uploadLink', { ...requireRecord(tx, 'uploadLink', id), revokedAt: clock.now() });
        return null;
      }),
  };
  return { handlers };
}

const publicLink = ({ codeHash: _hash, ...link }: UploadLink): Omit<UploadLink, 'codeHash'> => link;

export const linkActor = ({ id, title }: UploadLink) => ({ kind: 'token' as const, id: `link-${id}`, name: title });
const linkSigner = (link: UploadLink) => ({ id: `link-${link.id}`, name: link.title, role: 'link' });

/** The link of a code, while it can be used. @throws Failure codeUnknown, refused, tooManyAttempts */
export function linkOf({ store, clock, attempts }: Room, code: string, address: string): UploadLink {
  const right = attempts.begin([`hand-in ${address}`]);
  const hash = sha256(code);
  const link = store.all('uploadLink').find(({ codeHash }) => codeHash === hash);
  if (!link) throw new Failure('codeUnknown');
  right();
  const against = whyNotUsable(store, link, clock.now());
  if (against) throw new Failure('refused', { record: 'uploadLink' }, [against]);
  return link;
}

export function whyNotUsable(reader: Reader, link: UploadLink, now: number): Reason | null {
  const receipt = reader.get('submission', link.submissionId ?? '')?.receipt ?? '';
  if (link.usedAt !== null) return reason('link.used', { receipt });
  if (link.revokedAt !== null) return reason('link.revoked');
  return link.expiresAt <= now ? reason('link.expired') : null;
}

export function createHandIn(room: Room): HandlersOf<typeof handInApi> {
  const { store, clock } = room;
  return {
    look({ code }, { address }) {
      const { title, agencyId, expiresAt, mostBytes, submissionId } = linkOf(room, code, address);
      const { stationName, categories } = settingsOf(store);
      const draft = store.get('submission', submissionId ?? '');
      return {
        ...{ title, expiresAt, mostBytes, stationName, categories: [...categories], submissionId },
        agencyName: store.get('agency', agencyId)?.name ?? '',
        checklist: intakeRulesOf(store).checklist,
        stages: stageChoices(store.all('stageCalendar')),
        fields: draft ? fieldsOf(draft) : null,
        files: draft?.versions.length ?? 0,
      };
    },

    say({ code, fields }, { address }) {
      const { id } = linkOf(room, code, address);
      return store.commit({ command: 'handIn.say', actor: linkActor(requireRecord(store, 'uploadLink', id)) }, (tx) => {
        const link = usable(tx, id, clock.now());
        const held = tx.get('submission', link.submissionId ?? '');
        // Panels are the office's to choose: the wish of whoever is outside is words.
        if (held) return { submissionId: say(tx, held, { ...fields, displayIds: held.displayIds }).id };
        const { agencyId } = link;
        const asked = { ...fields, displayIds: [] };
        const made = make(room, tx, { agencyId, fields: asked, via: 'link', createdBy: link.title });
        tx.put('uploadLink', { ...link, submissionId: made.id });
        return { submissionId: made.id };
      });
    },

    finish({ code }, { address }) {
      const { id } = linkOf(room, code, address);
      return store.commit(
        { command: 'handIn.finish', actor: linkActor(requireRecord(store, 'uploadLink', id)) },
        (tx) => {
          const link = usable(tx, id, clock.now());
          const held = requireRecord(tx, 'submission', link.submissionId ?? '');
          const { receipt } = submitted(room, tx, held, link);
          tx.put('uploadLink', { ...link, usedAt: clock.now() });
          return { receipt };
        },
      );
    },
  };
}

function submitted(room: Room, tx: Parameters<typeof step>[1], held: Submission, link: UploadLink): Submission {
  const by = linkSigner(link);
  return step(room, tx, held, { kind: 'submit', by, at: room.clock.now(), reason: '', marks: [], hash: null });
}

/** Asked again in the transaction: of two that race for it, the second finds it used. */
function usable(reader: Reader, id: string, now: number): UploadLink {
  const link = requireRecord(reader, 'uploadLink', id);
  const against = whyNotUsable(reader, link, now);
  if (against) throw new Failure('refused', { record: 'uploadLink' }, [against]);
  return link;
}
