/** One display on the wall. Its day is asked for only once the card has come into sight. */
import { useIntersection } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DayStrip } from './DayStrip';
import { DisplayPicture } from './DisplayPicture';
import type { DisplayView } from './display-health';
import { HealthDot } from './HealthDot';
import { NowNext } from './NowNext';
import css from './WallCard.module.css';

/** On the smallest screen that is meant, its words are still in sight below it. */
const LARGE_PX = 480;

export function WallCard({ view, large = false }: { view: DisplayView; large?: boolean }) {
  const { display, status } = view;
  const { ref, entry } = useIntersection({ rootMargin: '200px' });
  const inSight = useOnce(entry?.isIntersecting ?? false);
  return (
    <li ref={ref} className={css.card}>
      <div className={large ? css.largePicture : css.picture}>
        <DisplayPicture view={view} maxHeight={large ? LARGE_PX : 168} />
      </div>
      <div className={css.words}>
        <div className={css.head}>
          <Link to="/displays" search={{ id: display.id }} className={css.name} title={display.name}>
            {display.name}
          </Link>
          <span className={css.place} title={display.place}>
            {display.place}
          </span>
        </div>
        <NowNext status={status} />
        <div className={css.strip}>{inSight && <DayStrip displayId={display.id} zone={display.zone} />}</div>
        <div className={css.health}>
          <HealthDot view={view} />
        </div>
      </div>
    </li>
  );
}

/** True from the first time on. */
function useOnce(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever;
}
