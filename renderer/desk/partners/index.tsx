/** Partners: the agencies whose material airs, and the agreements under which it does. */
import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { orpc } from '../../client/client';
import { todayIn } from '../../operator/shared/days';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { CardSkeletons, EmptyState, Page } from '../../ui';
import { FindToolbar } from '../shared/FindToolbar';
import { AgencyCard } from './AgencyCard';
import { AgencyForm } from './AgencyForm';
import { AgreementForm } from './AgreementForm';
import type { Opened } from './opened';
import css from './Partners.module.css';

export function PartnersScreen() {
  const { t } = useTranslation('partners');
  const { may } = useMe();
  const agencies = useQuery(orpc.agencies.list.queryOptions());
  const agreements = useQuery(orpc.agreements.list.queryOptions());
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [seenAt] = useState(Date.now);
  const [words, setWords] = useState('');
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  useScreenActions(may('schedule') ? [{ id: 'partners.add', label: t('add'), keys: 'N', run: () => open({}) }] : []);
  const wanted = words.trim().toLowerCase();
  const shown = [...(agencies.data ?? [])]
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
  const add = may('schedule') && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => open({})}>
      {t('add')}
    </Button>
  );
  const fault = agencies.error ?? agreements.error;
  return (
    <Page
      title={t('title')}
      actions={add}
      toolbar={<FindToolbar label={t('filters')} find={t('find')} words={words} onWords={setWords} />}
    >
      {fault && (
        <FaultPanel fault={fault} onRetry={() => void Promise.all([agencies.refetch(), agreements.refetch()])} />
      )}
      {(agencies.isPending || agreements.isPending) && <CardSkeletons label={t('loading')} cards={4} height={120} />}
      {agencies.data?.length === 0 && (
        <EmptyState icon={<IconBuildingCommunity size={36} stroke={1.5} />} title={t('none')} actions={add}>
          {t(may('schedule') ? 'noneWords' : 'noneHere')}
        </EmptyState>
      )}
      {agencies.data && agencies.data.length > 0 && shown.length === 0 && <p>{t('noneFound')}</p>}
      {agreements.data && (
        <ul className={css.agencies}>
          {shown.map((agency) => (
            <AgencyCard
              key={agency.id}
              agency={agency}
              agreements={agreements.data.filter(({ agencyId }) => agencyId === agency.id)}
              today={todayIn(zone, seenAt)}
              onOpen={open}
            />
          ))}
        </ul>
      )}
      {opened &&
        ('of' in opened ? (
          <AgreementForm agency={opened.of} agreement={opened.agreement} zone={zone} onClose={close} />
        ) : (
          <AgencyForm agency={opened.agency} onClose={close} />
        ))}
    </Page>
  );
}
