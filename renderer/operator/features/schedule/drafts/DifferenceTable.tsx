/** Plays and time of each booking before and after, what stands in the way, and how much was looked at. */
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../../../electron/contract/api/drafts';
import { signedDurationText } from '../../../../ui';
import { reasonText } from '../../../i18n/say';
import schedule from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import { DifferenceLine } from './DifferenceLine';
import css from './Drafts.module.css';

export function DifferenceTable({ difference, data }: { difference: Difference; data: ScheduleData }) {
  const { t } = useTranslation('drafts');
  const { rows, counts, filler, conflicts, looked, more } = difference;
  if (rows.length === 0) return <p className={css.sum}>{t('compare.nothing')}</p>;
  const fillerMs = filler.after - filler.before;
  return (
    <>
      <p className={css.sum}>
        {t('compare.counts', { ...counts })}
        {fillerMs !== 0 && ` ${t('compare.filler', { time: signedDurationText(fillerMs) })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section className={css.table} aria-label={t('compare.title')} tabIndex={0}>
        <Table stickyHeader verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.booking')}</Table.Th>
              {(['before', 'after', 'gain', 'time'] as const).map((column) => (
                <Table.Th key={column} className={css.number}>
                  {t(`column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <DifferenceLine key={row.bookingId} row={row} data={data} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {conflicts.length > 0 && (
        <>
          <p className={css.sum}>{t('compare.conflicts')}</p>
          <ul className={css.conflicts}>
            {conflicts.map(({ bookingId, name, conflicts: found }) => (
              <li key={bookingId}>
                <strong>{name}</strong>: {found.map(({ reason }) => reasonText(reason)).join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {more > 0 && <p className={schedule.quiet}>{t('compare.more', { count: more })}</p>}
      {looked.displays < looked.ofDisplays && (
        <p className={schedule.quiet}>{t('compare.looked', { count: looked.displays, of: looked.ofDisplays })}</p>
      )}
      {looked.checked < looked.ofChecked && (
        <p className={schedule.quiet}>{t('compare.checked', { count: looked.checked, of: looked.ofChecked })}</p>
      )}
    </>
  );
}
