/** The hours of a day, with the usual ones a press away; hours over midnight are said in words. */
import { Button, Group } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import css from '../Schedule.module.css';
import { endFromField, isOvernight, QUICK_DAYPARTS, startFromField, toField } from './draft';
import type { FieldProps } from './field';

export function DaypartField({ form, faults, onChange }: FieldProps) {
  const { t } = useTranslation('schedule');
  const { start, end } = form.daypart;
  const quickName = (daypart: { start: string; end: string }) =>
    daypart.start === '00:00:00' && daypart.end === '24:00:00'
      ? t('form.wholeDay')
      : `${daypart.start.slice(0, 2)}–${daypart.end.slice(0, 2)}`;
  return (
    <div>
      <Group grow align="flex-start">
        <TimeInput
          label={t('form.start')}
          value={toField(start)}
          error={faults.daypart && t('fault.daypart')}
          onChange={(event) =>
            event.currentTarget.value &&
            onChange({ daypart: { start: startFromField(event.currentTarget.value), end } })
          }
        />
        <TimeInput
          label={t('form.end')}
          value={toField(end)}
          onChange={(event) =>
            event.currentTarget.value && onChange({ daypart: { start, end: endFromField(event.currentTarget.value) } })
          }
        />
      </Group>
      <Group gap={6} mt={8}>
        {QUICK_DAYPARTS.map((daypart) => (
          <Button
            key={`${daypart.start} ${daypart.end}`}
            size="compact-sm"
            variant="default"
            aria-pressed={daypart.start === start && daypart.end === end}
            onClick={() => onChange({ daypart })}
          >
            {quickName(daypart)}
          </Button>
        ))}
      </Group>
      {isOvernight(form.daypart) && (
        <p className={css.fieldNote}>{t('form.overnight', { start: toField(start), end: toField(end) })}</p>
      )}
    </div>
  );
}
