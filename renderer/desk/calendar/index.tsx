/** What of all partners falls into a month: terms of agreements and days of material, a line each. */
import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBar } from '../../../electron/contract/api/submissions';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { monthText } from '../../operator/shared/date-text';
import { todayIn } from '../../operator/shared/days';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { EmptyState, Page, RowSkeletons, Toolbar } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { useWindowed } from '../shared/WindowedList';
import { Bar } from './Bar';
import css from './Calendar.module.css';
import { daysIn, isRest, monthBy } from './month';

export function CalendarScreen() {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [seenAt] = useState(Date.now);
  const today = todayIn(zone, seenAt);
  const [month, setMonth] = useState(today.slice(0, 7));
  const days = daysIn(month);
  const [from, to] = [days[0] ?? today, days.at(-1) ?? today];
  const [agencyId, setAgency] = useState<string | null>(null);
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const bars = useQuery(orpc.submissions.calendar.queryOptions({ input: { from, to } }));
  const shown = bars.data?.filter((bar) => agencyId === null || bar.agencyId === agencyId);
  const move = (by: number) => () => setMonth((old) => monthBy(old, by));
  useScreenActions([
    { id: 'calendar.before', label: t('calendar.before'), keys: 'PageUp', run: move(-1) },
    { id: 'calendar.after', label: t('calendar.after'), keys: 'PageDown', run: move(1) },
  ]);
  return (
    <Page
      title={t('calendar.title')}
      layout="fill"
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
              <Select
                w={260}
                aria-label={t('agency')}
                placeholder={t('allAgencies')}
                clearable
                searchable
                data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
                value={agencyId}
                onChange={setAgency}
              />
              {shown && shown.length > 0 && <span className={css.muted}>{t('calendar.legend')}</span>}
            </Group>
          </Toolbar>
        </>
      }
    >
      {bars.isError && <FaultPanel fault={bars.error} onRetry={() => void bars.refetch()} />}
      {bars.isPending && <RowSkeletons label={t('loading')} rows={6} />}
      {shown?.length === 0 && (
        <EmptyState icon={<IconCalendarOff size={36} stroke={1.5} />} title={t('calendar.none')} />
      )}
      {shown && shown.length > 0 && <Grid bars={shown} days={days} today={today} />}
    </Page>
  );
}

const ROW_PX = 34;

type Line = { kind: 'agency'; id: string; name: string } | { kind: 'bar'; id: string; bar: CalendarBar };

/** Under each agency its bars, a line each: as many of them are drawn as are in view. */
function linesOf(bars: readonly CalendarBar[], language: string): Line[] {
  // Villages and districts are told apart by numbers: 4 stands before 12.
  const byName = new Intl.Collator(language, { numeric: true });
  const byAgency = new Map<string, CalendarBar[]>();
  for (const bar of bars) {
    const own = byAgency.get(bar.agencyId);
    if (own) own.push(bar);
    else byAgency.set(bar.agencyId, [bar]);
  }
  return [...byAgency.values()]
    .sort(([a], [b]) => byName.compare(a?.agencyName ?? '', b?.agencyName ?? ''))
    .flatMap((own) => [
      ...own.slice(0, 1).map(({ agencyId, agencyName }): Line => ({ kind: 'agency', id: agencyId, name: agencyName })),
      ...own.map((bar): Line => ({ kind: 'bar', id: bar.id, bar })),
    ]);
}

function Grid({ bars, days, today }: { bars: readonly CalendarBar[]; days: readonly string[]; today: string }) {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const lines = useMemo(() => linesOf(bars, language), [bars, language]);
  const { box, rows } = useWindowed(lines.length, ROW_PX, { overscan: 12, paddingStart: ROW_PX });
  const columns = { gridTemplateColumns: `repeat(${days.length}, minmax(22px, 1fr))` };
  return (
    <div className={css.calendar} ref={box}>
      <div className={css.lines} style={{ height: rows.getTotalSize() }}>
        <div className={css.days} style={columns} aria-hidden="true">
          {days.map((day) => (
            <span key={day} data-today={day === today || undefined} data-rest={isRest(day) || undefined}>
              {Number(day.slice(8))}
            </span>
          ))}
        </div>
        <div className={css.grid} style={columns} aria-hidden="true">
          {days.map((day) => (
            <span key={day} data-today={day === today || undefined} data-rest={isRest(day) || undefined} />
          ))}
        </div>
        <ul aria-label={t('calendar.title')}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            return (
              line && (
                <li key={line.id} className={css.line} style={{ transform: `translateY(${start}px)` }}>
                  {line.kind === 'agency' ? (
                    <h2 className="one-line" title={line.name}>
                      {line.name}
                    </h2>
                  ) : (
                    <div className={css.bars} style={columns}>
                      <Bar bar={line.bar} days={days} />
                    </div>
                  )}
                </li>
              )
            );
          })}
        </ul>
      </div>
    </div>
  );
}
