/** What the rules ask about, read of an asset; and of what a person wrote on the spot. */
import type { Asset } from '../../contract/records/asset';
import { isProbed } from '../../contract/records/asset';
import type { Matter } from '../../contract/records/matter';
import type { TakeoverOrder, TakeoverWhat } from '../../contract/records/takeover';
import type { Zone } from '../../contract/scalars';
import { dayEnd, dayStart } from '../time';
import { type AgencyFacts, EMERGENCY_CATEGORY } from './types';

/** @param zone the station's, whose days its validity is counted in @param ms length of one play; its own where not said */
export function matterOf(asset: Asset, agency: AgencyFacts | undefined, zone: Zone, ms?: number): Matter {
  const {
    id,
    name,
    hash,
    agencyId,
    category,
    ppid,
    approval,
    approvedHash,
    subject,
    validFrom,
    validTo,
    ppidReviewBy,
  } = asset;
  return {
    ...{ assetId: id, name, hash, agencyId, category, ppid, approval, approvedHash, subject },
    agencyKind: agency?.kind ?? null,
    reviewBy: ppidReviewBy === null ? null : dayStart(ppidReviewBy, zone),
    from: validFrom === null ? null : dayStart(validFrom, zone),
    until: validTo === null ? null : dayEnd(validTo, zone),
    ms: ms ?? (isProbed(asset) ? asset.probe.durationMs : 0),
    gone: goneOf(asset),
  };
}

function goneOf({ recalledAt, trashedAt }: Asset): Matter['gone'] {
  if (recalledAt !== null) return 'recalled';
  return trashedAt === null ? 'no' : 'binned';
}

type Written =
  | Extract<TakeoverWhat, { kind: 'text' | 'page' }>
  | Extract<TakeoverOrder['show'], { kind: 'text' | 'page' }>;

/**
 * Words of the station itself, or a page it shows. An emergency's are known for what they are, and no rule on lengths ends them; the
 * rest as far as somebody says.
 * @param ms how long they are to be seen
 */
export function writtenMatter(written: Written, ms = 0): Matter {
  const isEmergency = written.kind === 'text' && written.tone === 'emergency';
  const category = written.category ?? (isEmergency ? EMERGENCY_CATEGORY : null);
  return {
    ...{
      assetId: null,
      hash: null,
      agencyId: null,
      agencyKind: null,
      approvedHash: null,
      subject: null,
      from: null,
      until: null,
    },
    name: written.kind === 'text' ? written.title : written.url,
    category,
    ppid: 'immediate',
    reviewBy: null,
    approval: 'notNeeded',
    ms: category === EMERGENCY_CATEGORY ? 0 : ms,
    gone: 'no',
  };
}
