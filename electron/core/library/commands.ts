/** The commands of `libraryApi`. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { libraryApi } from '../../contract/api/library';
import { Failure } from '../../contract/failure';
import { type Asset, isProbed } from '../../contract/records/asset';
import { mayDo, type Role } from '../../contract/records/user';
import { usageReasons } from '../../domain/leaves-air';
import { CARD_COLUMNS, foldPeaks } from '../../domain/peaks';
import type { Steps } from '../../domain/steps';
import { isThisMachine } from '../../domain/this-machine';
import { inTurns } from '../loop';
import { assetSeenBy, saidBy } from '../rules/seen-by';
import { exempt, type Reader, type Store, type Tx, type WordsSearched } from '../store';
import { adopt } from './adopt';
import { checkOrigin } from './check-origin';
import { declassify, exemptionOf } from './exemption';
import type { Freshness } from './freshness';
import { asImported } from './renditions';
import type { Room } from './room';
import { enqueueProbe } from './take-in';
import { underLaw } from './under-law';
import { holesOf, usageOf } from './usage';

export function libraryHandlers(room: Room, freshness: Freshness): HandlersOf<typeof libraryApi> {
  const { store, clock } = room;

  return {
    list: async (query, { role }) => {
      const { total, ids } = store.assets.list(query, wordsFor(role));
      return { total, items: await inTurns(read(store, ids, role)) };
    },
    get: ({ id }, { role }) => assetSeenBy(store, assetOf(store, id), role),
    tags: (_, { role }) => store.assets.tags(wordsFor(role)),
    usage: ({ id }) => usageOf(store, assetOf(store, id).id, clock.now()),
    adopt: ({ paths }, { actor, address }) => {
      // A path names a file of the station's own machine: nobody elsewhere may have it read.
      if (!isThisMachine(address)) throw new Failure('notAllowed');
      return adopt(room, paths, actor);
    },

    update: async ({ id, rev, ...fields }, caller) => {
      const kept = await edit(room, 'library.update', caller, (tx) => {
        const asset = assetOf(tx, id);
        if (!freshness.isFresh(id, rev)) throw new Failure('stale', { name: asset.name });
        const said = saidBy(store, asset, { ...fields, tags: fields.tags && distinct(fields.tags) }, caller);
        const next = { ...asset, ...given(said) };
        checkOrigin(tx, next, asset);
        return keptUnderLaw(tx, next, asset, caller, clock.now());
      });
      return assetSeenBy(store, kept, caller.role);
    },

    classify: ({ id, rev, ground, ...fields }, caller) =>
      // An undo of what becomes exempt is refused with the way there is.
      edit(room, 'library.classify', caller, (tx) => {
        const asset = assetOf(tx, id);
        if (!freshness.isFresh(id, rev)) throw new Failure('stale', { name: asset.name });
        const next = { ...asset, ...given(fields) };
        const kept = keptUnderLaw(tx, next, asset, caller, clock.now());
        const isExempting = kept.ppid === 'exempt' && asset.ppid !== 'exempt';
        if (ground && isExempting) exempt(tx, asset, caller.actor, ground, clock.now());
        return kept;
      }),

    exemption: ({ id }) => exemptionOf(store, assetOf(store, id)),

    declassify: ({ id, rev, ppid, ppidReviewBy, reason: why }, caller) =>
      store.commit({ command: 'library.declassify', actor: caller.actor }, (tx) => {
        const asset = assetOf(tx, id);
        if (!freshness.isFresh(id, rev)) throw new Failure('stale', { name: asset.name });
        declassify(tx, asset, caller.actor, why, clock.now());
        return keptUnderLaw(tx, { ...asset, ppid, ppidReviewBy }, asset, caller, clock.now());
      }),

    archive: ({ ids, archived }, caller) =>
      edit(room, 'library.archive', caller, (tx) => {
        const archivedAt = archived ? clock.now() : null;
        return change(tx, ids, (asset) =>
          (asset.archivedAt !== null) === archived ? asset : { ...asset, archivedAt },
        );
      }),

    remove: ({ ids }, caller) =>
      edit(room, 'library.remove', caller, (tx) => {
        refuseUsed(tx, store, ids, clock.now());
        const trashedAt = clock.now();
        return change(tx, ids, (asset) => (asset.trashedAt === null ? { ...asset, trashedAt } : asset));
      }),

    restore: ({ ids }, caller) =>
      edit(room, 'library.restore', caller, (tx) => change(tx, ids, (asset) => ({ ...asset, trashedAt: null }))),

    retry: async ({ id }, { actor, role }) => {
      await room.jobs.cancelFor([id]);
      const begun = await store.commit({ command: 'library.retry', actor }, (tx) => {
        const asset = assetOf(tx, id);
        const imported = isProbed(asset) ? asset : tx.put('asset', asImported(asset));
        enqueueProbe(room, tx, imported);
        return imported;
      });
      return assetSeenBy(store, begun, role);
    },
  };
}

function keptUnderLaw(tx: Tx, next: Asset, before: Asset, { actor, role }: Caller, now: number): Asset {
  return tx.put('asset', underLaw(tx, next, before, { actor, role, now }));
}

/** Every editing command can be taken back. */
function edit<T>({ store }: Room, command: string, { actor }: Caller, work: (tx: Tx) => T): Promise<T> {
  return store.commit({ command, actor, undoable: true }, work);
}

/** What is looked for must not tell of words that are not shown. */
const wordsFor = (role: Role): WordsSearched => (mayDo(role, 'desk') ? 'all' : 'notOfExempt');

/** One may be gone by the turn in which it is read. */
function* read(store: Store, ids: readonly string[], role: Role): Steps<Asset[]> {
  const found: Asset[] = [];
  for (const id of ids) {
    const asset = store.get('asset', id);
    if (asset) found.push(asListed(assetSeenBy(store, asset, role)));
    yield;
  }
  return found;
}

function assetOf(reader: Reader, id: string): Asset {
  const asset = reader.get('asset', id);
  if (!asset) throw new Failure('notFound', { what: 'asset', id });
  return asset;
}

function change(tx: Tx, ids: readonly string[], alter: (asset: Asset) => Asset): null {
  for (const id of new Set(ids)) {
    const asset = assetOf(tx, id);
    const altered = alter(asset);
    if (altered !== asset) tx.put('asset', altered);
  }
  return null;
}

/** All or none: who deletes forty clips is told of every place before any is gone. */
function refuseUsed(reader: Reader, store: Pick<Store, 'rundownParts'>, ids: readonly string[], now: number): void {
  const used = ids.map((id) => ({ name: assetOf(reader, id).name, uses: holesOf(reader, store, id, now) }));
  const names = used.filter(({ uses }) => uses.length > 0).map(({ name }) => name);
  if (names.length === 0) return;
  const details = used.flatMap(({ uses }) => usageReasons(uses));
  throw new Failure('inUse', { name: names[0] ?? '', count: names.length }, distinctBy(details));
}

/** Without the fields that were not given. */
function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Tags differ by more than case. */
function distinct(tags: readonly string[]): string[] {
  return [...new Map(tags.map((tag) => [tag.toLocaleLowerCase('id'), tag])).values()];
}

function distinctBy<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Up to 2,000 peaks an asset, which `get` has: a list draws sound alone by its waveform, and in few columns. */
function asListed(asset: Asset): Asset {
  if (!isProbed(asset)) return asset;
  const { waveform } = asset.pictures;
  const drawn = asset.probe.kind === 'audio' && waveform ? foldPeaks(waveform, CARD_COLUMNS) : null;
  return { ...asset, pictures: { ...asset.pictures, waveform: drawn } };
}
