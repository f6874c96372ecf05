/** The checklist of a submission: what concerns its category, answered by the file where it can be and else by whoever verifies. */
import type { Probe } from '../../contract/records/asset';
import type { ChecklistItem } from '../../contract/records/intake-rules';
import type { Answer } from '../../contract/records/submission';

export interface Checked {
  item: ChecklistItem;
  answer: Answer['answer'] | null;
  /** The file answered. */
  byItself: boolean;
}

/** @param probe null while the file has not been looked into */
export function checked(
  items: readonly ChecklistItem[],
  category: string | null,
  answers: readonly Answer[],
  probe: Probe | null,
): Checked[] {
  return items
    .filter((item) => item.category === null || item.category === category)
    .map((item) => {
      const given = answers.find(({ itemId }) => itemId === item.id)?.answer ?? null;
      if (item.by.kind === 'person') return { item, answer: given, byItself: false };
      // A person may say that it does not matter here, never that it is otherwise.
      if (given === 'notNeeded') return { item, answer: given, byItself: false };
      const found = probe && answerOf(item.by, probe);
      return { item, answer: found === null ? null : found ? 'yes' : 'no', byItself: true };
    });
}

export const openOf = (list: readonly Checked[]): number =>
  list.filter(({ answer }) => answer === null || answer === 'no').length;

function answerOf(by: Exclude<ChecklistItem['by'], { kind: 'person' }>, probe: Probe): boolean {
  switch (by.kind) {
    case 'longest':
      return probe.durationMs <= by.ms;
    case 'hasSound':
      return probe.audio.length > 0;
    case 'widest':
      return probe.video === null || probe.video.width <= by.width;
    default:
      return by satisfies never;
  }
}
