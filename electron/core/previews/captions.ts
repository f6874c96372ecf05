/** Captions of a file's own streams, taken out when somebody asks for them, and those brought beside it. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { previewsApi } from '../../contract/api/previews';
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import type { Cue } from '../../contract/records/preview';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { parseCaptions } from '../../domain/preview/captions';
import { refuseHidden } from '../rules/seen-by';
import { requireRecord } from '../store';
import { assetOf, type Room } from './room';
import { makeOne, type Turns } from './turns';

type Commands = 'captions' | 'cues' | 'attachCaptions' | 'removeCaptions';
const STREAM = /^stream-(\d{1,3})$/;
/** Content never changes under its hash, so what was taken out of it is kept: some hours of speech. */
const MOST_KEPT = 30;

export function captionHandlers(room: Room, turns: Turns): Pick<HandlersOf<typeof previewsApi>, Commands> {
  const { store, clock, media } = room;
  const streams = makeOne(MOST_KEPT, (hash) =>
    turns((work) => (isFile(room, hash) ? media.captionStreams(pathOf(room, hash), work) : Promise.resolve([]))),
  );
  const taken = makeOne(MOST_KEPT, (key) => turns((work, target) => takeOut(room, key, target, work)));

  return {
    captions: async ({ assetId }, caller) => {
      const asset = assetOf(store, assetId);
      refuseHidden(store, asset, caller);
      const own = await streams(asset.hash);
      const brought = store.timed.where('previewCaptions', 'assetId', assetId);
      return [
        ...own.map(({ index, language, title }) => ({
          ...{ id: `stream-${index}`, name: title, language, own: true, earlier: false },
        })),
        ...brought.map(({ id, name, language, hash }) => ({
          id,
          name,
          language,
          own: false,
          earlier: hash !== asset.hash,
        })),
      ];
    },

    cues: async ({ assetId, track }, caller) => {
      const asset = assetOf(store, assetId);
      refuseHidden(store, asset, caller);
      const stream = STREAM.exec(track)?.[1];
      if (stream !== undefined) return ownCues(asset, Number(stream));
      const brought = requireRecord(store, 'previewCaptions', track);
      if (brought.assetId !== assetId) throw new Failure('notFound', { record: 'previewCaptions' });
      return brought.cues;
    },

    attachCaptions: async ({ assetId, name, language, text }, { actor }) => {
      const cues = parseCaptions(text);
      if (cues.length === 0) throw new Failure('invalidInput', {}, [reason('preview.noCaptions', { name })]);
      const saved = await store.commit({ command: 'previews.attachCaptions', actor, undoable: true }, (tx) => {
        const { hash } = assetOf(tx, assetId);
        const now = clock.now();
        const by = { createdAt: now, createdBy: actor.name };
        return tx.put('previewCaptions', { id: newId(now), rev: 0, assetId, hash, name, language, cues, ...by });
      });
      return { ...saved, count: saved.cues.length };
    },

    removeCaptions: ({ id }, { actor }) =>
      store.commit({ command: 'previews.removeCaptions', actor, undoable: true }, (tx) => {
        requireRecord(tx, 'previewCaptions', id);
        tx.remove('previewCaptions', id);
        return null;
      }),
  };

  async function ownCues({ hash }: Asset, stream: number): Promise<Cue[]> {
    if (!(await streams(hash)).some(({ index }) => index === stream))
      throw new Failure('notFound', { record: 'previewCaptions' });
    return taken(`${hash} ${stream}`);
  }
}

async function takeOut(room: Room, key: string, target: string, work: Parameters<Room['media']['captionText']>[1]) {
  const [hash = '', stream] = key.split(' ');
  const text = await room.media.captionText({ source: pathOf(room, hash), stream: Number(stream), target }, work);
  return parseCaptions(text);
}

const isFile = (room: Room, hash: string) => /^(?:video|audio)\//.test(room.file(hash)?.mime ?? '');

/** @throws Failure fileGone */
export function pathOf({ file }: Pick<Room, 'file'>, hash: string): string {
  const found = file(hash);
  if (!found) throw new Failure('fileGone');
  return found.path;
}
