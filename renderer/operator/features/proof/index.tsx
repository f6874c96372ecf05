/** Proof of play: what was shown where and when, how it went, and what plays at any moment and why. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../client/client';
import { Page } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { useScreenActions } from '../../shared/screen-actions';
import { DebtsPane } from './DebtsPane';
import { Filters } from './Filters';
import { PlayList } from './PlayList';
import css from './Proof.module.css';
import { csvAddress, debtQueryOf, playQueryOf } from './play-query';
import { Summary } from './Summary';
import type { ProofSearch } from './search';
import { WhatPlays } from './WhatPlays';

export function ProofScreen() {
  const { t } = useTranslation('proof');
  const formats = useFormats();
  const search = useSearch({ from: '/proof' });
  const go = useGo();
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? formats.zone;
  const query = playQueryOf(search, zone);
  const ofDebts = search.tab === 'debts';
  // A report to an agency names what was made good too.
  const csv = ofDebts
    ? csvAddress('make-goods', debtQueryOf({ ...search, settled: true }), formats.language)
    : csvAddress('plays', query, formats.language);
  useScreenActions([
    { id: 'proof.ask', label: t('ask.open'), keys: 'W', run: () => go({ ask: search.displayId ?? '' }) },
    { id: 'proof.clear', label: t('clear'), run: () => go(NO_FILTERS) },
  ]);
  return (
    <Page
      title={t('title')}
      layout="fill"
      actions={actions()}
      toolbar={<Filters search={search} zone={zone} onChange={go} />}
    >
      <div className={css.body}>
        {ofDebts ? (
          <DebtsPane search={search} />
        ) : (
          <>
            <Summary query={query} />
            <PlayList query={query} onClear={() => go(NO_FILTERS)} filtered={Object.keys(query).length > 0} />
          </>
        )}
      </div>
      {search.ask !== undefined && <WhatPlays displayId={search.ask} onClose={() => go({ ask: undefined })} />}
    </Page>
  );

  function actions() {
    return (
      <>
        <SegmentedControl
          aria-label={t('tabs.label')}
          value={search.tab ?? 'plays'}
          onChange={(value) => go({ tab: value === 'debts' ? 'debts' : undefined })}
          data={[
            { value: 'plays', label: t('tabs.plays') },
            { value: 'debts', label: t('tabs.debts') },
          ]}
        />
        <Button
          variant="default"
          leftSection={<IconInfoCircle size={16} aria-hidden="true" />}
          onClick={() => go({ ask: search.displayId ?? '' })}
        >
          {t('ask.open')}
        </Button>
        <Button
          variant="default"
          component="a"
          href={csv}
          download
          leftSection={<IconDownload size={16} aria-hidden="true" />}
        >
          {t('csv')}
        </Button>
      </>
    );
  }
}

const NO_FILTERS: Partial<ProofSearch> = {
  displayId: undefined,
  assetId: undefined,
  bookingId: undefined,
  outcome: undefined,
  from: undefined,
  to: undefined,
  settled: undefined,
};

function useGo(): (change: Partial<ProofSearch>) => void {
  const navigate = useNavigate({ from: '/proof' });
  return (change) => void navigate({ to: '/proof', search: (old) => ({ ...old, ...change }), replace: true });
}
