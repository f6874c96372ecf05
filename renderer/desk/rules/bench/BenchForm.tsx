/** What is asked of the bench. */
import { MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyKind, Approval, PpidClass } from '../../../../electron/contract/records/matter';
import { orpc } from '../../../client/client';
import { DayField } from '../../../operator/shared/DayField';
import { NumberField } from '../../../operator/shared/NumberField';
import { TimeField } from '../../../operator/shared/TimeField';
import css from '../Rules.module.css';
import own from './Bench.module.css';
import type { Supposed } from './supposed';

export interface Asked {
  /** Null: supposed material. */
  assetId: string | null;
  displayIds: string[];
  /** Null: today, now. */
  day: string | null;
  time: string | null;
  unsure: boolean;
}

interface BenchFormProps {
  asked: Asked;
  supposed: Supposed;
  day: string;
  time: string;
  onAsked: (part: Partial<Asked>) => void;
  onSupposed: (part: Partial<Supposed>) => void;
}

const PAUSE_MS = 200;

export function BenchForm({ asked, supposed, day, time, onAsked, onSupposed }: BenchFormProps) {
  const { t } = useTranslation('rules');
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  return (
    <section className={own.ask} aria-label={t('bench.ask')}>
      <AssetField assetId={asked.assetId} onAsset={(assetId) => onAsked({ assetId })} />
      {asked.assetId === null && <SupposedFields supposed={supposed} onChange={onSupposed} />}
      <MultiSelect
        label={t('bench.displays')}
        searchable
        placeholder={asked.displayIds.length === 0 ? t('bench.displaysToo') : undefined}
        data={displays.map(({ display }) => ({ value: display.id, label: display.name }))}
        value={asked.displayIds}
        onChange={(displayIds) => onAsked({ displayIds })}
      />
      <div className={css.pair}>
        <DayField label={t('bench.day')} value={day} onDay={(next) => onAsked({ day: next ?? null })} />
        <TimeField label={t('bench.time')} value={time} onTime={(next) => onAsked({ time: next })} />
      </div>
      <Switch
        label={t('bench.unsure')}
        checked={asked.unsure}
        onChange={(event) => onAsked({ unsure: event.currentTarget.checked })}
      />
    </section>
  );
}

function AssetField({ assetId, onAsset }: { assetId: string | null; onAsset: (assetId: string | null) => void }) {
  const { t } = useTranslation('rules');
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words, PAUSE_MS);
  const found = useQuery({
    ...orpc.library.list.queryOptions({ input: { search: search === t('bench.supposed') ? '' : search, limit: 50 } }),
    placeholderData: (held) => held,
  }).data;
  const chosen = useQuery({
    ...orpc.library.get.queryOptions({ input: { id: assetId ?? '' } }),
    enabled: assetId !== null,
  }).data;
  const assets = [...(chosen ? [chosen] : []), ...(found?.items ?? []).filter(({ id }) => id !== chosen?.id)];
  return (
    <Select
      label={t('bench.material')}
      placeholder={t('bench.supposed')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('form.clear') }}
      filter={({ options }) => options}
      data={assets.map(({ id, name }) => ({ value: id, label: name }))}
      value={assetId}
      onSearchChange={setWords}
      onChange={onAsset}
      nothingFoundMessage={t('bench.nothing')}
    />
  );
}

function SupposedFields({ supposed, onChange }: { supposed: Supposed; onChange: (part: Partial<Supposed>) => void }) {
  const { t } = useTranslation('rules');
  const settings = useQuery(orpc.station.settings.queryOptions()).data;
  return (
    <fieldset className={css.fields}>
      <legend>{t('bench.supposed')}</legend>
      <Select
        label={t('bench.category')}
        clearable
        clearButtonProps={{ 'aria-label': t('form.clear') }}
        placeholder={t('bench.unknown')}
        data={settings?.categories ?? []}
        value={supposed.category}
        onChange={(category) => onChange({ category })}
      />
      <Select
        label={t('bench.agencyKind')}
        clearable
        clearButtonProps={{ 'aria-label': t('form.clear') }}
        placeholder={t('bench.nobody')}
        data={AgencyKind.options.map((value) => ({ value, label: t(`agencyKind.${value}`) }))}
        value={supposed.agencyKind}
        onChange={(kind) => onChange({ agencyKind: AgencyKind.options.find((each) => each === kind) ?? null })}
      />
      <div className={css.pair}>
        <Select
          label={t('bench.ppid')}
          allowDeselect={false}
          data={PpidClass.options.map((value) => ({ value, label: t(`ppid.${value}`) }))}
          value={supposed.ppid}
          onChange={(ppid) => onChange({ ppid: PpidClass.catch('immediate').parse(ppid) })}
        />
        <Select
          label={t('bench.approval')}
          allowDeselect={false}
          data={Approval.options.map((value) => ({ value, label: t(`approval.${value}`) }))}
          value={supposed.approval}
          onChange={(approval) => onChange({ approval: Approval.catch('pending').parse(approval) })}
        />
        <NumberField
          label={t('bench.length')}
          unit={t('form.seconds')}
          min={1}
          max={86_400}
          value={supposed.ms / 1000}
          onNumber={(seconds) => onChange({ ms: (seconds ?? 1) * 1000 })}
        />
        <TextInput
          label={t('bench.subject')}
          maxLength={200}
          value={supposed.subject ?? ''}
          onChange={(event) => onChange({ subject: event.currentTarget.value.trim() || null })}
        />
      </div>
    </fieldset>
  );
}
