/** What a recall is of, which number its letter has, and how far a display is with it. Pure. */
import { type Asset, isProbed } from '../contract/records/asset';
import type { MadeFrom, Recall, RecallReceipt } from '../contract/records/recall';
import type { LocalDate } from '../contract/scalars';

/** Files of an asset that are played, and small pictures of it. */
export interface Contents {
  hashes: string[];
  pictures: string[];
}

export function contentsOf(asset: Asset): Contents {
  if (!isProbed(asset)) return { hashes: [asset.hash], pictures: [] };
  const made = asset.renditions.flatMap((rendition) => (rendition.state === 'ready' ? [rendition.hash] : []));
  const { thumbnail, filmstrip } = asset.pictures;
  const pictures = [thumbnail, filmstrip?.hash ?? null].filter((hash) => hash !== null);
  // The file as it came in is the first.
  return { hashes: [...new Set([asset.hash, ...made])], pictures: [...new Set(pictures)] };
}

/** Of several assets, the first one's own file first. */
export function contentsOfAll(assets: readonly Asset[]): Contents {
  const all = assets.map(contentsOf);
  const distinct = (of: (contents: Contents) => readonly string[]) => [...new Set(all.flatMap(of))];
  return { hashes: distinct(({ hashes }) => hashes), pictures: distinct(({ pictures }) => pictures) };
}

/** One step from material to what was made from it. */
export type Link = Pick<MadeFrom, 'assetId' | 'kind'>;

/** Everything made from it, by however many steps, each once and never itself. What stays hands nothing on. */
export function madeFrom(
  assetId: string,
  linksOf: (assetId: string) => readonly Link[],
  stays: (link: Link) => boolean = () => false,
): Link[] {
  const found = new Map<string, Link>();
  const open = [assetId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const link of linksOf(id)) {
      if (link.assetId === assetId || found.has(link.assetId) || stays(link)) continue;
      found.set(link.assetId, link);
      open.push(link.assetId);
    }
  }
  return [...found.values()];
}

/** All assets that it withdraws. */
export const assetsOf = ({ assetId, made }: Pick<Recall, 'assetId' | 'made'>): string[] => [
  assetId,
  ...made.map((each) => each.assetId),
];

/** With what has been made of the asset since; the same object where there is nothing new. */
export function withNewFiles(recall: Recall, asset: Asset): Recall {
  const { hashes, pictures } = contentsOf(asset);
  const more = hashes.filter((hash) => !recall.hashes.includes(hash));
  const shown = pictures.filter((hash) => !recall.pictures.includes(hash));
  if (more.length === 0 && shown.length === 0) return recall;
  return { ...recall, hashes: [...recall.hashes, ...more], pictures: [...recall.pictures, ...shown] };
}

export const stands = ({ lifted }: Pick<Recall, 'lifted'>): boolean => lifted === null;

const MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** `003/TARIK-ILM/XI/2026`: the next of its year, with the month in Roman numerals as on official letters. */
export function nextLetterNumber(earlier: readonly Pick<Recall, 'letterNumber'>[], date: LocalDate): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const own = earlier.flatMap(({ letterNumber }) => {
    const [, count, of] = /^(\d+)\/TARIK-ILM\/[IVX]+\/(\d{4})$/.exec(letterNumber) ?? [];
    return count !== undefined && Number(of) === year ? [Number(count)] : [];
  });
  return `${String(Math.max(0, ...own) + 1).padStart(3, '0')}/TARIK-ILM/${MONTHS[month - 1]}/${year}`;
}

export type RecallState = 'notReached' | 'told' | 'removed';

export function stateOf(receipt: Pick<RecallReceipt, 'toldAt' | 'removedAt'> | null): RecallState {
  if (!receipt || (receipt.toldAt === null && receipt.removedAt === null)) return 'notReached';
  return receipt.removedAt === null ? 'told' : 'removed';
}
