/** The line that is spoken now. */
import type { Cue } from '../../../../electron/contract/records/preview';
import { captionAt } from '../../../../electron/domain/preview/captions';
import type { Deck } from '../engine/Deck';
import { useDeck } from '../use-deck';
import css from './Stage.module.css';

export function Captions({ deck, cues }: { deck: Deck; cues: readonly Cue[] }) {
  const text = useDeck(deck, (each) => captionAt(cues, each.atMs()));
  return text === '' ? null : <p className={css.caption}>{text}</p>;
}
