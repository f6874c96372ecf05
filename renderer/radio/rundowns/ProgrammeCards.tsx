/** Programmes, and when each comes next: from here its next rundown is made. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { useMe } from '../../operator/shared/use-me';
import { Duration } from '../../ui';
import { dayText } from '../shared/day-text';
import { nextDate } from '../shared/week';
import type { NewFrom } from './NewRundown';
import css from './Rundowns.module.css';

export function ProgrammeCards({ today, onNew }: { today: LocalDate; onNew: (from: NewFrom) => void }) {
  const { t } = useTranslation('rundowns');
  const { may } = useMe();
  const formats = useFormats();
  const programmes = useQuery(orpc.programmes.list.queryOptions()).data;
  if (!programmes?.length) return null;
  return (
    <ul className={css.cards} aria-label={t('programmes')}>
      {programmes.map((programme) => {
        const next = nextDate(programme.weekdays, today);
        return (
          <li key={programme.id} className={css.card}>
            <strong className="two-lines">{programme.name}</strong>
            <span className={css.quiet}>
              {programme.startsAt.slice(0, 5)} · <Duration ms={programme.lengthMs} />
            </span>
            <span>{next ? t('next.on', { day: dayText(next, formats) }) : t('next.asAnnounced')}</span>
            {may('rundown') && (
              <Button
                size="xs"
                variant="default"
                onClick={() => onNew({ programmeId: programme.id, ...(next ? { date: next } : {}) })}
              >
                {t('next.make')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
