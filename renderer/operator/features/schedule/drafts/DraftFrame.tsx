/** The schedule, with the banner of the open draft above it. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { ScheduleData } from '../use-schedule-data';
import css from './Drafts.module.css';

const DraftBanner = lazy(() => import('./DraftBanner').then((file) => ({ default: file.DraftBanner })));

interface DraftFrameProps {
  data: ScheduleData;
  day: string;
  editable: boolean;
  /** Shows what is published again. */
  onLeave: () => void;
  children: ReactNode;
}

export function DraftFrame({ children, ...shared }: DraftFrameProps) {
  const { draft } = shared.data;
  return (
    <div className={css.frame}>
      <Suspense>{draft && <DraftBanner key={draft.id} {...shared} draft={draft} />}</Suspense>
      <div className={css.framed}>{children}</div>
    </div>
  );
}
