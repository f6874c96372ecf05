/** Others who have this row open: their initials in a colour of their own; a pencil where they are typing. */
import { Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Present } from '../../../../electron/contract/rundown-feed';
import { INK, PALETTE } from '../../../operator/shared/booking-colours';
import css from './List.module.css';

const MOST = 3;

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .map(([letter = '']) => letter)
    .join('')
    .slice(0, 2)
    .toLocaleUpperCase();

/** The same person has the same colour on every screen. */
export const colourOfPerson = (userId: string): string =>
  PALETTE[[...userId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % PALETTE.length] ?? PALETTE[0];

export function People({ present }: { present: readonly Present[] }) {
  const { t } = useTranslation('rundowns');
  if (present.length === 0) return null;
  return (
    <span className={css.people}>
      {present.slice(0, MOST).map(({ key, name, userId, editing }) => {
        const words = t(editing ? 'present.types' : 'present.here', { name });
        return (
          <Tooltip key={key} label={words}>
            <span
              className={css.person}
              style={{ background: colourOfPerson(userId), color: INK }}
              role="img"
              aria-label={words}
            >
              {editing ? <IconPencil size={12} stroke={2} aria-hidden="true" /> : initialsOf(name)}
            </span>
          </Tooltip>
        );
      })}
    </span>
  );
}
