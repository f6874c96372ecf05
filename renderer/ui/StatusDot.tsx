/** A tally light and its word. Each tone has its own shape, so that colour is never alone. */
import type { ReactNode } from 'react';
import css from './StatusDot.module.css';

/** red: on air now; amber: attention; green: ready; blue: selected; grey: off. */
export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey';

const SHAPES: Record<Tone, ReactNode> = {
  red: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  amber: <path d="M6 0.8 11.5 11H0.5Z" fill="currentColor" />,
  green: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  blue: <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  grey: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
};

export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={css.status}>
      <TallyLight tone={tone} />
      <span className={css.words}>{children}</span>
    </span>
  );
}

/** The light alone, where its word stands elsewhere. */
export function TallyLight({ tone }: { tone: Tone }) {
  return (
    <svg className={css[tone]} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  );
}
