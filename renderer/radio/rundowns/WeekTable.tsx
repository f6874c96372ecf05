/** The week's rundowns: when, what, how long against what was planned, what is open, whether it ran. */
import { ActionIcon, Anchor } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RundownLine } from '../../../electron/contract/api/rundowns';
import type { LocalDate } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { Duration, StatusDot } from '../../ui';
import { dayText } from '../shared/day-text';
import { Over } from '../shared/Over';
import { StatusMark } from '../shared/StatusMark';
import { ViewsLink } from '../shared/ViewsLink';
import css from './Rundowns.module.css';

interface WeekTableProps {
  lines: readonly RundownLine[];
  today: LocalDate;
  onCopy: ((id: string) => void) | null;
}

const COLUMNS = ['when', 'name', 'length', 'planned', 'over', 'open', 'status', 'show'] as const;

export function WeekTable({ lines, today, onCopy }: WeekTableProps) {
  const { t } = useTranslation('rundowns');
  const formats = useFormats();
  const programmes = useQuery(orpc.programmes.list.queryOptions()).data;
  const names = useMemo(() => new Map(programmes?.map(({ id, name }) => [id, name])), [programmes]);
  const days = useMemo(() => byDay(lines), [lines]);
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`week.column.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="unseen">{t('week.column.more')}</span>
          </th>
        </tr>
      </thead>
      {days.map(([date, rundowns]) => (
        <tbody key={date}>
          <tr className={css.day} data-today={date === today || undefined}>
            <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
              {dayText(date, formats)}
              {date === today && <span className={css.today}>{t('week.today')}</span>}
            </th>
          </tr>
          {rundowns.map((line) => (
            <WeekRow
              key={line.rundown.id}
              line={line}
              programme={names.get(line.rundown.programmeId ?? '')}
              onCopy={onCopy}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface WeekRowProps {
  line: RundownLine;
  programme: string | undefined;
  onCopy: WeekTableProps['onCopy'];
}

function WeekRow({ line: { rundown, totalMs, overMs, open, items, show }, programme, onCopy }: WeekRowProps) {
  const { t } = useTranslation('rundowns');
  return (
    <tr>
      <td className="tabular">{rundown.startsAt}</td>
      <td>
        <Anchor
          component={Link}
          to="/rundowns/$rundownId"
          params={{ rundownId: rundown.id } as never}
          className={css.name}
        >
          {rundown.name}
        </Anchor>
        {programme && programme !== rundown.name && <span className={css.programme}>{programme}</span>}
      </td>
      <td data-column="length">
        <Duration ms={totalMs} />
      </td>
      <td data-column="planned">{rundown.lengthMs > 0 ? <Duration ms={rundown.lengthMs} /> : '–'}</td>
      <td data-column="over">{overMs === null ? '–' : <Over ms={overMs} />}</td>
      <td>
        {items === 0
          ? t('week.noItems')
          : open === 0
            ? t('week.allApproved')
            : t('week.openItems', { count: open, items })}
      </td>
      <td>
        <StatusMark status={rundown.status} words />
      </td>
      <td>
        <ShowState show={show} />
      </td>
      <td className={css.more}>
        <ViewsLink rundownId={rundown.id} name={rundown.name} />
        {onCopy && (
          <ActionIcon size="md" aria-label={t('week.copy', { name: rundown.name })} onClick={() => onCopy(rundown.id)}>
            <IconCopy size={16} stroke={1.75} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

const TONES = { onAir: 'red', ended: 'grey', signed: 'green' } as const;

function ShowState({ show }: Pick<RundownLine, 'show'>) {
  const { t } = useTranslation('rundowns');
  if (!show) return <span className={css.quiet}>{t('show.none')}</span>;
  const rehearsing = show.rehearsal && show.state === 'onAir';
  return (
    <StatusDot tone={rehearsing ? 'amber' : TONES[show.state]}>
      {show.rehearsal ? t('show.rehearsal') : t(`show.${show.state}`)}
    </StatusDot>
  );
}

/** Earliest first. */
function byDay(lines: readonly RundownLine[]): [LocalDate, RundownLine[]][] {
  const days = new Map<LocalDate, RundownLine[]>();
  const key = ({ rundown }: RundownLine) => `${rundown.date} ${rundown.startsAt}`;
  for (const line of [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const { date } = line.rundown;
    days.set(date, [...(days.get(date) ?? []), line]);
  }
  return [...days];
}
