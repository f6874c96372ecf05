/** The hoax desk (Klinik Hoaks): rumours from their report to the answer on the panels, with the clock of each. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconPlus, IconShieldQuestion } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HoaxShelf } from '../../../electron/contract/api/hoaxes';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page, RowSkeletons, Toolbar } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { FindField } from '../shared/FindToolbar';
import { CaseList, casesFrom } from './CaseList';
import { ClarifyForm } from './ClarifyForm';
import { CloseForm } from './CloseForm';
import css from './Hoaxes.module.css';
import { Measures } from './Measures';
import type { Opened } from './opened';
import { PublishForm } from './PublishForm';
import { ReportForm } from './ReportForm';

type View = HoaxShelf | 'speed';
const VIEWS: readonly View[] = [...HoaxShelf.options, 'speed'];

export function HoaxesScreen() {
  const { t, i18n } = useTranslation('hoaxes');
  const { may } = useMe();
  const { number } = useFormats();
  const settings = useQuery(orpc.station.settings.queryOptions()).data ?? DEFAULT_SETTINGS;
  const [view, setView] = useState<View>('open');
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const filter = view === 'speed' ? ({ shelf: 'open', search: '' } as const) : { shelf: view, search };
  const cases = useQuery({ ...casesFrom(filter, 0), placeholderData: keepPreviousData });
  const { counts } = cases.data ?? {};
  const count = counts?.[filter.shelf] ?? 0;
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  const report = () => open({ form: 'report', one: null });
  useScreenActions(may('desk') ? [{ id: 'hoaxes.report', label: t('report'), keys: 'N', run: report }] : []);
  const labelOf = (value: View) =>
    value === 'speed' || !counts
      ? t(`shelves.${value}`)
      : t('shelf', { name: t(`shelves.${value}`), number: number(counts[value]) });
  return (
    <Page
      title={t('title')}
      layout={view === 'speed' ? 'flow' : 'fill'}
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
              data={VIEWS.map((value) => ({ value, label: labelOf(value) }))}
              value={view}
              onChange={(value) => setView(VIEWS.find((each) => each === value) ?? 'open')}
            />
            {view !== 'speed' && <FindField find={t('find')} words={words} onWords={setWords} />}
          </Toolbar>
        </>
      }
    >
      {view === 'speed' ? (
        <Measures settings={settings} />
      ) : (
        <div className={css.body}>
          {cases.error && <FaultPanel fault={cases.error} onRetry={() => void cases.refetch()} />}
          {cases.isPending && <RowSkeletons label={t('loading')} />}
          {counts && count === 0 && search === '' && (
            <EmptyState icon={<IconShieldQuestion size={36} stroke={1.5} />} title={t(`none.${view}`)}>
              {view === 'open' && may('desk') && t('noneWords')}
            </EmptyState>
          )}
          {counts && count === 0 && search !== '' && <p className={css.told}>{t('noneFound')}</p>}
          {count > 0 && (
            <CaseList
              key={JSON.stringify(filter)}
              filter={filter}
              count={count}
              targetHours={settings.cards.hoaxTargetHours}
              onOpen={open}
            />
          )}
        </div>
      )}
      {opened?.form === 'report' && <ReportForm one={opened.one} zone={settings.zone} onClose={close} />}
      {opened?.form === 'clarify' && <ClarifyForm one={opened.one} onClose={close} />}
      {opened?.form === 'publish' && <PublishForm one={opened.one} zone={settings.zone} onClose={close} />}
      {opened?.form === 'close' && <CloseForm one={opened.one} onClose={close} />}
    </Page>
  );
}
