import type { ItemKind } from '../../contract/records/rundown-item';

/** Kinds that are played, not spoken: without material there is silence. */
export const PLAYED: ReadonlySet<ItemKind> = new Set<ItemKind>([
  'spotBreak',
  'ilm',
  'jingle',
  'bumper',
  'sweeper',
  'insert',
  'voxPop',
  'music',
  'timeSignal',
]);
