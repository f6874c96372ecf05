/** Recalls: what was taken back, what each panel says of it, what had aired, and the letter. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page, RowSkeletons } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { RecallList } from './RecallList';
import { RecallPane } from './RecallPane';
import { RecallSheet } from './RecallSheet';
import css from './Recalls.module.css';

export function RecallsScreen() {
  const { t } = useTranslation(['recalls', 'common']);
  const { may } = useMe();
  const { id, asset } = useSearch({ from: '/recalls' });
  const navigate = useNavigate();
  const recalls = useQuery(orpc.recalls.list.queryOptions());
  const begin = () => void navigate({ to: '/recalls', search: { ...(id ? { id } : {}), asset: '' } });
  const close = () => void navigate({ to: '/recalls', search: id ? { id } : {} });
  useScreenActions(may('desk') ? [{ id: 'recalls.begin', label: t('begin'), keys: 'N', run: begin }] : []);
  const open = id ?? recalls.data?.[0]?.recall.id;
  const command = may('desk') && (
    <Button leftSection={<IconArrowBackUp size={16} aria-hidden="true" />} onClick={begin}>
      {t('begin')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={command} toolbar={<DeskTabs />} layout="fill">
      {recalls.error && <FaultPanel fault={recalls.error} onRetry={() => void recalls.refetch()} />}
      {recalls.isPending && <RowSkeletons label={t('common:loading')} />}
      {recalls.data?.length === 0 && (
        <EmptyState icon={<IconArrowBackUp size={36} stroke={1.5} />} title={t('none')} actions={command}>
          {t('noneWords')}
        </EmptyState>
      )}
      {recalls.data && recalls.data.length > 0 && (
        <div className={css.both}>
          <RecallList recalls={recalls.data} open={open} />
          <div className={css.pane}>{open && <RecallPane key={open} id={open} />}</div>
        </div>
      )}
      {asset !== undefined && may('desk') && <RecallSheet assetId={asset || null} onClose={close} />}
    </Page>
  );
}
