/**
 * What was classed exempt (*dikecualikan*) stays so by its content, whichever command or undo it is, also when its asset is deleted for
 * good: only a signed declassification (`library.declassify`) opens it again. Its content is the file as it came in and all that is
 * played of it: whatever holds one of these files is exempt too, and so is every repaired copy.
 */
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import { reason } from '../../contract/scalars';
import { contentsOf } from '../../domain/recall';
import type { RecordChange } from './overlay';
import type { AssetTable, Tx } from './types';

export interface ExemptionGround {
  /** As it is before the commit. */
  assets: Pick<AssetTable, 'holding' | 'mended'>;
  actor: Actor;
  now: number;
}

/** Asked of every commit at its end. @throws Failure refused */
export function keepExemptions(tx: Tx, changes: readonly RecordChange[], ground: ExemptionGround): void {
  const fresh: Asset[] = [];
  for (const { record, before, after } of changes) {
    if (record !== 'asset') continue;
    const [was, is] = [before, after] as [Asset | undefined, Asset | undefined];
    const wasExempt = was?.ppid === 'exempt';
    if (wasExempt && is && is.ppid !== 'exempt') demandSigned(tx, was);
    else if (is && is.ppid !== 'exempt' && holdsExempt(tx, is)) fresh.push(classed(tx, is));
    else if (is?.ppid === 'exempt' && !wasExempt) fresh.push(is);
    // Files may have been made of it since.
    else if (wasExempt) remember(tx, is ?? was, false, ground);
  }
  spread(tx, fresh, ground);
}

function demandSigned(tx: Tx, { hash, name }: Asset): void {
  if (tx.get('exemption', hash)?.declassified != null) return;
  throw new Failure('refused', { record: 'asset', name }, [reason('library.exemptNeedsSigning', { name })]);
}

const holdsExempt = (tx: Tx, asset: Asset): boolean =>
  contentsOf(asset).hashes.some((hash) => tx.get('exemption', hash)?.declassified === null);

const classed = (tx: Tx, asset: Asset): Asset => tx.put('asset', { ...asset, ppid: 'exempt', ppidReviewBy: null });

/** From what was just classed to all that is the same content or was repaired from it, by however many steps. */
function spread(tx: Tx, fresh: readonly Asset[], ground: ExemptionGround): void {
  const open = [...fresh];
  const copies = open.length > 0 ? ground.assets.mended() : [];
  for (let asset = open.pop(); asset; asset = open.pop()) {
    const { id } = asset;
    remember(tx, asset, true, ground);
    const same = contentsOf(asset).hashes.flatMap((hash) => ground.assets.holding(hash));
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

/** Of one that was exempt before this was kept, it is remembered with whatever changes it next, its deletion at the latest. */
function remember(tx: Tx, asset: Asset | undefined, isNew: boolean, { actor, now }: ExemptionGround): void {
  if (!asset || (!isNew && tx.get('exemption', asset.hash)?.declassified != null)) return;
  for (const hash of contentsOf(asset).hashes) {
    const held = tx.get('exemption', hash);
    // Opened by itself, or by a person's signature, and not classed anew.
    if (held && (held.declassified === null || !isNew)) continue;
    const of = hash === asset.hash ? {} : { of: asset.hash };
    const by = { id: actor.id, name: actor.name };
    tx.put('exemption', { ...{ id: hash, rev: 0, since: now, by }, ...of, declassified: null });
  }
}
