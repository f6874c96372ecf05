/** How much of the day in view is not aired, as a way to why. */
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { daysIn, isCoarse } from '../calendar-view';
import { useDraftId } from '../drafts/open-draft';
import { timelineQuery } from './row-queries';
import type { Scene } from './scene';
import css from './Timeline.module.css';

interface SkippedProps {
  displayId: string;
  scene: Scene;
  onSkipped: (displayId: string) => void;
}

export function Skipped({ displayId, scene: { view, zone }, onSkipped }: SkippedProps) {
  const { t } = useTranslation('schedule');
  const draftId = useDraftId();
  const days = isCoarse(view) ? [] : daysIn(view, zone);
  const count = useQueries({
    queries: days.map((day) => timelineQuery(displayId, day, draftId)),
    combine: (answers) => Math.max(0, ...answers.map(({ data }) => data?.skipped.filter(isAmiss).length ?? 0)),
  });
  if (count === 0) return null;
  return (
    <button type="button" className={css.skipped} onClick={() => onSkipped(displayId)}>
      {t('row.skipped', { count })}
    </button>
  );
}

/** What was paused is meant so, and of a display without bookings the row itself shows as much. */
const MEANT = ['why.paused', 'why.nothingBooked'];
const isAmiss = ({ because }: { because: { code: string } }) => !MEANT.includes(because.code);
