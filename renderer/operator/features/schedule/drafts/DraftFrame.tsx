/** The schedule, with the banner of the open draft above it. */
import type { ReactNode } from 'react';
import type { ScheduleData } from '../use-schedule-data';
import { DraftBanner } from './DraftBanner';
import css from './Drafts.module.css';

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
      {draft && <DraftBanner key={draft.id} {...shared} draft={draft} />}
      <div className={css.framed}>{children}</div>
    </div>
  );
}
