import { Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { NumberField } from '../../operator/shared/NumberField';
import { DaysField, USUAL_DAYS } from './DaysField';

export interface Spot {
  assetId: string | null;
  days: number;
  plays: number;
}

const MOST_PLAYS = 48;
export const USUAL_SPOT: Spot = { assetId: null, days: USUAL_DAYS, plays: 4 };

const OFFERED = 30;
const TYPING_MS = 200;

interface SpotFieldsProps {
  today: LocalDate;
  spot: Spot;
  /** It is told there already. */
  isAgain: boolean;
  onChange: (spot: Spot) => void;
}

/** Sound of the library that says the answer in the breaks of the radio. */
export function SpotFields({ today, spot, isAgain, onChange }: SpotFieldsProps) {
  const { t } = useTranslation('hoaxes');
  const [words, setWords] = useState('');
  // The name of what is chosen stands in the field, and is nothing to search by.
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [typed] = useDebouncedValue(words, TYPING_MS);
  const input = { search: typed === chosen?.label ? '' : typed, kind: 'audio' as const, limit: OFFERED };
  const found =
    useQuery(orpc.library.list.queryOptions({ input, placeholderData: keepPreviousData })).data?.items ?? [];
  const offered = found
    .filter(({ recalledAt }) => recalledAt === null)
    .map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = chosen === null || offered.some(({ value }) => value === chosen.value);
  return (
    <>
      <Select
        label={t('form.spot')}
        description={isAgain ? `${t('form.spotWords')} ${t('form.spotAgain')}` : t('form.spotWords')}
        placeholder={t('form.spotNone')}
        searchable
        clearable
        searchValue={words}
        onSearchChange={setWords}
        filter={({ options }) => options}
        nothingFoundMessage={t('form.spotFind')}
        data={isKnown ? offered : [chosen, ...offered]}
        value={spot.assetId}
        onChange={(assetId, option) => {
          setChosen(assetId === null ? null : { value: assetId, label: option?.label ?? '' });
          onChange({ ...spot, assetId });
        }}
      />
      {spot.assetId !== null && (
        <Group grow align="flex-end" gap={16}>
          <NumberField
            label={t('form.plays')}
            min={1}
            max={MOST_PLAYS}
            value={spot.plays}
            onNumber={(plays) => plays !== null && plays >= 1 && plays <= MOST_PLAYS && onChange({ ...spot, plays })}
          />
          <DaysField today={today} days={spot.days} onDays={(days) => onChange({ ...spot, days })} />
        </Group>
      )}
    </>
  );
}
