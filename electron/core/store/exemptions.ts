/**
 * What was classed exempt (*dikecualikan*) stays so by its content, whichever command or undo it is, also when its asset is deleted for
 * good: only a signed declassification (`library.declassify`) opens it again.
 */
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import { reason } from '../../contract/scalars';
import type { RecordChange } from './overlay';
import type { Tx } from './types';

/** Asked of every commit at its end. @throws Failure refused */
export function keepExemptions(tx: Tx, changes: readonly RecordChange[], actor: Actor, now: number): void {
  for (const { record, before, after } of changes) {
    if (record !== 'asset') continue;
    const [was, is] = [before, after] as [Asset | undefined, Asset | undefined];
    if (was?.ppid !== 'exempt' && is?.ppid !== 'exempt') continue;
    if (was?.ppid === 'exempt' && is && is.ppid !== 'exempt') demandSigned(tx, was);
    else remember(tx, is ?? was, was?.ppid !== 'exempt', actor, now);
  }
}

function demandSigned(tx: Tx, { hash, name }: Asset): void {
  if (tx.get('exemption', hash)?.declassified != null) return;
  throw new Failure('refused', { record: 'asset', name }, [reason('library.exemptNeedsSigning', { name })]);
}

/** Of one that was exempt before this was kept, it is remembered with whatever changes it next, its deletion at the latest. */
function remember(tx: Tx, asset: Asset | undefined, isNew: boolean, { id, name }: Actor, now: number): void {
  if (!asset) return;
  const held = tx.get('exemption', asset.hash);
  if (held && (held.declassified === null || !isNew)) return;
  tx.put('exemption', {
    ...{ id: asset.hash, rev: 0, since: now, by: { id, name } },
    declassified: null,
  });
}
