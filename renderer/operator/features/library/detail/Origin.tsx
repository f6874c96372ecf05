/** What an asset says of its origin: whose it is, what it is about, when it may air, and whether it was approved. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { Approval } from '../../../../../electron/contract/records/matter';
import { orpc } from '../../../../client/client';
import { Section } from '../../../../ui';
import { DayField } from '../../../shared/DayField';
import { useMe } from '../../../shared/use-me';
import css from './Detail.module.css';
import { useSaveAsset } from './use-save-asset';

export function Origin({ asset, editable }: { asset: Asset; editable: boolean }) {
  const { t } = useTranslation(['library', 'common']);
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const categories = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const save = useSaveAsset(asset);
  const decides = useMe().may('approve');
  // Whoever does not answer for it may ask for it to be looked at.
  const mayChoose = (value: Approval) => decides || value === 'pending' || value === asset.approval;
  const choice = {
    disabled: !editable,
    clearable: true,
    searchable: true,
    clearButtonProps: { 'aria-label': t('common:clear') },
    nothingFoundMessage: t('common:nothingFound'),
    placeholder: t('origin.notSaid'),
  };
  const kept = asset.category !== null && !categories.includes(asset.category) ? [asset.category] : [];
  return (
    <Section title={t('origin.title')}>
      <div className={css.origin}>
        <Select
          {...choice}
          label={t('origin.agency')}
          data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={asset.agencyId}
          onChange={(agencyId) => save.mutate({ agencyId })}
        />
        <Select
          {...choice}
          label={t('origin.category')}
          data={[...categories, ...kept]}
          value={asset.category}
          onChange={(category) => save.mutate({ category })}
        />
        <Day
          label={t('origin.validFrom')}
          value={asset.validFrom}
          editable={editable}
          onDay={(validFrom) => save.mutate({ validFrom })}
        />
        <Day
          label={t('origin.validTo')}
          value={asset.validTo}
          editable={editable}
          onDay={(validTo) => save.mutate({ validTo })}
        />
        <Select
          label={t('origin.approval')}
          description={t(`origin.approvalWords.${asset.ppid === 'exempt' ? 'exempt' : asset.approval}`)}
          disabled={!(editable || decides)}
          allowDeselect={false}
          data={Approval.options.filter(mayChoose).map((value) => ({ value, label: t(`origin.approvals.${value}`) }))}
          value={asset.approval}
          onChange={(value) => save.mutate({ approval: Approval.parse(value) })}
        />
      </div>
    </Section>
  );
}

interface DayProps {
  label: string;
  value: string | null;
  editable: boolean;
  onDay: (day: string | null) => void;
}

function Day({ label, value, editable, onDay }: DayProps) {
  const { t } = useTranslation(['library', 'common']);
  return (
    <DayField
      label={label}
      value={value ?? undefined}
      placeholder={t('origin.notSaid')}
      disabled={!editable}
      clearable={editable}
      clearButtonProps={{ 'aria-label': t('common:clear') }}
      onDay={(day) => onDay(day ?? null)}
    />
  );
}
