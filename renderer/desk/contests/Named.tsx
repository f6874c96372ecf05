import type { EntryView } from '../../../electron/contract/api/contests';
import css from './Contests.module.css';
import { useEntryWords } from './use-entry-words';

/** An entry to choose, with how it stands. */
export function Named({ entry }: { entry: EntryView }) {
  const words = useEntryWords();
  return (
    <span className="any-word">
      {entry.title}
      <span className={css.muted}>{words(entry)}</span>
    </span>
  );
}
