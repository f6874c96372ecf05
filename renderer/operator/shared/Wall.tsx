/** Displays as a wall; while there are few, each is drawn large. */
import type { DisplayView } from './display-health';
import { WallCard } from './WallCard';
import css from './WallCard.module.css';

const FEW = 2;

export function Wall({ views }: { views: readonly DisplayView[] }) {
  const large = views.length <= FEW;
  return (
    <ul className={`${css.wall} ${large ? css.few : ''}`}>
      {views.map((view) => (
        <WallCard key={view.display.id} view={view} large={large} />
      ))}
    </ul>
  );
}
