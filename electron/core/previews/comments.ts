/** Comments at a time and a place in the picture. Whoever may preview may comment; whoever wrote it or is of the desk may close or remove it. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { previewsApi } from '../../contract/api/previews';
import { Failure } from '../../contract/failure';
import { isProbed } from '../../contract/records/asset';
import type { PreviewComment } from '../../contract/records/preview';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { refuseHidden } from '../rules/seen-by';
import { requireRecord, type Store } from '../store';
import { assetOf, demandOwn, type Room } from './room';

type Commands = 'comments' | 'comment' | 'reply' | 'resolve' | 'removeComment';
/** Beyond them a file is to be discussed elsewhere. */
const MOST_REPLIES = 100;
const MOST_COMMENTS = 2000;

export function commentHandlers({ store, clock }: Room): Pick<HandlersOf<typeof previewsApi>, Commands> {
  const change = (id: string, command: string, caller: Caller, to: (held: PreviewComment) => PreviewComment) =>
    store.commit({ command, actor: caller.actor, undoable: true }, (tx) =>
      tx.put('previewComment', to(requireRecord(tx, 'previewComment', id))),
    );
  return {
    // What is said of exempt content tells what is in it.
    comments: ({ assetId }, caller) => {
      refuseHidden(store, assetOf(store, assetId), caller);
      return commentsOf(store, assetId);
    },

    comment: ({ assetId, hash, atMs, place, text }, caller) => {
      const { actor } = caller;
      refuseHidden(store, assetOf(store, assetId), caller);
      if (commentsOf(store, assetId).length >= MOST_COMMENTS)
        throw new Failure('refused', {}, [reason('preview.tooMany', { most: MOST_COMMENTS })]);
      return store.commit({ command: 'previews.comment', actor, undoable: true }, (tx) => {
        const asset = assetOf(tx, assetId);
        if (asset.hash !== hash) throw new Failure('stale', { record: 'asset', name: asset.name });
        const longest = isProbed(asset) ? asset.probe.durationMs : 0;
        const now = clock.now();
        return tx.put('previewComment', {
          ...{ id: newId(now), rev: 0, assetId, hash, atMs: Math.min(atMs, longest), place, text },
          ...{
            by: { id: actor.id, name: actor.name },
            createdAt: now,
            resolvedAt: null,
            resolvedBy: null,
            replies: [],
          },
        });
      });
    },

    reply: ({ id, text }, caller) =>
      change(id, 'previews.reply', caller, (held) => {
        refuseHidden(store, assetOf(store, held.assetId), caller);
        if (held.replies.length >= MOST_REPLIES)
          throw new Failure('refused', {}, [reason('preview.tooMany', { most: MOST_REPLIES })]);
        const { actor } = caller;
        const said = { text, by: { id: actor.id, name: actor.name }, at: clock.now() };
        return { ...held, replies: [...held.replies, said] };
      }),

    resolve: ({ id, resolved }, caller) =>
      change(id, 'previews.resolve', caller, (held) => {
        demandOwn(caller, held.by.id);
        if (!resolved) return { ...held, resolvedAt: null, resolvedBy: null };
        return held.resolvedAt === null ? { ...held, resolvedAt: clock.now(), resolvedBy: caller.actor.name } : held;
      }),

    removeComment: ({ id }, caller) =>
      store.commit({ command: 'previews.removeComment', actor: caller.actor, undoable: true }, (tx) => {
        demandOwn(caller, requireRecord(tx, 'previewComment', id).by.id);
        tx.remove('previewComment', id);
        return null;
      }),
  };
}

/** Of every version, oldest first. @throws Failure notFound */
export function commentsOf(store: Store, assetId: string): PreviewComment[] {
  assetOf(store, assetId);
  return store.timed.where('previewComment', 'assetId', assetId);
}
