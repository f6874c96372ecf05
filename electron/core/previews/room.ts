/** What the parts of this room share. */
import type { Caller } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { MediaFile } from '../../contract/handover';
import { type Asset, isProbed, type ProbedAsset } from '../../contract/records/asset';
import { mayDo } from '../../contract/records/user';
import { type Reason, reason } from '../../contract/scalars';
import type { Media } from '../media/types';
import { exemptAs } from '../rules/gate';
import { type Clock, requireRecord, type Store } from '../store';

export interface Room {
  store: Store;
  clock: Clock;
  media: Pick<Media, 'stillAt' | 'captionStreams' | 'captionText'>;
  /** What lies under a hash of the library. */
  file(hash: string): MediaFile | null;
  /** Counts wrong codes by address. */
  attempts: { begin(keys: readonly string[]): () => void };
  dataDir: string;
}

/**
 * Why a clip may not be shown to anybody outside the office; empty where it may. The one gate of links: asked when one is made, and again
 * at every request, so that what becomes exempt is gone from every link at once. Content is exempt under every name it has. What
 * waits for approval may be shown to the agency that handed it in: it is what a link is for, and nothing airs by it.
 */
export function whyNotOutside(store: Pick<Store, 'assets'>, asset: Asset): Reason[] {
  const exempt = exemptOf(store, asset);
  if (exempt.length > 0) return exempt;
  if (asset.recalledAt !== null) return [reason('judge.recalled', { name: asset.name })];
  if (asset.approval === 'rejected') return [reason('judge.rejected', { name: asset.name })];
  return [];
}

function exemptOf({ assets }: Pick<Store, 'assets'>, asset: Asset): Reason[] {
  return [asset, ...assets.holding(asset.hash)].flatMap(exemptAs).slice(0, 1);
}

/** Of a paper or a list that somebody carries away. @throws Failure refused */
export function refuseExempt(store: Pick<Store, 'assets'>, asset: Asset): void {
  const because = exemptOf(store, asset);
  if (because.length > 0) throw new Failure('refused', {}, because);
}

/** @throws Failure notFound: also of what lies in the bin */
export function assetOf(reader: Pick<Store, 'get'>, id: string): Asset {
  const asset = requireRecord(reader, 'asset', id);
  if (asset.trashedAt !== null) throw new Failure('notFound', { record: 'asset' });
  return asset;
}

/** @throws Failure notFound, refused while it is still being looked into */
export function probedOf(reader: Pick<Store, 'get'>, id: string): ProbedAsset {
  const asset = assetOf(reader, id);
  if (isProbed(asset)) return asset;
  throw new Failure('refused', {}, [reason('preview.notProbed', { name: asset.name })]);
}

/** Of what one wrote oneself, or as one of the desk. @throws Failure notAllowed */
export function demandOwn({ actor, role }: Caller, authorId: string): void {
  if (actor.id === authorId || mayDo(role, 'desk')) return;
  throw new Failure('notAllowed', { needs: 'desk' }, [reason('preview.notYours')]);
}
