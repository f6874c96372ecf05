/** One rule of a category: when it may air, how often a day, how long, and by which article. */
import { ActionIcon, Group, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SpotRule } from '../../../electron/contract/records/settings';
import { DayField } from '../../operator/shared/DayField';
import { NumberField } from '../../operator/shared/NumberField';
import css from './RadioSettings.module.css';

interface RuleRowProps {
  place: number;
  rule: SpotRule;
  categories: readonly string[];
  onRule: (rule: SpotRule) => void;
  onRemove: () => void;
}

const EVERYTHING = '*';

export function RuleRow({ place, rule, categories, onRule, onRemove }: RuleRowProps) {
  const { t } = useTranslation('spots');
  const { category, from, to, playsADay, longestMs, source } = rule;
  const names = category !== null && !categories.includes(category) ? [...categories, category] : categories;
  const data = [
    { value: EVERYTHING, label: t('settings.everything') },
    ...names.map((name) => ({ value: name, label: name })),
  ];
  const set = (part: Partial<SpotRule>) => onRule({ ...rule, ...part });
  return (
    <div className={css.rule}>
      <Group gap={8} align="flex-end">
        <Select
          aria-label={t('settings.ruleCategory', { place })}
          flex={1}
          searchable
          allowDeselect={false}
          data={data}
          value={category ?? EVERYTHING}
          onChange={(value) => set({ category: value === EVERYTHING ? null : value })}
        />
        <ActionIcon size="md" aria-label={t('settings.remove', { place })} onClick={onRemove}>
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </Group>
      <div className={css.ruleFields}>
        <DayField
          label={t('settings.from')}
          placeholder={t('settings.noLimit')}
          clearable
          value={from ?? undefined}
          onDay={(day) => set({ from: day ?? null })}
        />
        <DayField
          label={t('settings.to')}
          placeholder={t('settings.noLimit')}
          clearable
          value={to ?? undefined}
          onDay={(day) => set({ to: day ?? null })}
        />
        <NumberField
          label={t('settings.playsADay')}
          placeholder={t('settings.noLimit')}
          min={0}
          max={1000}
          value={playsADay}
          onNumber={(value) => set({ playsADay: value })}
        />
        <NumberField
          label={t('settings.longest')}
          placeholder={t('settings.noLimit')}
          min={1}
          max={3600}
          value={longestMs === null ? null : longestMs / 1000}
          onNumber={(value) => set({ longestMs: value === null ? null : Math.round(value * 1000) })}
        />
      </div>
      <TextInput
        label={t('settings.source')}
        value={source}
        maxLength={200}
        placeholder="PKPU 13/2024"
        error={SpotRule.safeParse(rule).success ? null : t('settings.badDates')}
        onChange={({ currentTarget }) => set({ source: currentTarget.value })}
      />
    </div>
  );
}
