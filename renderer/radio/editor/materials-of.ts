/** What of the library an item needs, and what is wrong with it. Pure. */
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import type { LocalDate } from '../../../electron/contract/scalars';
import { lengthOfMaterial, type Materials, type Trouble, troubleOf } from '../shared/use-materials';

export function materialsOf({ spots, attachments, cue }: RundownItem): string[] {
  const shown = cue?.what.kind === 'asset' ? [cue.what.assetId] : [];
  return [...spots.map(({ assetId }) => assetId), ...attachments, ...shown];
}

/** The first that cannot air; attachments need no approval. */
export function troubleIn({ spots, cue }: RundownItem, materials: Materials, date: LocalDate): Trouble | null {
  const airs = [...spots.map(({ assetId }) => assetId), ...(cue?.what.kind === 'asset' ? [cue.what.assetId] : [])];
  for (const id of airs) {
    const trouble = troubleOf(materials.get(id), date);
    if (trouble) return trouble;
  }
  return null;
}

export const spotsLength = ({ spots }: Pick<RundownItem, 'spots'>, materials: Materials): number =>
  spots.reduce((sum, { assetId }) => sum + lengthOfMaterial(materials.get(assetId)), 0);
