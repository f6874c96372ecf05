/** What whoever hands in says of their material: the same form for the office, an agency's account and a link. */
import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Channel } from '../../../electron/contract/records/matter';
import type { SubmissionFields } from '../../../electron/contract/records/submission';
import type { StageChoice } from '../../../electron/domain/submission/stages';
import { DayField } from '../../operator/shared/DayField';
import css from './Fields.module.css';

export interface Choices {
  stages: readonly StageChoice[];
  /** Only the office chooses its displays. */
  displays?: { value: string; label: string }[];
}

interface FieldsProps {
  value: SubmissionFields;
  onChange: (next: SubmissionFields) => void;
  categories: readonly string[];
  choices: Choices;
}

export function Fields({ value, onChange, categories, choices }: FieldsProps) {
  const { t } = useTranslation(['submissions', 'partners', 'common']);
  const set = (change: Partial<SubmissionFields>) => onChange({ ...value, ...change });
  const text = (field: 'title' | 'letterNumber' | 'responsible' | 'position', required = false) => (
    <TextInput
      label={t(`field.${field}`)}
      required={required}
      maxLength={200}
      value={value[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const day = (field: 'letterDate' | 'validFrom' | 'validTo') => (
    <DayField
      label={t(`field.${field}`)}
      clearable
      clearButtonProps={{ 'aria-label': t('common:clear') }}
      value={value[field] ?? undefined}
      onDay={(next) => set({ [field]: next ?? null })}
    />
  );
  const kept = value.category !== null && !categories.includes(value.category) ? [value.category] : [];
  return (
    <div className={css.fields}>
      <div className={css.wide}>{text('title', true)}</div>
      {text('letterNumber', true)}
      {day('letterDate')}
      {text('responsible', true)}
      {text('position')}
      <Select
        label={t('field.category')}
        required
        searchable
        data={[...categories, ...kept]}
        value={value.category}
        onChange={(category) => set({ category })}
      />
      <TextInput
        label={t('field.subject')}
        maxLength={200}
        value={value.subject ?? ''}
        onChange={(event) => set({ subject: event.currentTarget.value || null })}
      />
      {choices.stages.length > 0 && (
        <Select
          className={css.wide}
          label={t('field.stageRef')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          data={stagesByCalendar(choices.stages)}
          value={value.stageRef}
          onChange={(stageRef) => set({ stageRef })}
        />
      )}
      {day('validFrom')}
      {day('validTo')}
      <MultiSelect
        className={css.wide}
        label={t('field.channels')}
        data={Channel.options.map((each) => ({ value: each, label: t(`partners:channel.${each}`) }))}
        value={value.channels}
        onChange={(channels) => set({ channels: Channel.array().parse(channels) })}
      />
      {choices.displays && (
        <MultiSelect
          className={css.wide}
          label={t('field.displayIds')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          data={choices.displays}
          value={value.displayIds}
          onChange={(displayIds) => set({ displayIds })}
        />
      )}
      <Textarea
        className={css.wide}
        label={t('field.purpose')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={value.purpose}
        onChange={(event) => set({ purpose: event.currentTarget.value })}
      />
      <Textarea
        className={css.wide}
        label={t('field.message')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        value={value.message}
        onChange={(event) => set({ message: event.currentTarget.value })}
      />
      <Textarea
        className={css.wide}
        label={t('field.rights')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={value.rights.text}
        onChange={(event) => set({ rights: { ...value.rights, text: event.currentTarget.value } })}
      />
      <Checkbox
        className={css.wide}
        label={t('field.rightsConfirmed')}
        checked={value.rights.confirmed}
        onChange={(event) => set({ rights: { ...value.rights, confirmed: event.currentTarget.checked } })}
      />
    </div>
  );
}

function stagesByCalendar(stages: readonly StageChoice[]) {
  const calendars = [...new Set(stages.map(({ calendar }) => calendar))];
  return calendars.map((group) => ({
    group,
    items: stages.filter(({ calendar }) => calendar === group).map(({ ref, name }) => ({ value: ref, label: name })),
  }));
}
