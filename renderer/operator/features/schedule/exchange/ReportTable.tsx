/** What each row of a file, or each booking of a template, would do: how many may be saved, and what stands in the way of the others. */
import { SegmentedControl, Switch, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellWord, ImportRow, RowsReport } from '../../../../../electron/contract/api/exchange';
import { StatusDot, type Tone } from '../../../../ui';
import { reasonText } from '../../../i18n/say';

/** A table of thousands would hold the page up; what is right needs no reading. */
const SHOWN = 200;
const TONES: Record<ImportRow['action'] | 'warned' | 'skipped', Tone> = {
  wrong: 'amber',
  skipped: 'grey',
  warned: 'amber',
  create: 'green',
  change: 'blue',
  same: 'grey',
};
/** So high that the dialog's buttons stay in sight. */
const SCROLLED = { maxHeight: 'max(180px, 100dvh - 545px)', overflow: 'auto' };
const VERDICTS = ['wrong', 'warned', 'unchecked', 'fine'] as const;

/** Rows that are not carried out, by their numbers. */
export const leftOut = ({ rows }: RowsReport, skip: boolean): number[] =>
  rows.flatMap(({ row, verdict }) => (verdict === 'wrong' || (skip && verdict === 'warned') ? [row] : []));

/** How many rows are carried out. */
export function goodOf(report: RowsReport, skip: boolean): number {
  const out = new Set(leftOut(report, skip));
  return report.rows.filter(({ row, action }) => action !== 'same' && !out.has(row)).length;
}

interface ReportTableProps {
  report: RowsReport;
  /** Whether rows with warnings are passed over. */
  skip: boolean;
  onSkip: (skip: boolean) => void;
}

export function ReportTable({ report: { rows, notes }, skip, onSkip }: ReportTableProps) {
  const { t } = useTranslation('exchange');
  const [only, setOnly] = useState('all');
  const parts = VERDICTS.map((verdict) => ({ verdict, some: rows.filter((row) => row.verdict === verdict) }));
  const shown = parts.flatMap(({ verdict, some }) => (only === 'all' || only === verdict ? some : []));
  return (
    <>
      {notes.map((note) => (
        <p key={JSON.stringify(note)}>{reasonText(note)}</p>
      ))}
      <SegmentedControl
        aria-label={t('import.show')}
        value={only}
        onChange={setOnly}
        data={[
          { value: 'all', label: t('import.verdict.all', { rows: rows.length }) },
          ...parts
            .filter(({ some }) => some.length > 0)
            .map(({ verdict, some }) => ({
              value: verdict,
              label: t(`import.verdict.${verdict}`, { rows: some.length }),
            })),
        ]}
      />
      {rows.some(({ verdict }) => verdict === 'warned') && (
        <Switch label={t('import.skip')} checked={skip} onChange={(event) => onSkip(event.currentTarget.checked)} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section style={SCROLLED} tabIndex={0} aria-label={t('import.table')}>
        <Table stickyHeader verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {(['row', 'name', 'action', 'said'] as const).map((column) => (
                <Table.Th key={column}>{t(`import.column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.slice(0, SHOWN).map((row) => (
              <ReportRow key={row.row} row={row} skip={skip} />
            ))}
          </Table.Tbody>
        </Table>
        {shown.length > SHOWN && <p>{t('import.more', { count: shown.length - SHOWN })}</p>}
      </section>
    </>
  );
}

function ReportRow({ row, skip }: { row: ImportRow; skip: boolean }) {
  const { t } = useTranslation(['exchange', 'bookingSheet', 'planning']);
  const say = ({ column, reason }: CellWord) => {
    const where = column === null ? '' : `${t(`bookingSheet:columns.${column}`)}: `;
    return where + reasonText(reason);
  };
  const changed = row.columns.map((column) => t(`bookingSheet:columns.${column}`)).join(', ');
  const lines = [
    ...row.problems.map(say),
    ...row.conflicts.map((conflict) =>
      [
        t(`planning:severity.${conflict.severity}`),
        say(conflict),
        conflict.place.length > 0 && `(${conflict.place.map(reasonText).join(', ')})`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    ...(changed ? [t('import.changes', { columns: changed })] : []),
    ...row.notes.map(say),
  ];
  const happens = row.verdict === 'warned' ? (skip ? 'skipped' : 'warned') : row.action;
  return (
    <Table.Tr>
      <Table.Td className="tabular">{row.row}</Table.Td>
      <Table.Td className="any-word" miw={120}>
        {row.name}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <StatusDot tone={TONES[happens]}>{t(`import.action.${happens}`)}</StatusDot>
      </Table.Td>
      <Table.Td className="any-word">
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
