/** When a rule holds: days, stages, weekdays and hours, all that is said at once; or at all times but these. */

import { ActionIcon, Button, Chip, MultiSelect, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RuleTime } from '../../../../electron/contract/records/rule';
import { stageRefOf } from '../../../../electron/domain/judge/stage-ref';
import { orpc } from '../../../client/client';
import { DayField } from '../../../operator/shared/DayField';
import { TimeField } from '../../../operator/shared/TimeField';
import css from '../Rules.module.css';
import type { RuleWords } from '../sentence';
import own from './RuleForm.module.css';

interface TimeFieldsProps {
  time: RuleTime;
  words: RuleWords;
  onChange: (time: RuleTime) => void;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const FIRST_HOURS = { start: '22:00:00', end: '05:00:00' };

export function TimeFields({ time, words, onChange }: TimeFieldsProps) {
  const { t } = useTranslation('rules');
  const calendars = useQuery(orpc.stages.list.queryOptions()).data ?? [];
  const set = (part: Partial<RuleTime>) => onChange({ ...time, ...part });
  const setHours = (index: number, part: Partial<RuleTime['hours'][number]>) =>
    set({ hours: time.hours.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <fieldset className={css.fields}>
      <legend>{t('form.time')}</legend>
      <Select
        aria-label={t('form.time')}
        allowDeselect={false}
        data={(['during', 'outside'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        value={time.outside ? 'outside' : 'during'}
        onChange={(value) => set({ outside: value === 'outside' })}
      />
      {calendars.length > 0 && (
        <MultiSelect
          label={t('form.stages')}
          searchable
          data={calendars.map(({ id, name, stages }) => ({
            group: name,
            items: stages.map((stage) => ({ value: stageRefOf(id, stage.key), label: stage.name })),
          }))}
          value={time.stages}
          onChange={(stages) => set({ stages })}
        />
      )}
      <div className={css.pair}>
        <DayField
          label={t('form.from')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.clear') }}
          placeholder={t('form.unbound')}
          value={time.from ?? undefined}
          onDay={(day) => set({ from: day ?? null })}
        />
        <DayField
          label={t('form.to')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.clear') }}
          placeholder={t('form.unbound')}
          value={time.to ?? undefined}
          onDay={(day) => set({ to: day ?? null })}
        />
      </div>
      <fieldset className={own.chips} aria-label={t('form.weekdays')}>
        {DAYS.map((day) => (
          <Chip
            key={day}
            size="xs"
            checked={time.weekdays.includes(day)}
            onChange={(on) =>
              set({ weekdays: DAYS.filter((each) => (each === day ? on : time.weekdays.includes(each))) })
            }
          >
            {words.weekday(day)}
          </Chip>
        ))}
      </fieldset>
      {time.hours.map(({ start, end }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name than their place
        <div key={index} className={own.hours}>
          <TimeField
            aria-label={t('form.start')}
            value={start.slice(0, 5)}
            onTime={(value) => setHours(index, { start: `${value.slice(0, 5)}:00` })}
          />
          –
          <TimeField
            aria-label={t('form.end')}
            value={end.slice(0, 5)}
            onTime={(value) => setHours(index, { end: `${value.slice(0, 5)}:00` })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('form.removeHours')}
            onClick={() => set({ hours: time.hours.filter((_, at) => at !== index) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-md"
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => set({ hours: [...time.hours, FIRST_HOURS] })}
      >
        {t('form.addHours')}
      </Button>
    </fieldset>
  );
}
