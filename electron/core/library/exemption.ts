/** Content that is exempt, and opening it again. */
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { Exemption } from '../../contract/records/exemption';
import { reason } from '../../contract/scalars';
import { contentsOf } from '../../domain/recall';
import type { Reader, Tx } from '../store';

export function exemptionOf(reader: Pick<Reader, 'get'>, { hash, ppid }: Asset): Exemption | null {
  return (ppid === 'exempt' && reader.get('exemption', hash)) || null;
}

/** By a person, who signs for it: a program answers for nothing. @throws Failure refused */
export function declassify(tx: Tx, asset: Asset, actor: Actor, why: string, now: number): void {
  const reasons = [
    ...(actor.kind === 'user' ? [] : [reason('library.declassifyNeedsPerson')]),
    ...(asset.ppid === 'exempt' ? [] : [reason('library.notExempt', { name: asset.name })]),
  ];
  if (reasons.length > 0) throw new Failure('refused', { record: 'asset', name: asset.name }, reasons);
  const by = { id: actor.id, name: actor.name };
  // Of one that was exempt before exemptions were kept nobody knows since when.
  const held = tx.get('exemption', asset.hash) ?? { id: asset.hash, rev: 0, since: now, by };
  const declassified = { at: now, by, reason: why };
  tx.put('exemption', { ...held, declassified });
  // Who opens a content opens all that was made of it, and every file that this asset plays.
  const files = new Set(contentsOf(asset).hashes);
  for (const each of tx.all('exemption'))
    if (each.declassified === null && (each.of === asset.hash || files.has(each.id)))
      tx.put('exemption', { ...each, declassified });
}
