/** The foot of a form in a drawer or dialog: it never leaves its lower edge, so that what it asks to press is never below the fold. */
import type { ReactNode } from 'react';
import css from './SheetFoot.module.css';

interface SheetFootProps {
  /** What was refused, where the press that it answers was. */
  said?: ReactNode;
  /** What stands above keeps no distance to it. */
  isClose?: boolean;
  /** The buttons, the one that does it last. */
  children: ReactNode;
}

export function SheetFoot({ said, isClose = false, children }: SheetFootProps) {
  return (
    <div className={css.foot} data-close={isClose || undefined}>
      {said && <div className={css.said}>{said}</div>}
      <div className={css.buttons}>{children}</div>
    </div>
  );
}
