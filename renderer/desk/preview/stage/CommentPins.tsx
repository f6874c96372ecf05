/** Comments that point into the picture, for as long as that picture is about. */
import { useTranslation } from 'react-i18next';
import type { PreviewComment } from '../../../../electron/contract/records/preview';
import type { Deck } from '../engine/Deck';
import { type Layout, pointOf } from '../layout';
import { useDeck } from '../use-deck';
import css from './Stage.module.css';

/** A comment is of its frame; while it plays that is too short to be seen. */
const ABOUT_MS = 400;

interface CommentPinsProps {
  deck: Deck;
  comments: readonly PreviewComment[];
  layout: Layout;
  still: boolean;
  onChoose: (id: string) => void;
}

export function CommentPins({ deck, comments, layout, still, onChoose }: CommentPinsProps) {
  const { t } = useTranslation('preview');
  const near = useDeck(deck, (each) =>
    comments
      .filter(({ place, atMs }) => place && (still || Math.abs(atMs - each.atMs()) <= ABOUT_MS))
      .map(({ id }) => id)
      .join(' '),
  );
  return comments.map((comment, number) => {
    const point = comment.place && near.includes(comment.id) ? pointOf(comment.place, layout) : null;
    return (
      point && (
        <button
          key={comment.id}
          type="button"
          className={css.pin}
          data-resolved={comment.resolvedAt !== null || undefined}
          style={{ left: point.x, top: point.y }}
          aria-label={t('comments.pin', { number: number + 1, text: comment.text })}
          title={comment.text}
          onClick={() => onChoose(comment.id)}
        >
          {number + 1}
        </button>
      )
    );
  });
}
