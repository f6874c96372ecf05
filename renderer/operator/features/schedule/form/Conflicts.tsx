/** Conflicts beside the field they belong to, each with its ways out. */
import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict, DraftChange } from '../../../../../electron/contract/api/planning';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { dateText, listText } from '../../../shared/date-text';
import type { ScheduleData } from '../use-schedule-data';
import css from './Planning.module.css';

interface ConflictsProps {
  conflicts: readonly Conflict[];
  data: ScheduleData;
  onChange: (change: DraftChange) => void;
}

/** A long playlist that is not ready yet would push the form out of sight. */
const SHOWN_FIRST = 3;
const ICONS = { stops: IconBan, costs: IconAlertTriangle, notice: IconInfoCircle };

export function Conflicts({ conflicts, data, onChange }: ConflictsProps) {
  const { t } = useTranslation('planning');
  const [all, setAll] = useState(false);
  if (conflicts.length === 0) return null;
  const shown = all ? conflicts : conflicts.slice(0, SHOWN_FIRST);
  const rest = conflicts.length - shown.length;
  return (
    <ul className={css.conflicts} aria-live="polite" aria-label={t('conflicts')}>
      {shown.map((conflict) => (
        <ConflictItem key={JSON.stringify(conflict.reason)} {...{ conflict, data, onChange }} />
      ))}
      {rest > 0 && (
        <li>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            {t('more', { count: rest })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function ConflictItem({ conflict, data, onChange }: Omit<ConflictsProps, 'conflicts'> & { conflict: Conflict }) {
  const { t } = useTranslation('planning');
  const { reason, severity, waysOut, advice } = conflict;
  const Icon = ICONS[severity];
  return (
    <li className={css.conflict} data-severity={severity}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <div>
        <p>
          <strong>{t(`severity.${severity}`)}</strong> {reasonText(reason)} <Place conflict={conflict} data={data} />{' '}
          {advice && reasonText(advice)}
        </p>
        {waysOut.length > 0 && (
          <Group gap={6} mt={6}>
            {waysOut.map(({ label, change }) => (
              <Button key={JSON.stringify(change)} size="compact-sm" variant="default" onClick={() => onChange(change)}>
                {reasonText(label)}
              </Button>
            ))}
          </Group>
        )}
      </div>
    </li>
  );
}

const NAMED_AT_MOST = 2;

function Place({ conflict: { displayIds, firstDay }, data }: { conflict: Conflict; data: ScheduleData }) {
  const { t } = useTranslation('planning');
  const { language } = useFormats();
  const names = data.displays
    .filter(({ display }) => displayIds.includes(display.id))
    .map(({ display }) => display.name);
  const more = names.length - NAMED_AT_MOST;
  const some = more > 0 ? [...names.slice(0, NAMED_AT_MOST), t('more', { count: more })] : names;
  const where = some.length > 0 ? listText(some, language) : null;
  const day = firstDay && t('firstOn', { day: dateText(firstDay, language) });
  const place = [where, day].filter((part) => part !== null).join(', ');
  return place ? <span className={css.place}>({place})</span> : null;
}
