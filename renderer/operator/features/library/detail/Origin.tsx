/** What an asset says of its origin: whose it is, what it is about, when it may air, and whether it was approved. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { Approval } from '../../../../../electron/contract/records/matter';
import { orpc } from '../../../../client/client';
import { Section } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { DayField } from '../../../shared/DayField';
import { dateText } from '../../../shared/date-text';
import { useMe } from '../../../shared/use-me';
import css from './Detail.module.css';
import { useSaveAsset } from './use-save-asset';

export function Origin({ asset, editable }: { asset: Asset; editable: boolean }) {
  const { t } = useTranslation('library');
  const decides = useMe().may('approve');
  return (
    <Section title={t('origin.title')}>
      {editable ? <OriginFields asset={asset} /> : <OriginText asset={asset} approval={!decides} />}
      {(editable || decides) && <ApprovalField asset={asset} decides={decides} />}
    </Section>
  );
}

/** For whoever may only read it. `approval`: also told in words, as it cannot be chosen. */
function OriginText({ asset, approval }: { asset: Asset; approval: boolean }) {
  const { t } = useTranslation('library');
  const { language } = useFormats();
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const day = (date: string | null) => date && dateText(date, language);
  const rows: [word: string, value: string | null | undefined][] = [
    [t('origin.agency'), agencies.find(({ id }) => id === asset.agencyId)?.name],
    [t('origin.category'), asset.category],
    [t('origin.validFrom'), day(asset.validFrom)],
    [t('origin.validTo'), day(asset.validTo)],
    ...(approval ? [[t('origin.approval'), approvalText(asset, t)] satisfies [string, string]] : []),
  ];
  return (
    <dl className={css.facts}>
      {rows.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value ?? t('origin.notSaid')}</dd>
        </div>
      ))}
    </dl>
  );
}

function approvalText({ approval, ppid }: Asset, t: TFunction<'library'>): string {
  const why = t(`origin.approvalWords.${ppid === 'exempt' ? 'exempt' : approval}`);
  return ppid === 'exempt' ? why : `${t(`origin.approvals.${approval}`)}. ${why}`;
}

function OriginFields({ asset }: { asset: Asset }) {
  const { t } = useTranslation(['library', 'common']);
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const categories = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const save = useSaveAsset(asset);
  const choice = {
    clearable: true,
    searchable: true,
    clearButtonProps: { 'aria-label': t('common:clear') },
    nothingFoundMessage: t('common:nothingFound'),
    placeholder: t('origin.notSaid'),
  };
  const kept = asset.category !== null && !categories.includes(asset.category) ? [asset.category] : [];
  return (
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
      <Day label={t('origin.validFrom')} value={asset.validFrom} onDay={(validFrom) => save.mutate({ validFrom })} />
      <Day label={t('origin.validTo')} value={asset.validTo} onDay={(validTo) => save.mutate({ validTo })} />
    </div>
  );
}

function ApprovalField({ asset, decides }: { asset: Asset; decides: boolean }) {
  const { t } = useTranslation('library');
  const save = useSaveAsset(asset);
  // Whoever does not answer for it may ask for it to be looked at.
  const mayChoose = (value: Approval) => decides || value === 'pending' || value === asset.approval;
  return (
    <Select
      mt={12}
      label={t('origin.approval')}
      description={t(`origin.approvalWords.${asset.ppid === 'exempt' ? 'exempt' : asset.approval}`)}
      allowDeselect={false}
      data={Approval.options.filter(mayChoose).map((value) => ({ value, label: t(`origin.approvals.${value}`) }))}
      value={asset.approval}
      onChange={(value) => save.mutate({ approval: Approval.parse(value) })}
    />
  );
}

interface DayProps {
  label: string;
  value: string | null;
  onDay: (day: string | null) => void;
}

function Day({ label, value, onDay }: DayProps) {
  const { t } = useTranslation(['library', 'common']);
  return (
    <DayField
      label={label}
      value={value ?? undefined}
      placeholder={t('origin.notSaid')}
      clearable
      clearButtonProps={{ 'aria-label': t('common:clear') }}
      onDay={(day) => onDay(day ?? null)}
    />
  );
}
