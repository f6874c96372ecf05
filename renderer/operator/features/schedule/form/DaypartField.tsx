/** The hours of a day, with the usual ones a press away; hours over midnight are said in words. */
import { Button, Group } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
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
        <HourField
          label={t('form.start')}
          value={toField(start)}
          fault={faults.daypart && t('fault.daypart')}
          onChange={(text) => onChange({ daypart: { start: startFromField(text), end } })}
        />
        <HourField
          label={t('form.end')}
          value={toField(end)}
          onChange={(text) => onChange({ daypart: { start, end: endFromField(text) } })}
        />
      </Group>
      <Group gap={6} mt={8} className={css.quick}>
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

interface HourFieldProps {
  label: string;
  /** `HH:mm` */
  value: string;
  fault?: string | undefined;
  onChange: (text: string) => void;
}

/** Our own field, since a browser's writes AM and PM wherever the machine is set to English. */
function HourField({ label, value, fault, onChange }: HourFieldProps) {
  const { t } = useTranslation('schedule');
  return (
    <TimePicker
      label={label}
      format="24h"
      value={value}
      error={fault}
      hoursInputLabel={t('form.hoursOf', { label })}
      minutesInputLabel={t('form.minutesOf', { label })}
      onChange={(text) => /^\d\d:\d\d/.test(text) && onChange(text.slice(0, 5))}
    />
  );
}
