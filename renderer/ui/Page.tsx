/** A screen: its name, what it offers, and its body. The heading takes the focus when one comes from another screen. */
import { type ReactNode, useEffect, useRef } from 'react';
import css from './Page.module.css';

interface PageProps {
  title: string;
  /** Commands at the right of the heading. */
  actions?: ReactNode;
  /** Below the heading: filters, tabs. */
  toolbar?: ReactNode;
  /** `fill`: the body is as high as the window and scrolls inside itself (lists, timelines). */
  layout?: 'flow' | 'fill';
  children: ReactNode;
}

export function Page({ title, actions, toolbar, layout = 'flow', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Suar`;
  }, [title]);
  useEffect(() => {
    // On the first load the focus stays at the top of the document, where the skip link is.
    if (document.activeElement !== document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={layout === 'fill' ? css.fill : css.flow}>
      <header className={css.header}>
        <h1 ref={heading} className={css.title} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {toolbar}
      <div className={css.body}>{children}</div>
    </div>
  );
}

/** Filters and view switches in one row that wraps. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.toolbar} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}

/** A titled part of a screen on its own surface. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section} aria-label={title}>
      <header className={css.sectionHeader}>
        <h2 className={css.sectionTitle}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
