/** Which items of a log may be published, and why the others may not. Pure. Read `offered` first. */
import type { Asset } from '../../contract/records/asset';
import type { ItemKind } from '../../contract/records/rundown-item';
import type { Step } from '../../contract/records/show';
import { type Reason, reason } from '../../contract/scalars';
import { coverage, lengthOf, type Source, type Span } from './cuts';
import { leaveOf } from './leave';

/** What the station itself says. Music, jingles, spots and ILM belong to others, who gave leave to broadcast them and no more. */
const TALK: ReadonlySet<ItemKind> = new Set<ItemKind>(['segment', 'script', 'insert', 'voxPop', 'phoneIn', 'free']);

/** A recording begins when its page has heard of the show: of the first item so much may be lacking. */
export const MOST_MISSING_MS = 3000;
/** So much lacks wherever a file ends and another begins, and nobody hears it. */
const UNHEARD_MS = 100;

export interface Offered extends Span {
  step: Step;
  assetIds: string[];
  guestIds: string[];
  /** Chosen unless a person says otherwise. */
  talk: boolean;
  /** Why it cannot be published; empty where it can. */
  because: Reason[];
  /** What to know before it is. */
  warnings: Reason[];
}

/** What stands in an item, who speaks in it, and names of those who did not agree. */
export interface OfferedContent {
  assetIds: readonly string[];
  guestIds: readonly string[];
  unwilling: readonly string[];
}

export interface OfferNeed {
  sources: readonly Source[];
  /** Spans of recordings that are not checked yet. */
  unchecked: readonly Span[];
  /** Null where the item was removed since. */
  itemOf(step: Step): OfferedContent | null;
  /** What the cart played meanwhile. */
  playedIn(span: Span): readonly string[];
  assetOf(id: string): Asset | undefined;
  /** What the rules of the station say of it in a feed at this moment. */
  ruledOut(asset: Asset): readonly Reason[];
}

/** Items that were on air and are over, in the order in which they were. */
export function offered(steps: readonly Step[], need: OfferNeed): Offered[] {
  return steps
    .filter(({ outcome, startedAt, endedAt }) => outcome !== 'skipped' && endedAt !== null && endedAt > startedAt)
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((step) => offerOf(step, need));
}

function offerOf(step: Step, need: OfferNeed): Offered {
  const span = { from: step.startedAt, until: step.endedAt ?? step.startedAt };
  const item = need.itemOf(step);
  const assetIds = [...new Set([...(item?.assetIds ?? []), ...need.playedIn(span)])];
  const heard = soundOf(span, need);
  const unwilling = (item?.unwilling ?? []).map((name) => reason('episode.noConsent', { name }));
  const held = heldWith(assetIds, need);
  return {
    step,
    ...span,
    assetIds,
    guestIds: [...new Set(item?.guestIds)],
    talk: TALK.has(step.kind) && unwilling.length === 0 && held.length === 0,
    because: [
      ...heard.because,
      ...(item ? [] : [reason('episode.itemGone')]),
      ...assetIds.flatMap((id) => whyNot(need.assetOf(id))),
    ],
    warnings: [...heard.warnings, ...unwilling, ...held],
  };
}

function soundOf(span: Span, { sources, unchecked }: OfferNeed): Pick<Offered, 'because' | 'warnings'> {
  const { parts, gaps } = coverage(span, sources);
  const missingMs = lengthOf(gaps);
  const whole = new Set(sources.filter((source) => source.whole).map(({ id }) => id));
  const damaged = parts.some(({ sourceId }) => !whole.has(sourceId));
  const seconds = Math.ceil(missingMs / 1000);
  const warnings = [
    ...(missingMs > UNHEARD_MS ? [reason('episode.missing', { seconds })] : []),
    ...(damaged ? [reason('episode.damaged')] : []),
  ];
  if (parts.length > 0 && missingMs <= MOST_MISSING_MS) return { because: [], warnings };
  const coming = unchecked.some(({ from, until }) => from < span.until && until > span.from);
  if (coming) return { because: [reason('episode.notCheckedYet')], warnings: [] };
  if (parts.length === 0) return { because: [reason('episode.notRecorded')], warnings: [] };
  return { because: [reason('episode.tooMuchMissing', { seconds, from: gaps[0]?.from ?? span.from })], warnings: [] };
}

/** It may be made, as a lock passes and validity is extended; until then the podcast does without it. */
function heldWith(assetIds: readonly string[], { assetOf, ruledOut }: OfferNeed): Reason[] {
  const reasons = assetIds.flatMap((id) => {
    const asset = assetOf(id);
    return asset && leaveOf(asset).length === 0 ? ruledOut(asset) : [];
  });
  return reasons.length > 0 ? [...reasons, reason('episode.heldMeanwhile')] : [];
}

const whyNot = (asset: Asset | undefined): readonly Reason[] =>
  asset ? leaveOf(asset) : [reason('episode.assetGone')];
