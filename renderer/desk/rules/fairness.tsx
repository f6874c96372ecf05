/** Equal treatment: what each candidate pair or participant was given on each channel, beside an equal share. */
import { Button } from '@mantine/core';
import { IconDownload, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FairnessRow } from '../../../electron/contract/api/rules';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { dateOf, dayNumber } from '../../../electron/domain/calendar';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { DayField } from '../../operator/shared/DayField';
import { todayIn } from '../../operator/shared/days';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { CardSkeletons, EmptyState, Page, Section, Toolbar } from '../../ui';
import desk from '../shared/Desk.module.css';
import css from './Fairness.module.css';
import { RuleTabs } from './RuleTabs';

const CHANNELS = ['station', 'displays', 'radio'] as const;
const USUAL_DAYS = 30;

export function FairnessScreen() {
  const { t } = useTranslation('rules');
  const { language } = useFormats();
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [today] = useState(() => todayIn(zone, Date.now()));
  const [from, setFrom] = useState(() => dateOf(dayNumber(today) - USUAL_DAYS + 1));
  const [to, setTo] = useState(today);
  const rows = useQuery({ ...orpc.rules.fairness.queryOptions({ input: { from, to } }), enabled: from <= to });
  const csv = `/api/fairness.csv?${new URLSearchParams({ from, to, language })}`;
  return (
    <Page
      title={t('title')}
      actions={
        <Button
          variant="default"
          component="a"
          href={csv}
          download
          leftSection={<IconDownload size={16} aria-hidden="true" />}
        >
          {t('fairness.csv')}
        </Button>
      }
      toolbar={
        <>
          <RuleTabs />
          <Toolbar label={t('fairness.days')}>
            <DayField label={t('form.from')} w={200} maxDate={to} value={from} onDay={(day) => day && setFrom(day)} />
            <DayField label={t('form.to')} w={200} minDate={from} value={to} onDay={(day) => day && setTo(day)} />
          </Toolbar>
        </>
      }
    >
      {rows.error && <FaultPanel fault={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isPending && <CardSkeletons label={t('loading')} cards={2} height={200} />}
      {rows.data?.length === 0 && (
        <EmptyState icon={<IconScale size={36} stroke={1.5} />} title={t('fairness.none')}>
          {t('fairness.noneWords')}
        </EmptyState>
      )}
      <div className={css.channels}>
        {CHANNELS.map((channel) => {
          const own = rows.data?.filter((row) => row.channel === channel) ?? [];
          return (
            own.length > 0 && (
              <ChannelBars
                key={channel}
                title={t(channel === 'station' ? 'fairness.station' : `channelName.${channel}`)}
                rows={own}
              />
            )
          );
        })}
      </div>
    </Page>
  );
}

function ChannelBars({ title, rows }: { title: string; rows: readonly FairnessRow[] }) {
  const { t } = useTranslation('rules');
  const { percent, span } = useFormats();
  const all = rows.reduce((sum, { seconds }) => sum + seconds, 0);
  const equal = 1 / rows.length;
  const most = Math.max(equal, ...rows.map(({ seconds }) => (all === 0 ? 0 : seconds / all)));
  return (
    <Section title={title} aside={<span className={desk.muted}>{t('fairness.equal', { share: percent(equal) })}</span>}>
      <ul className={css.bars}>
        {rows.map(({ subject, seconds, plays, mostADay, places }) => {
          const share = all === 0 ? 0 : seconds / all;
          return (
            <li key={subject}>
              <div className={css.barHead}>
                <b>{subject}</b>
                <span className="tabular">
                  {percent(share)} · {span(seconds * 1000)} · {t('fairness.plays', { count: plays })} ·{' '}
                  {t('fairness.mostADay', { count: mostADay })} · {t('fairness.places', { count: places })}
                </span>
              </div>
              <div className={css.bar} aria-hidden="true">
                <i style={{ width: `${(share / most) * 100}%` }} />
                <em style={{ left: `${(equal / most) * 100}%` }} />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
