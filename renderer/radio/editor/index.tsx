/** A rundown at its own address: followed live, or why it cannot be. */
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRundown } from '../../client/rundown-feed';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { EmptyState, Page, RowSkeletons } from '../../ui';
import { RundownEditor } from './RundownEditor';

export function RundownScreen() {
  const { t } = useTranslation('rundowns');
  const { rundownId } = useParams({ from: '/rundowns/$rundownId' });
  const { state, connected, fault } = useRundown(rundownId);
  const name = state?.rundown.name;
  useEffect(() => {
    if (name) document.title = `${name} · Suar`;
  }, [name]);
  if (state) return <RundownEditor key={rundownId} state={state} connected={connected} />;
  return (
    <Page title={t('title')}>
      {state === null && (
        <EmptyState
          title={t('gone.title')}
          actions={
            <Button component={Link} to="/rundowns">
              {t('gone.back')}
            </Button>
          }
        >
          {t('gone.words')}
        </EmptyState>
      )}
      {state === undefined && (fault ? <FaultPanel fault={fault} /> : <RowSkeletons rows={10} label={t('loading')} />)}
    </Page>
  );
}
