/** Whether what an episode holds may be heard outside the station. Pure. Read `heldBack` first. */
import type { Asset } from '../../contract/records/asset';
import type { Episode } from '../../contract/records/episode';
import type { Guest } from '../../contract/records/guest';
import { type Reason, reason } from '../../contract/scalars';
import { papersAgainst } from '../judge/papers';

type Material = Pick<Asset, 'name' | 'approval' | 'approvedHash' | 'hash' | 'ppid' | 'recalledAt' | 'trashedAt'>;
type Speaker = Pick<Guest, 'name' | 'consent'>;
type Held = Pick<Episode, 'pieces' | 'lacking'>;

/** Undefined: deleted for good. */
export interface Known {
  assetOf(id: string): Material | undefined;
  guestOf(id: string): Speaker | undefined;
  /** What the rules of the station say of it in a feed, at this moment; absent: they are not asked. */
  ruledOut?(id: string): Reason[];
}

/** Why material may not leave the station; empty where it may. */
export function leaveOf(asset: Material): Reason[] {
  const lost = papersAgainst({ ...asset, gone: asset.recalledAt === null ? 'no' : 'recalled' });
  const [first] = lost;
  if (first) return [isOfApproval(first) ? reason('episode.notApproved', { asset: asset.name }) : first];
  return asset.trashedAt === null ? [] : [reason('episode.binned', { asset: asset.name })];
}

const isOfApproval = ({ code }: Reason): boolean => code === 'judge.notApproved' || code === 'judge.rejected';

/**
 * Why an episode that was made is in no feed. What was deleted since counts as it last stood: the bin empties itself after 30 days, and
 * that takes nothing off the feed, nor brings back what was rejected.
 */
export function heldBack(episode: Held, { assetOf, guestOf, ruledOut }: Known): Reason[] {
  const deleted = (id: string) => (episode.lacking.includes(id) ? [reason('episode.deletedWithoutLeave')] : []);
  const reasons = [
    ...assetsIn(episode).flatMap((id) => {
      const asset = assetOf(id);
      if (!asset) return deleted(id);
      const lost = leaveOf(asset);
      return lost.length > 0 ? lost : (ruledOut?.(id) ?? []);
    }),
    ...guestsIn(episode).flatMap((id) => {
      const guest = guestOf(id);
      return guest ? consentOf(guest) : deleted(id);
    }),
  ];
  const said = new Set<string>();
  return reasons.filter((each) => isNew(said, JSON.stringify(each)));
}

/** What its `lacking` is by now, in the order of the episode. */
export function lackingOf(episode: Held, { assetOf, guestOf }: Known): string[] {
  const was = (id: string) => episode.lacking.includes(id);
  const assets = assetsIn(episode).filter((id) => {
    const asset = assetOf(id);
    return asset ? leaveOf({ ...asset, trashedAt: null }).length > 0 : was(id);
  });
  const guests = guestsIn(episode).filter((id) => {
    const guest = guestOf(id);
    return guest ? !guest.consent.given : was(id);
  });
  return [...assets, ...guests];
}

const assetsIn = ({ pieces }: Held): string[] => [...new Set(pieces.flatMap(({ assetIds }) => assetIds))];
const guestsIn = ({ pieces }: Held): string[] => [...new Set(pieces.flatMap(({ guestIds }) => guestIds))];

/** Whether it is only that a guest has not agreed: the office may hear it, to ask them. */
export const isOfConsent = ({ code }: Reason): boolean => code === 'episode.noConsent';

const consentOf = ({ name, consent }: Speaker): Reason[] =>
  consent.given ? [] : [reason('episode.noConsent', { name })];

function isNew(said: Set<string>, text: string): boolean {
  if (said.has(text)) return false;
  said.add(text);
  return true;
}
