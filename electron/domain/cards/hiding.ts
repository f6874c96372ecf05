/** Keeping a card off the air by its asset's last day, and giving that day back. Pure. */
import type { Card } from '../../contract/records/card';
import type { LocalDate } from '../../contract/scalars';

/** What the card keeps of it, and the last day its asset has. */
export interface Hiding {
  hidden: Card['hidden'];
  validTo: LocalDate | null;
}

/**
 * As it is to stand; what is handed in where nothing changes. A last day that a person sets meanwhile is kept for later, and does not
 * bring the card back before its feed.
 */
export function hidingNow(held: Hiding, hides: boolean, at: { now: number; yesterday: LocalDate }): Hiding {
  const { hidden, validTo } = held;
  if (hidden === null)
    return hides ? { hidden: { since: at.now, validTo, setTo: at.yesterday }, validTo: at.yesterday } : held;
  const isEdited = hidden.setTo !== null && hidden.setTo !== validTo;
  if (!hides) return { hidden: null, validTo: isEdited ? validTo : hidden.validTo };
  if (!isEdited) return held;
  return { hidden: { ...hidden, validTo, setTo: at.yesterday }, validTo: at.yesterday };
}
