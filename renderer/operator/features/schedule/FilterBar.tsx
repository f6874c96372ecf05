/** What the timeline is narrowed to and coloured by. Kept in the address. */
import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourBy } from './colouring';
import css from './Schedule.module.css';
import type { ScheduleSearch } from './search';
import type { Planner } from './use-planner';
import type { ScheduleData } from './use-schedule-data';

interface FilterBarProps {
  search: ScheduleSearch;
  data: ScheduleData;
  planner: Planner;
  onChange: (part: Partial<ScheduleSearch>) => void;
  /** What stands at its end; the choice of colours where absent. */
  end?: ReactNode;
}

const FILTERS = ['agency', 'agreement', 'category', 'display', 'group'] as const;
type FilterName = (typeof FILTERS)[number];
const COLOURS: ColourBy[] = ['booking', 'agency', 'category'];
export const NO_FILTER = Object.fromEntries(FILTERS.map((name) => [name, undefined]));

export function FilterBar({ search, data, planner, onChange, end }: FilterBarProps) {
  const { t } = useTranslation('schedule');
  const { agencies, agreements, categories } = planner.choices;
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => a.label.localeCompare(b.label));
  const options: Record<FilterName, { value: string; label: string }[]> = {
    agency: named(agencies),
    agreement: agreements.map(({ id, number }) => ({ value: id, label: number })),
    category: categories.map((name) => ({ value: name, label: name })),
    display: data.displays.map(({ display }) => ({ value: display.id, label: display.name })),
    group: named(data.groups),
  };
  const filtered = FILTERS.some((name) => search[name] !== undefined);
  return (
    <div className={css.bar} role="toolbar" aria-label={t('filter.label')}>
      {FILTERS.filter((name) => options[name].length > 0 || search[name] !== undefined).map((name) => (
        <Select
          key={name}
          size="xs"
          w={150}
          aria-label={t(`filter.${name}`)}
          placeholder={t(`filter.${name}`)}
          data={options[name]}
          value={search[name] ?? null}
          onChange={(value) => onChange({ [name]: value ?? undefined })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clear', { name: t(`filter.${name}`) }) }}
          limit={100}
        />
      ))}
      {filtered && (
        <Button size="xs" variant="subtle" onClick={() => onChange(NO_FILTER)}>
          {t('filter.none')}
        </Button>
      )}
      <span className={css.push} />
      {end ?? (
        <Select
          size="xs"
          w={190}
          aria-label={t('filter.colour')}
          data={COLOURS.map((value) => ({ value, label: t(`filter.by.${value}`) }))}
          value={planner.colour}
          onChange={(value) =>
            onChange({ colour: value === 'booking' ? undefined : COLOURS.find((each) => each === value) })
          }
          allowDeselect={false}
        />
      )}
    </div>
  );
}
