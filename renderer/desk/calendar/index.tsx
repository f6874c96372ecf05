/** What of all partners falls into a month: terms of agreements and days of material, a line each. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBar } from '../../../electron/contract/api/submissions';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { dayNumber } from '../../../electron/domain/calendar';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText, monthText } from '../../operator/shared/date-text';
import { todayIn } from '../../operator/shared/days';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { Page, RowSkeletons, Toolbar } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import css from './Calendar.module.css';
import { daysIn, monthBy } from './month';

export function CalendarScreen() {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [seenAt] = useState(Date.now);
  const today = todayIn(zone, seenAt);
  const [month, setMonth] = useState(today.slice(0, 7));
  const days = daysIn(month);
  const [from, to] = [days[0] ?? today, days.at(-1) ?? today];
  const bars = useQuery(orpc.submissions.calendar.queryOptions({ input: { from, to } }));
  const move = (by: number) => () => setMonth((old) => monthBy(old, by));
  useScreenActions([
    { id: 'calendar.before', label: t('calendar.before'), keys: 'PageUp', run: move(-1) },
    { id: 'calendar.after', label: t('calendar.after'), keys: 'PageDown', run: move(1) },
  ]);
  return (
    <Page
      title={t('calendar.title')}
      toolbar={
        <>
          <DeskTabs />
          <Toolbar label={t('calendar.title')}>
            <Group gap={8}>
              <ActionIcon aria-label={t('calendar.before')} onClick={move(-1)}>
                <IconChevronLeft size={18} aria-hidden="true" />
              </ActionIcon>
              <strong className={css.month}>{monthText(from.slice(0, 7), language)}</strong>
              <ActionIcon aria-label={t('calendar.after')} onClick={move(1)}>
                <IconChevronRight size={18} aria-hidden="true" />
              </ActionIcon>
              <Button variant="default" onClick={() => setMonth(today.slice(0, 7))}>
                {t('calendar.today')}
              </Button>
              <span className={css.muted}>{t('calendar.legend')}</span>
            </Group>
          </Toolbar>
        </>
      }
    >
      {bars.isError && <FaultPanel fault={bars.error} onRetry={() => void bars.refetch()} />}
      {bars.isPending && <RowSkeletons label={t('loading')} rows={6} />}
      {bars.data?.length === 0 && <p>{t('calendar.none')}</p>}
      {bars.data && bars.data.length > 0 && <Grid bars={bars.data} days={days} today={today} />}
    </Page>
  );
}

function Grid({ bars, days, today }: { bars: readonly CalendarBar[]; days: readonly string[]; today: string }) {
  const agencies = [...new Map(bars.map(({ agencyId, agencyName }) => [agencyId, agencyName]))].sort(([, a], [, b]) =>
    a.localeCompare(b),
  );
  const columns = { gridTemplateColumns: `repeat(${days.length}, minmax(22px, 1fr))` };
  return (
    <div className={css.calendar}>
      <div className={css.days} style={columns} aria-hidden="true">
        {days.map((day) => (
          <span key={day} data-today={day === today || undefined}>
            {Number(day.slice(8))}
          </span>
        ))}
      </div>
      {agencies.map(([id, name]) => (
        <section key={id} aria-label={name} className={css.agency}>
          <h2>{name}</h2>
          <ul className={css.bars} style={columns}>
            {bars
              .filter(({ agencyId }) => agencyId === id)
              .map((bar) => (
                <Bar key={bar.id} bar={bar} days={days} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Bar({ bar, days }: { bar: CalendarBar; days: readonly string[] }) {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const first = dayNumber(days[0] ?? bar.from);
  const begin = Math.max(1, dayNumber(bar.from) - first + 1);
  const end = Math.min(days.length, dayNumber(bar.to) - first + 1) + 1;
  const term = t('calendar.term', { from: dateText(bar.from, language), to: dateText(bar.to, language) });
  const style = { gridColumn: `${begin} / ${Math.max(begin + 1, end)}` };
  if (bar.kind === 'agreement')
    return (
      <li style={style} className={css.term} title={term}>
        {t('calendar.agreement', { number: bar.title })} · {term}
      </li>
    );
  return (
    <li style={style} className={css.bar} data-standing={bar.standing ?? undefined} title={term}>
      <Link to="/submissions/$submissionId" params={{ submissionId: bar.id }}>
        {bar.title}
        {bar.standing && <span> · {t(`standing.${bar.standing}`)}</span>}
      </Link>
    </li>
  );
}
