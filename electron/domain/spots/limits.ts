/** What keeps a spot from a place: its own days, the station's rules for its category, and what stands beside it. Pure. */
import type { SpotRule } from '../../contract/records/settings';
import { type Reason, reason } from '../../contract/scalars';
import { type Counted, type Counts, createCounts } from '../judge/counts';
import { judge, refusalsOf } from '../judge/judge';
import { localDay, toInstant } from '../time';
import type { SpotBreak, SpotLaw, SpotPiece } from './types';

/** Whether a rule is about this piece; one without a category is about all. */
const isAbout = ({ category }: SpotRule, piece: Pick<SpotPiece, 'category'>) =>
  category === null || category === piece.category;

/** What a rule says of one piece at an instant, whatever else is on air that day; null where nothing. */
export function ruleAgainst(
  piece: SpotPiece,
  at: number,
  { rules, zone }: Pick<SpotLaw, 'rules' | 'zone'>,
): Reason | null {
  for (const rule of rules.filter((each) => isAbout(each, piece))) {
    const { from, to, longestMs, source } = rule;
    const early = from !== null && at < toInstant(from, '00:00:00', zone);
    const late = to !== null && at >= toInstant(to, '24:00:00', zone);
    if (early || late)
      return reason('spots.outsideRule', { category: rule.category ?? '', from: from ?? '…', to: to ?? '…', source });
    if (longestMs !== null && piece.ms > longestMs)
      return reason('spots.longerThanRule', { category: rule.category ?? '', seconds: longestMs / 1000, source });
  }
  return null;
}

/** Why the radio may not air it at an instant, by the station's rules; caps apart, which count the day. */
export function lawAgainst({ matter }: SpotPiece, at: number, { judged }: Pick<SpotLaw, 'judged'>): Reason | null {
  return matter && judged ? (refusalsOf(judge(matter, judged.place, at, judged.context))[0] ?? null) : null;
}

/** Plays of a day as rules with a cap count them, whoever put them in. */
export class DayCounts {
  private readonly counts = new Map<string, number>();
  private readonly capped: Counts | null;

  constructor(private readonly law: SpotLaw) {
    this.capped = law.judged ? createCounts(law.judged) : null;
  }

  note(piece: SpotPiece, at: number): void {
    const counted = this.countedOf(piece);
    if (counted) this.capped?.note(counted, at, piece.ms);
    for (const key of this.keys(piece, at)) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** The cap that one more would break. */
  against(piece: SpotPiece, at: number): Reason | null {
    const full = this.law.rules.find(
      (rule, index) =>
        rule.playsADay !== null &&
        isAbout(rule, piece) &&
        (this.counts.get(keyOf(index, localDay(at, this.law.zone))) ?? 0) >= rule.playsADay,
    );
    if (!full) return this.capReached(piece, at);
    const { category, playsADay, source } = full;
    return reason('spots.capReached', { category: category ?? '', plays: playsADay ?? 0, source });
  }

  private capReached(piece: SpotPiece, at: number): Reason | null {
    const counted = this.countedOf(piece);
    return counted ? (this.capped?.against(counted, at, piece.ms) ?? null) : null;
  }

  private countedOf({ matter }: SpotPiece): Counted | null {
    const { judged } = this.law;
    const rules = matter && judged ? (judged.context.book?.rulesFor(matter, judged.place) ?? []) : [];
    const caps = rules.filter(({ does }) => does.kind === 'cap');
    return matter && caps.length > 0 ? { matter, caps } : null;
  }

  private keys(piece: SpotPiece, at: number): string[] {
    const day = localDay(at, this.law.zone);
    return this.law.rules.flatMap((rule, index) =>
      rule.playsADay !== null && isAbout(rule, piece) ? [keyOf(index, day)] : [],
    );
  }
}

const keyOf = (rule: number, day: number) => `${rule} ${day}`;

/** When each asset is on air: what stands already, and what is placed. */
export class Aired {
  private readonly starts = new Map<string, number[]>();

  note({ assetId }: SpotPiece, start: number): void {
    this.starts.set(assetId, [...(this.starts.get(assetId) ?? []), start]);
  }

  /** Before it or after it. */
  isTooNear({ assetId }: SpotPiece, start: number, { separation: { sameClipMs } }: SpotLaw): boolean {
    return sameClipMs > 0 && (this.starts.get(assetId) ?? []).some((other) => Math.abs(start - other) < sameClipMs);
  }
}

/** Whether two may stand back to back. */
export function mayFollow(a: SpotPiece | undefined, b: SpotPiece | undefined, { separation }: SpotLaw): boolean {
  if (!a || !b) return true;
  if (a.assetId === b.assetId) return false;
  if (separation.agency && a.agencyId !== null && a.agencyId === b.agencyId) return false;
  return !(separation.category && a.category !== null && a.category === b.category);
}

export const isOpenFor = ({ airs }: SpotPiece, start: number, end: number): boolean =>
  airs.from <= start && end <= airs.until;

/** Time that spots put in by hand leave, ms; never below 0. */
export const roomIn = ({ ms, byHand, behind }: Pick<SpotBreak, 'ms' | 'byHand' | 'behind'>): number =>
  Math.max(0, ms - [...byHand, ...behind].reduce((sum, piece) => sum + piece.ms, 0));
