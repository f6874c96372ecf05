/** The hoax desk (Klinik Hoaks): rumours from their report to the answer on the panels, with the clock of each. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconPlus, IconShieldQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase } from '../../../electron/contract/records/hoax-case';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page, RowSkeletons, Toolbar } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { CaseLine } from './CaseLine';
import { ClarifyForm } from './ClarifyForm';
import { CloseForm } from './CloseForm';
import css from './Hoaxes.module.css';
import { Measures } from './Measures';
import type { Opened } from './opened';
import { PublishForm } from './PublishForm';
import { ReportForm } from './ReportForm';

const SHELVES = ['open', 'published', 'dismissed'] as const;
type Shelf = (typeof SHELVES)[number];

const shelfOf = ({ state }: HoaxCase): Shelf => (state === 'published' || state === 'dismissed' ? state : 'open');

export function HoaxesScreen() {
  const { t, i18n } = useTranslation('hoaxes');
  const { may } = useMe();
  const cases = useQuery(orpc.hoaxes.list.queryOptions());
  const settings = useQuery(orpc.station.settings.queryOptions()).data ?? DEFAULT_SETTINGS;
  const [shelf, setShelf] = useState<Shelf>('open');
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  const report = () => open({ form: 'report', one: null });
  useScreenActions(may('desk') ? [{ id: 'hoaxes.report', label: t('report'), keys: 'N', run: report }] : []);
  const shown = (cases.data ?? []).filter((one) => shelfOf(one) === shelf);
  // What has waited longest stands first while it is open.
  const inOrder = shelf === 'open' ? [...shown].reverse() : shown;
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button
            variant="default"
            component="a"
            href={`/api/hoaxes.csv?language=${i18n.language}`}
            download
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('csv')}
          </Button>
          {may('desk') && (
            <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={report}>
              {t('report')}
            </Button>
          )}
        </>
      }
      toolbar={
        <>
          <DeskTabs />
          <Toolbar label={t('filters')}>
            <SegmentedControl
              aria-label={t('filters')}
              data={SHELVES.map((value) => ({ value, label: t(`shelves.${value}`) }))}
              value={shelf}
              onChange={(value) => setShelf(SHELVES.find((each) => each === value) ?? 'open')}
            />
          </Toolbar>
        </>
      }
    >
      {cases.error && <FaultPanel fault={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.isPending && <RowSkeletons label={t('loading')} />}
      {cases.data && inOrder.length === 0 && (
        <EmptyState icon={<IconShieldQuestion size={36} stroke={1.5} />} title={t(`none.${shelf}`)}>
          {shelf === 'open' && may('desk') && t('noneWords')}
        </EmptyState>
      )}
      <ul className={css.cases}>
        {inOrder.map((one) => (
          <CaseLine key={one.id} one={one} targetHours={settings.cards.hoaxTargetHours} onOpen={open} />
        ))}
      </ul>
      {cases.data && cases.data.length > 0 && <Measures cases={cases.data} settings={settings} />}
      {opened?.form === 'report' && <ReportForm one={opened.one} zone={settings.zone} onClose={close} />}
      {opened?.form === 'clarify' && <ClarifyForm one={opened.one} onClose={close} />}
      {opened?.form === 'publish' && <PublishForm one={opened.one} zone={settings.zone} onClose={close} />}
      {opened?.form === 'close' && <CloseForm one={opened.one} onClose={close} />}
    </Page>
  );
}
