/** Narrow the play log down by display, material, booking, outcome and days. */
import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlayOutcome, RADIO_CHANNEL_ID } from '../../../../electron/contract/records/play';
import { DAY_MS } from '../../../../electron/domain/calendar';
import { orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { Toolbar } from '../../../ui';
import { DayField } from '../../shared/DayField';
import { todayIn } from '../../shared/days';
import type { ProofSearch } from './search';

interface FiltersProps {
  search: ProofSearch;
  zone: string;
  onChange: (change: Partial<ProofSearch>) => void;
}

export function Filters({ search, zone, onChange }: FiltersProps) {
  const { t } = useTranslation(['proof', 'common']);
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const bookings = useQuery(orpc.bookings.list.queryOptions()).data ?? [];
  // What is owed is counted of a whole booking, whatever it shows and however it went.
  const ofDebts = search.tab === 'debts';
  const daysBack = (from: number, to: number) =>
    onChange({ from: todayIn(zone, stationNow() - from * DAY_MS), to: todayIn(zone, stationNow() - to * DAY_MS) });
  const choice = (name: 'displayId' | 'bookingId', data: { value: string; label: string }[]) => (
    <Select
      w={200}
      label={t(`filter.${name}`)}
      placeholder={t('filter.all')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      nothingFoundMessage={t('common:nothingFound')}
      limit={200}
      data={data}
      value={search[name] ?? null}
      onChange={(value) => onChange({ [name]: value ?? undefined })}
    />
  );
  const day = (name: 'from' | 'to', limits: { minDate?: string | undefined; maxDate?: string | undefined }) => (
    <DayField
      w={168}
      label={t(`filter.${name}`)}
      placeholder={t('filter.all')}
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      {...limits}
      value={search[name]}
      onDay={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <Toolbar label={t('filter.label')}>
      {choice('displayId', [
        { value: RADIO_CHANNEL_ID, label: t('radio') },
        ...displays.map(({ display }) => ({ value: display.id, label: display.name })),
      ])}
      {!ofDebts && <AssetChoice value={search.assetId} onChange={(assetId) => onChange({ assetId })} />}
      {choice(
        'bookingId',
        bookings.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {!ofDebts && (
        <Select
          w={150}
          label={t('filter.outcome')}
          placeholder={t('filter.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clear') }}
          data={PlayOutcome.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          value={search.outcome ?? null}
          onChange={(value) => onChange({ outcome: PlayOutcome.safeParse(value).data })}
        />
      )}
      <Group gap={8} align="end" wrap="nowrap">
        {day('from', { maxDate: search.to })}
        {day('to', { minDate: search.from })}
        <Group gap={4} wrap="nowrap">
          <Button variant="default" onClick={() => daysBack(0, 0)}>
            {t('filter.today')}
          </Button>
          <Button variant="default" onClick={() => daysBack(1, 1)}>
            {t('filter.yesterday')}
          </Button>
          <Button variant="default" onClick={() => daysBack(6, 0)}>
            {t('filter.week')}
          </Button>
        </Group>
      </Group>
      {ofDebts && (
        <Checkbox
          label={t('filter.settled')}
          checked={Boolean(search.settled)}
          onChange={(event) => onChange({ settled: event.currentTarget.checked || undefined })}
        />
      )}
    </Toolbar>
  );
}

/** Material is looked up at the station while typing: there may be ten thousand. */
function AssetChoice({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const { t } = useTranslation(['proof', 'common']);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const chosen = useQuery(orpc.library.get.queryOptions({ input: { id: value ?? '' }, enabled: Boolean(value) })).data;
  const input = { search: search === chosen?.name ? '' : search, limit: 50 };
  const found = useQuery(orpc.library.list.queryOptions({ input, placeholderData: (old) => old })).data?.items ?? [];
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      w={200}
      label={t('filter.assetId')}
      placeholder={t('filter.all')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      nothingFoundMessage={t('common:nothingFound')}
      filter={({ options }) => options}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onSearchChange={setTyped}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
