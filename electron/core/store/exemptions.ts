/**
 * Nothing becomes exempt (*dikecualikan*) without a ground (`exempt`), and what is stays so by its content, whichever command or undo it is,
 * also when its asset is deleted for good: only a signed declassification (`library.declassify`) opens it again. Its content is the file as
 * it came in and all that is played of it: whatever holds one of these files is exempt too, on the same ground, and so is every repaired copy.
 */
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { ExemptGround, Exemption } from '../../contract/records/exemption';
import { reason } from '../../contract/scalars';
import { contentsOf } from '../../domain/recall';
import { mediaOf } from './asset-media';
import type { RecordChange } from './overlay';
import type { AssetTable, Tx } from './types';

interface Kept {
  /** As it is before the commit. */
  assets: Pick<AssetTable, 'holding' | 'mended'>;
  actor: Actor;
  now: number;
}

/** Says why it becomes exempt, in the commit in which it does; the ground stays with the content. */
export function exempt(
  tx: Tx,
  { hash }: Asset,
  { id, name }: Pick<Actor, 'id' | 'name'>,
  ground: ExemptGround,
  now: number,
): void {
  tx.put('exemption', { ...{ id: hash, rev: 0, since: now, by: { id, name } }, ground, declassified: null });
}

/** Asked of every commit at its end. @throws Failure refused */
export function keepExemptions(tx: Tx, changes: readonly RecordChange[], kept: Kept): void {
  const fresh: Asset[] = [];
  for (const { record, before, after } of changes) {
    if (record !== 'asset') continue;
    const [was, is] = [before, after] as [Asset | undefined, Asset | undefined];
    const wasExempt = was?.ppid === 'exempt';
    if (wasExempt && is && is.ppid !== 'exempt') demandSigned(tx, was);
    else if (is && is.ppid !== 'exempt' && holdsExempt(tx, is)) fresh.push(classed(tx, is));
    else if (is?.ppid === 'exempt' && !wasExempt) {
      demandGround(tx, is);
      fresh.push(is);
    }
    // Files may have been made of it since.
    else if (wasExempt) {
      remember(tx, is ?? was, kept, was);
      rememberDropped(tx, was, is, kept);
    }
  }
  spread(tx, fresh, kept);
}

function demandSigned(tx: Tx, { hash, name }: Asset): void {
  if (tx.get('exemption', hash)?.declassified != null) return;
  throw new Failure('refused', { record: 'asset', name }, [reason('library.exemptNeedsSigning', { name })]);
}

/** Said in this commit, or for what it holds or was repaired from, some time ago. */
function demandGround(tx: Tx, asset: Asset): void {
  const { mends, name } = asset;
  if (standingOn(tx, asset).length > 0 || (mends && tx.get('asset', mends.assetId)?.ppid === 'exempt')) return;
  throw new Failure('refused', { record: 'asset', name }, [reason('library.exemptNeedsGround', { name })]);
}

const holdsExempt = (tx: Tx, asset: Asset): boolean => standingAt(tx, contentsOf(asset).hashes).length > 0;

/** By what it is exempt: its own content before what it was repaired from. */
const standingOn = (tx: Tx, asset: Asset): Exemption[] =>
  standingAt(tx, [...contentsOf(asset).hashes, ...(asset.mends ? [asset.mends.hash] : [])]);

const standingAt = (tx: Tx, hashes: readonly string[]): Exemption[] =>
  hashes.flatMap((hash) => tx.get('exemption', hash) ?? []).filter(({ declassified }) => declassified === null);

const classed = (tx: Tx, asset: Asset): Asset => tx.put('asset', { ...asset, ppid: 'exempt', ppidReviewBy: null });

/** From what was just classed to all that is the same content or was repaired from it, by however many steps. */
function spread(tx: Tx, fresh: readonly Asset[], kept: Kept): void {
  const open = [...fresh];
  const copies = open.length > 0 ? kept.assets.mended() : [];
  for (let asset = open.pop(); asset; asset = open.pop()) {
    const { id } = asset;
    remember(tx, asset, kept);
    const same = contentsOf(asset).hashes.flatMap((hash) => kept.assets.holding(hash));
    const mended = [
      ...copies.filter(({ of }) => of === id).map((copy) => copy.id),
      ...(tx.get('qualityReport', id)?.mendings ?? []).map(({ assetId }) => assetId),
    ];
    for (const other of new Set([...same.map((each) => each.id), ...mended])) {
      const held = tx.get('asset', other);
      if (!held || held.ppid === 'exempt') continue;
      if (holdsExempt(tx, held) || held.mends?.assetId === id) open.push(classed(tx, held));
    }
  }
}

/**
 * @param was of one that was exempt before the commit: where it was so before this was kept, it is remembered with whatever changes it next,
 * its deletion at the latest
 */
function remember(tx: Tx, asset: Asset | undefined, { actor, now }: Kept, was?: Asset): void {
  const isNew = was === undefined;
  if (!asset || (!isNew && tx.get('exemption', asset.hash)?.declassified != null)) return;
  const ground = [asset, ...(was ? [was] : [])]
    .flatMap((each) => standingOn(tx, each))
    .find((each) => each.ground)?.ground;
  for (const hash of contentsOf(asset).hashes) {
    const held = tx.get('exemption', hash);
    // Opened by itself, or by a person's signature, and not classed anew.
    if (held && (held.declassified === null || !isNew)) continue;
    const of = hash === asset.hash ? {} : { of: asset.hash };
    const by = { id: actor.id, name: actor.name };
    const why = ground ? { ground } : {};
    tx.put('exemption', { ...{ id: hash, rev: 0, since: now, by }, ...of, ...why, declassified: null });
  }
}

/**
 * Small pictures of it that it names no longer lie on the disk until the sweep. Nothing becomes exempt by them, for a black one is the
 * same picture of material that is open: what another asset names is that one's to show or not.
 */
function rememberDropped(tx: Tx, was: Asset, is: Asset | undefined, { actor, now }: Kept): void {
  if (tx.get('exemption', was.hash)?.declassified != null) return;
  const held = is ? mediaOf(is) : new Set<string>();
  const by = { id: actor.id, name: actor.name };
  for (const hash of mediaOf(was))
    if (!held.has(hash) && !tx.get('exemption', hash))
      tx.put('exemption', { ...{ id: hash, rev: 0, since: now, by }, of: was.hash, declassified: null });
}
