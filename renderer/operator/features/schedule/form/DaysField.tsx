/** On which days: by weekday, or by a rule; without the exceptions. The next five are read back. */
import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats';
import { DateInput } from '../../../shared/DateInput';
import { dateText, listText, weekdayName } from '../../../shared/date-text';
import { NumberField } from '../../../shared/NumberField';
import css from '../Schedule.module.css';
import { EVERY_DAY } from './draft';
import type { FieldProps } from './field';
import { type RuleForm, ruleForm, ruleText } from './rule';
import { useNextDays } from './use-next-days';
import { WeekdaysField } from './WeekdaysField';

const KINDS = ['week', 'weeks', 'month', 'custom'] as const;

export function DaysField(props: FieldProps) {
  const { t } = useTranslation('planning');
  const { form, data, onChange } = props;
  const { language } = useFormats();
  const [typed, setTyped] = useState(false);
  const rule = ruleForm(form.rule, typed);
  const set = (next: RuleForm) => onChange({ rule: ruleText(next) });
  const choose = (kind: string | null) => {
    setTyped(kind === 'custom');
    if (kind === 'weeks') set({ kind, every: 2, weekdays: form.weekdays });
    else if (kind === 'month') set({ kind, nth: 1, weekday: form.weekdays[0] ?? 1 });
    else if (kind === 'custom') set({ kind, text: 'FREQ=YEARLY' });
    else set({ kind: 'week' });
  };
  const next = useNextDays(form, data.zone);
  return (
    <div>
      <Select
        label={t('days.label')}
        allowDeselect={false}
        value={rule.kind}
        data={KINDS.map((value) => ({ value, label: t(`days.kinds.${value}`) }))}
        onChange={choose}
        mb={8}
      />
      {rule.kind === 'week' && <WeekdaysField {...props} />}
      {rule.kind === 'weeks' && (
        <>
          <NumberField
            label={t('days.every')}
            min={1}
            max={52}
            value={rule.every}
            onNumber={(every) => every !== null && set({ ...rule, every: Math.min(Math.max(every, 1), 52) })}
            mb={8}
          />
          <WeekdaysField
            {...props}
            form={{ ...form, weekdays: rule.weekdays }}
            onChange={({ weekdays }) => weekdays && weekdays.length > 0 && set({ ...rule, weekdays })}
          />
        </>
      )}
      {rule.kind === 'month' && (
        <Group grow>
          <Select
            label={t('days.nth')}
            allowDeselect={false}
            value={String(rule.nth)}
            data={NTHS.map((value) => ({ value, label: t(`days.nths.${value}`) }))}
            onChange={(nth) => set({ ...rule, nth: Number(nth) })}
          />
          <Select
            label={t('days.weekday')}
            allowDeselect={false}
            value={String(rule.weekday)}
            data={EVERY_DAY.map((day) => ({ value: String(day), label: weekdayName(day, language) }))}
            onChange={(day) => set({ ...rule, weekday: Number(day) })}
          />
        </Group>
      )}
      {rule.kind === 'custom' && (
        <TextInput
          label={t('days.custom')}
          description={t('days.customHow')}
          maxLength={500}
          value={rule.text}
          error={!next && t('days.fault')}
          onChange={(event) => set({ kind: 'custom', text: event.currentTarget.value.toUpperCase() })}
        />
      )}
      <DateInput
        mt={8}
        type="multiple"
        label={t('days.exceptions')}
        placeholder={t('days.noExceptions')}
        valueFormat="D MMM YYYY"
        clearable
        value={form.exceptions}
        onChange={(exceptions) => onChange({ exceptions: [...exceptions].sort() })}
      />
      {next && next.length > 0 && (
        <p className={css.fieldNote}>
          {t('days.next', {
            days: listText(
              next.map((day) => dateText(day, language)),
              language,
            ),
          })}
        </p>
      )}
    </div>
  );
}

const NTHS = ['1', '2', '3', '4', '-1'] as const;
