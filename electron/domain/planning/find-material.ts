/** What of a draft's material cannot air on a display, or not on all of its days. */
import { reason } from '../../contract/scalars';
import { localDay } from '../time';
import { type Finding, foundOn } from './finding';
import { dayParam, type Laid, lengthOf } from './stage';

export function findMaterial(laid: Laid): Finding[] {
  return [...leftOut(laid), ...validity(laid), ...tooLong(laid)];
}

/** A rendition that is still to be made is made as soon as the booking is kept: it may cost the first plays. */
function leftOut(laid: Laid): Finding[] {
  const { material, stage } = laid;
  const { assets } = stage.question;
  const needed = new Set(material.needs.map(({ assetId }) => assetId));
  const place = { field: 'what' as const, day: null, displayIds: stage.displayIds };
  return material.leftOut.map(({ assetId, because }) => {
    if (assetId === null || !needed.has(assetId)) {
      const severity = material.pieces.length === 0 ? ('stops' as const) : ('costs' as const);
      return { ...place, severity, reason: because };
    }
    const asset = assets.get(assetId)?.name ?? '';
    return { ...place, severity: 'costs' as const, reason: reason('plan.noRendition', { asset }) };
  });
}

function validity(laid: Laid): Finding[] {
  const { material, draft, looks, stage } = laid;
  const zone = stage.question.station.zone;
  const opens = looks.flatMap(({ kind }) => [kind.days[0] ?? laid.first, kind.days.at(-1) ?? laid.last]);
  const [first, last] = [Math.min(...opens), Math.max(...opens)];
  return material.pieces.flatMap(({ media, airs }): Finding[] => {
    const from = Number.isFinite(airs.from) ? localDay(airs.from, zone) : Number.NEGATIVE_INFINITY;
    const to = Number.isFinite(airs.until) ? localDay(airs.until - 1, zone) : Number.POSITIVE_INFINITY;
    const place = { ...foundOn(laid, 'costs'), field: 'what' as const };
    const asset = media.name;
    // A draft with no open day is said to have none elsewhere.
    if (looks.length === 0 || draft.from > draft.to) return [];
    return [
      ...(to < last
        ? [{ ...place, day: to + 1, reason: reason('plan.validTo', { asset, day: dayParam(to, zone) }) }]
        : []),
      ...(from > first
        ? [{ ...place, day: first, reason: reason('plan.validFrom', { asset, day: dayParam(from, zone) }) }]
        : []),
    ];
  });
}

function tooLong(laid: Laid): Finding[] {
  const room = roomOf(laid);
  if (room === null) return [];
  return laid.material.pieces
    .filter(({ ms }) => ms > room)
    .map((piece) => ({
      ...foundOn(laid, 'costs'),
      field: 'how' as const,
      day: laid.looks[0]?.kind.days[0] ?? null,
      reason: reason('plan.clipTooLong', { asset: piece.media.name, ms: piece.ms, room }),
    }));
}

/** The longest an item of it may be on this display, ms; null where that is said elsewhere. */
export function roomOf({ draft, stage, looks }: Laid): number | null {
  const { policy } = stage.question;
  if (draft.how.kind === 'exact' || looks.length === 0) return null;
  if (!policy) return Math.max(...looks.flatMap(({ open }) => open.map((window) => lengthOf([window]))));
  if (draft.how.kind === 'slot') return policy.slots[draft.how.slot - 1]?.ms ?? null;
  const slots = policy.slots.filter(({ purpose }) => purpose === 'any' || purpose === draft.purpose);
  return slots.length === 0 ? null : Math.max(...slots.map(({ ms }) => ms));
}

/** The longest item of a draft on any of its displays, ms. */
export const longestOf = (laid: readonly Laid[]): number =>
  Math.max(0, ...laid.flatMap(({ material }) => material.pieces.map(({ ms }) => ms)));
