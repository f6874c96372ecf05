/** A list of what is said before a schedule is changed. */
import { type ReactNode, useId } from 'react';
import schedule from '../Schedule.module.css';
import css from './Drafts.module.css';

interface ToldProps {
  title: string;
  grave?: boolean;
  children: ReactNode;
}

export function Told({ title, grave, children }: ToldProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={grave ? schedule.stale : css.told}>
      <strong id={id}>{title}</strong>
      <ul className={css.conflicts}>{children}</ul>
    </section>
  );
}
