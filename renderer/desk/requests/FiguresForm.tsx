/** The law's figures and the days that do not count, as this office has them. */
import { Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OfficeSettings } from '../../../electron/contract/records/office-settings';
import type { Settings } from '../../../electron/contract/records/settings';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { weekdayName } from '../../operator/shared/date-text';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import desk from '../shared/Desk.module.css';
import { FormSheet } from '../shared/FormSheet';

const FIGURES = [
  ['answerDays', 1, 90],
  ['extraDays', 0, 90],
  ['objectDays', 1, 90],
  ['objectionDays', 1, 90],
  ['warnDays', 0, 30],
  ['keepContactDays', 1, 3660],
] as const;
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Days a line or a comma apart. */
const daysIn = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

export function FiguresForm({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const { t } = useTranslation('requests');
  const { language } = useFormats();
  const [office, setOffice] = useState(settings.office);
  const [holidays, setHolidays] = useState(settings.office.holidays.join('\n'));
  const read = OfficeSettings.safeParse({ ...office, holidays: daysIn(holidays) });
  const holidaysFit = OfficeSettings.shape.holidays.safeParse(daysIn(holidays)).success;
  const markFits = OfficeSettings.shape.mark.safeParse(office.mark).success;
  const save = useCommand({
    run: (values: OfficeSettings) => client.station.updateSettings({ rev: settings.rev, values: { office: values } }),
    done: () => t('figures.saved'),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (read.success) save.mutate(read.data);
  };
  return (
    <FormSheet
      title={t('figures.title')}
      size={560}
      className={desk.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!read.success}
    >
      <div className={desk.pair}>
        {FIGURES.map(([figure, min, max]) => (
          <NumberField
            key={figure}
            label={t(`figures.${figure}`)}
            min={min}
            max={max}
            value={office[figure]}
            onNumber={(value) => setOffice({ ...office, [figure]: value ?? min })}
          />
        ))}
        <TextInput
          label={t('figures.mark')}
          error={!markFits && t('figures.markFault')}
          maxLength={40}
          value={office.mark}
          onChange={({ currentTarget }) => setOffice({ ...office, mark: currentTarget.value })}
        />
      </div>
      <Checkbox.Group
        label={t('figures.workdays')}
        value={office.workdays.map(String)}
        onChange={(days) => setOffice({ ...office, workdays: days.map(Number) })}
      >
        <Group gap={12} mt={6}>
          {WEEK.map((day) => (
            <Checkbox key={day} value={String(day)} label={weekdayName(day, language)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={t('figures.holidays')}
        description={t('figures.holidaysHow')}
        placeholder="2026-03-19"
        autosize
        minRows={4}
        maxRows={12}
        error={!holidaysFit && t('figures.holidaysFault')}
        value={holidays}
        onChange={({ currentTarget }) => setHolidays(currentTarget.value)}
      />
    </FormSheet>
  );
}
