/** How fast a presenter reads, from what was read on air. */
import type { Show, Step } from '../../contract/records/show';
import { rateOf, readingMs, spokenOf } from '../../domain/rundown/reading';
import { type Store, stepsOf, type Tx } from '../store';

/** Less is a sentence between two calls, not reading. */
const LEAST_WORDS = 60;
/** Further off than this from what was expected, something else was said or the script was left. */
const MOST_OFF = 1.6;
/** Beyond as much the newest counts for more than what was long ago. */
const MOST_MS = 5 * 3_600_000;

/** Only what one presenter read alone, and did not hold or break off. */
export function learn({ tx, store }: { tx: Tx; store: Store }, show: Show): void {
  const [presenterId] = tx.get('rundown', show.rundownId)?.presenterIds ?? [];
  const presenter = presenterId && tx.get('presenter', presenterId);
  if (!presenter) return;
  const wpm = rateOf(presenter);
  const read = stepsOf(store, show).flatMap((step) => readingOf(tx, step, { wpm, name: presenter.name }) ?? []);
  if (read.length === 0) return;
  const { words, ms } = presenter.learnt;
  const share = ms > MOST_MS ? MOST_MS / ms : 1;
  const sum = { words: Math.round(words * share), ms: Math.round(ms * share) };
  for (const one of read) {
    sum.words += one.words;
    sum.ms += one.ms;
  }
  tx.put('presenter', { ...presenter, learnt: sum });
}

function readingOf(tx: Tx, step: Step, { wpm, name }: { wpm: number; name: string }) {
  const script = tx.get('script', step.itemId);
  if (!script || step.outcome !== 'aired' || step.heldMs > 0 || step.endedAt === null) return null;
  const spoken = spokenOf(script.doc);
  const speakers = Object.keys(spoken.words);
  if (speakers.some((speaker) => speaker !== '' && speaker !== name)) return null;
  const words = Object.values(spoken.words).reduce((sum, count) => sum + count, 0);
  const ms = step.endedAt - step.startedAt - spoken.pausesMs;
  const expected = readingMs({ words: spoken.words, pausesMs: 0 }, new Map(), wpm);
  const isReading = words >= LEAST_WORDS && ms < expected * MOST_OFF && ms > expected / MOST_OFF;
  return isReading ? { words, ms } : null;
}
