/** What was chosen on this computer: which input, whether the watch is on, and its figures. */
import { z } from 'zod';
import { USUAL_RULES } from './listen/detector';

const Choice = z.object({
  on: z.boolean().catch(false),
  /** Records also without a show. */
  byHand: z.boolean().catch(false),
  input: z.object({ id: z.string(), label: z.string() }).nullable().catch(null),
  silenceDb: z.number().min(-90).max(-20).catch(USUAL_RULES.silenceDb),
  silenceSeconds: z
    .number()
    .min(1)
    .max(600)
    .catch(USUAL_RULES.silenceMs / 1000),
  /** Output of the alarm's tone: null is none, empty the machine's own. */
  tone: z.string().nullable().catch(null),
});
export type Choice = z.infer<typeof Choice>;

const STORED_UNDER = 'suar.watch';

export function storedChoice(): Choice {
  try {
    return Choice.parse(JSON.parse(localStorage.getItem(STORED_UNDER) ?? '{}'));
  } catch {
    return Choice.parse({});
  }
}

export function storeChoice(choice: Choice): void {
  localStorage.setItem(STORED_UNDER, JSON.stringify(choice));
}
