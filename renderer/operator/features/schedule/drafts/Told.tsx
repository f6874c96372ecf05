/** A list of what is said before a schedule is changed. */
import { type ReactNode, useId } from 'react';
import type { Publishing } from '../../../../../electron/contract/api/drafts';
import { reasonTexts } from '../../../i18n/say';
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

/** Bookings and why each is told of; nothing where there are none. */
export function ToldBookings({ title, told }: { title: string; told: Publishing['silent'] }) {
  if (told.length === 0) return null;
  return (
    <Told title={title} grave>
      {told.map(({ name, because }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two bookings may have one name, and the list never changes
        <li key={at}>
          <strong>{name}</strong>: {reasonTexts(because).join(' ')}
        </li>
      ))}
    </Told>
  );
}
