/** Handlers of `draftsApi` and `versionsApi`. */
import { type DraftView, type draftsApi, MOST_DRAFTS, type versionsApi } from '../../../contract/api/drafts';
import type { HandlersOf } from '../../../contract/api/handlers';
import { Failure } from '../../../contract/failure';
import type { Booking } from '../../../contract/records/booking';
import type { ScheduleDraft } from '../../../contract/records/schedule-draft';
import type { ScheduleSource } from '../../../contract/records/schedule-version';
import { reason } from '../../../contract/scalars';
import { newId } from '../../../contract/ulid';
import { countsOf } from '../../../domain/drafts';
import { type Clock, requireRecord, type Store } from '../../store';
import { insist } from '../one-moment';
import { createCompare } from './compare';
import { editDraft, settleEdits, staleAmong } from './edits';
import { lookAtDraft } from './look';
import { pack, packNow } from './pack';
import { publishDraft } from './publish';
import { lookAt, restoreVersion } from './restore';
import { bookingsOf, putVersion, removeVersion, versionsOf } from './versions';
import { bookingsIn, editsOf, requireDraft } from './views';

interface Handlers {
  drafts: HandlersOf<typeof draftsApi>;
  versions: HandlersOf<typeof versionsApi>;
}

export function createDrafts(store: Store, clock: Clock): Handlers {
  const compare = createCompare(store, () => clock.now());
  return {
    drafts: {
      list: () => store.all('scheduleDraft').map((draft) => viewed(store, draft)),

      get: ({ id }) => ({ draft: requireDraft(store, id), edits: editsOf(store, id) }),

      create: ({ name }, { actor }) =>
        store.commit({ command: 'drafts.create', actor, undoable: true }, (tx) => {
          if (tx.all('scheduleDraft').length >= MOST_DRAFTS) {
            throw new Failure('invalidInput', {}, [reason('draft.tooMany', { most: MOST_DRAFTS })]);
          }
          const now = clock.now();
          return tx.put('scheduleDraft', { id: newId(now), rev: 0, name, createdAt: now, createdBy: actor.name });
        }),

      rename: ({ id, name }, { actor }) =>
        store.commit({ command: 'drafts.rename', actor, undoable: true }, (tx) =>
          tx.put('scheduleDraft', { ...requireDraft(tx, id), name }),
        ),

      edit: ({ id, ...wanted }, { actor }) =>
        store.commit({ command: 'drafts.edit', actor, undoable: true }, (tx) => {
          const draftId = requireDraft(tx, id).id;
          return editDraft({ tx, draftId, now: clock.now(), by: actor.name }, wanted);
        }),

      settle: ({ id, choices }, { actor }) =>
        store.commit({ command: 'drafts.settle', actor, undoable: true }, (tx) => {
          settleEdits(tx, requireDraft(tx, id).id, choices);
          return null;
        }),

      look: ({ id }) => lookAtDraft({ store, clock }, id),

      publish: ({ id }, { actor }) => publishDraft({ store, clock }, id, actor),

      discard: ({ id }, { actor }) =>
        store.commit({ command: 'drafts.discard', actor, undoable: true }, (tx) => {
          for (const edit of editsOf(tx, requireDraft(tx, id).id)) tx.remove('draftEdit', edit.id);
          tx.remove('scheduleDraft', id);
          return null;
        }),

      async compare({ before, after, from, days }) {
        const [was, will] = [await read(store, before), await read(store, after)];
        return compare({ before: was, after: will, from, days });
      },
    },

    versions: {
      list: () => versionsOf(store),

      keep: ({ name }, { actor }) =>
        insist(async (inOneGo) => {
          const stamp = store.lastChange('booking');
          const packed = inOneGo ? packNow(store.all('booking')) : await pack(store.all('booking'));
          if (store.lastChange('booking') !== stamp) return null;
          return store.commit({ command: 'versions.keep', actor, undoable: true }, (tx) =>
            putVersion(tx, packed, { name, reason: 'kept', createdAt: clock.now(), createdBy: actor.name }),
          );
        }),

      look: ({ id }) => lookAt({ store, clock }, id),

      restore: ({ id }, { actor }) => restoreVersion({ store, clock }, id, actor),

      remove: ({ id }, { actor }) =>
        store.commit({ command: 'versions.remove', actor, undoable: true }, (tx) => {
          removeVersion(tx, requireRecord(tx, 'scheduleVersion', id).id);
          return null;
        }),
    },
  };
}

async function read(store: Store, source: ScheduleSource): Promise<readonly Booking[]> {
  switch (source.kind) {
    case 'published':
      return store.all('booking');
    case 'draft':
      return bookingsIn(store, requireDraft(store, source.id).id);
    case 'version':
      return bookingsOf(store, source.id);
  }
  source satisfies never;
}

function viewed(store: Store, draft: ScheduleDraft): DraftView {
  const edits = editsOf(store, draft.id);
  const counts = countsOf(edits.map(({ base, value }) => ({ before: base, after: value })));
  return { ...draft, counts, stale: staleAmong(store, edits).length };
}
