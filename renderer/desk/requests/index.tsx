/** The register of requests for information: a year of them, what each waits for, and by when. */
import { Button, Select } from '@mantine/core';
import { IconDownload, IconInbox, IconPlus, IconSettings } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { todayIn } from '../../operator/shared/days';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page, RowSkeletons } from '../../ui';
import desk from '../shared/Desk.module.css';
import { FindToolbar } from '../shared/FindToolbar';
import { FiguresForm } from './FiguresForm';
import { RequestForm } from './RequestForm';
import { RequestSheet } from './RequestSheet';
import css from './Requests.module.css';
import { RequestTable, registerPage } from './RequestTable';
import { Totals } from './Totals';

const SHOWN = ['all', 'open', 'late', 'closed'] as const;
type Shown = (typeof SHOWN)[number];
type Opened = { form: RequestView | null } | { id: string } | 'figures';

export function RequestsScreen() {
  const { t } = useTranslation(['requests', 'common']);
  const { may } = useMe();
  const { language } = useFormats();
  const settings = useQuery(orpc.station.settings.queryOptions()).data;
  const [seenAt] = useState(Date.now);
  const today = todayIn(settings?.zone ?? DEFAULT_SETTINGS.zone, seenAt);
  const thisYear = Number(today.slice(0, 4));
  const [asked, setYear] = useState<number | null>(null);
  const year = asked ?? thisYear;
  const [shown, setShown] = useState<Shown>('all');
  const [words, setWords] = useState('');
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  const filter = { year, show: shown, search: useDeferredValue(words.trim()) };
  const register = useQuery({ ...registerPage(filter, 0), placeholderData: keepPreviousData });
  const openedId = opened && typeof opened === 'object' && 'id' in opened ? opened.id : null;
  const one = useQuery({
    ...orpc.requests.get.queryOptions({ input: { id: openedId ?? '' } }),
    enabled: openedId !== null,
  });
  const add = may('desk') ? () => open({ form: null }) : null;
  useScreenActions(add ? [{ id: 'requests.add', label: t('add'), keys: 'N', run: add }] : []);
  const { found = 0, totals } = register.data ?? {};
  const any = totals !== undefined && totals.received > 0;
  const years = [...new Set([thisYear, year, ...(register.data?.years ?? [])])].sort((a, b) => b - a);
  const addButton = add && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={add}>
      {t('add')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      layout="fill"
      actions={
        <>
          {may('administer') && settings && (
            <Button
              variant="default"
              leftSection={<IconSettings size={16} aria-hidden="true" />}
              onClick={() => open('figures')}
            >
              {t('figures.open')}
            </Button>
          )}
          <Button
            component="a"
            variant="default"
            href={`/api/requests.csv?year=${year}&language=${language}`}
            download
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {t('csv', { year })}
          </Button>
          {addButton}
        </>
      }
      toolbar={
        <FindToolbar label={t('filters')} find={t('find')} words={words} onWords={setWords}>
          <Select
            w={110}
            aria-label={t('year')}
            allowDeselect={false}
            data={years.map(String)}
            value={String(year)}
            onChange={(value) => value && setYear(Number(value))}
          />
          <Select
            w={190}
            aria-label={t('show.label')}
            allowDeselect={false}
            data={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
            value={shown}
            onChange={(value) => setShown(SHOWN.find((each) => each === value) ?? 'all')}
          />
        </FindToolbar>
      }
    >
      <div className={css.body}>
        {register.error && <FaultPanel fault={register.error} onRetry={() => void register.refetch()} />}
        {register.isPending && <RowSkeletons label={t('loading')} rows={8} height={44} />}
        {settings && any && !settings.office.holidays.some((day) => day.startsWith(String(year))) && (
          <p className={css.hint}>{t('figures.noHolidays', { year })}</p>
        )}
        {any && <Totals totals={totals} />}
        {totals?.received === 0 && (
          <EmptyState
            icon={<IconInbox size={36} stroke={1.5} />}
            title={t('none', { year })}
            actions={addButton || undefined}
          >
            {may('desk') && t('noneWords')}
          </EmptyState>
        )}
        {any && found === 0 && <p className={desk.muted}>{t('noneFound')}</p>}
        {/* A new question begins at its newest answer. */}
        {found > 0 && (
          <RequestTable key={JSON.stringify(filter)} filter={filter} found={found} onOpen={(id) => open({ id })} />
        )}
      </div>
      <RequestSheet
        request={openedId === null ? undefined : one.data}
        today={today}
        onEdit={(form) => open({ form })}
        onClose={close}
      />
      {opened === 'figures' && settings && <FiguresForm settings={settings} onClose={close} />}
      {opened && typeof opened === 'object' && 'form' in opened && (
        <RequestForm
          request={opened.form}
          today={today}
          onClose={close}
          onSaved={(saved) => {
            setYear(saved.year);
            open({ id: saved.id });
          }}
        />
      )}
    </Page>
  );
}
