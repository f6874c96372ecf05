/** Caps of a day: what they count together, when one is full, and how that is said. */
import type { Matter } from '../../contract/records/matter';
import type { BookRule } from '../../contract/records/rulebook';
import { type Reason, reason } from '../../contract/scalars';
import type { Used } from './types';

/** Whether one more play would be one too many. */
export function isFull(
  cap: { plays: number | null; seconds: number | null },
  { plays, ms }: Used,
  nextMs: number,
): boolean {
  if (cap.plays !== null && plays + 1 > cap.plays) return true;
  return cap.seconds !== null && ms + nextMs > cap.seconds * 1000;
}

/** What a cap counts together. */
export function countedAs({ does }: BookRule, { subject, assetId, agencyId }: Matter): string {
  if (does.kind !== 'cap') return '';
  switch (does.of) {
    case 'all':
      return 'all';
    case 'subject':
      return `subject ${subject ?? ''}`;
    case 'agency':
      return `agency ${agencyId ?? ''}`;
    case 'asset':
      return `asset ${assetId ?? ''}`;
    default:
      return does.of satisfies never;
  }
}

export function capReached({ name: rule, source, does }: BookRule, name: string): Reason {
  if (does.kind !== 'cap') return reason('judge.refused', { name, rule, source });
  const [plays, seconds] = [does.plays ?? 0, does.seconds ?? 0];
  if (does.counts === 'station')
    return does.plays !== null
      ? reason('judge.stationPlays', { name, rule, source, plays })
      : reason('judge.stationSeconds', { name, rule, source, seconds });
  if (does.plays !== null) return reason('judge.capPlays', { name, rule, source, plays });
  return reason('judge.capSeconds', { name, rule, source, seconds });
}
