/** The board by keys: arrows go from card to card, Shift with an arrow takes the card itself a step on or back. */
import type { SubmissionStanding } from '../../../electron/contract/records/submission';

const NEXT: Partial<Record<SubmissionStanding, SubmissionStanding>> = {
  draft: 'submitted',
  returned: 'submitted',
  submitted: 'verified',
  verified: 'approved',
};
const BACK: Partial<Record<SubmissionStanding, SubmissionStanding>> = {
  submitted: 'returned',
  verified: 'returned',
  approved: 'returned',
  airing: 'returned',
  recalled: 'returned',
};

/** Where Shift with this key takes a card; undefined where it takes it nowhere. */
export function stepOf(key: string, from: SubmissionStanding): SubmissionStanding | undefined {
  if (key === 'ArrowRight') return NEXT[from];
  return key === 'ArrowLeft' ? BACK[from] : undefined;
}

/** The card that an arrow goes to, at the same height in the next column that has any. */
export function neighbourOf(card: HTMLElement, key: string): HTMLElement | null {
  const columns = [...(card.closest('[data-board]')?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
    .map((column) => [...column.querySelectorAll<HTMLElement>('[data-card]')])
    .filter((cards) => cards.length > 0);
  const at = columns.findIndex((cards) => cards.includes(card));
  const row = columns[at]?.indexOf(card) ?? 0;
  if (key === 'ArrowUp') return columns[at]?.[row - 1] ?? null;
  if (key === 'ArrowDown') return columns[at]?.[row + 1] ?? null;
  const beside = key === 'ArrowRight' ? columns[at + 1] : key === 'ArrowLeft' ? columns[at - 1] : undefined;
  return beside?.[Math.min(row, beside.length - 1)] ?? null;
}
