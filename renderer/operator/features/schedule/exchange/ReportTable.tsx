/** What each row of a file would do; what is wrong stands first. */
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CellWord, ImportReport, ImportRow } from '../../../../../electron/contract/api/exchange';
import { StatusDot, type Tone } from '../../../../ui';
import { reasonText } from '../../../i18n/say';

/** A table of thousands would hold the page up; what is right needs no reading. */
const SHOWN = 200;
const TONES: Record<ImportRow['action'], Tone> = { wrong: 'amber', create: 'green', change: 'blue', same: 'grey' };
const ORDER: readonly ImportRow['action'][] = ['wrong', 'change', 'create', 'same'];

export function ReportTable({ report }: { report: ImportReport }) {
  const { t } = useTranslation('exchange');
  const sorted = ORDER.flatMap((action) => report.rows.filter((row) => row.action === action));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <section style={{ maxHeight: 360, overflow: 'auto' }} tabIndex={0} aria-label={t('import.table')}>
      <Table stickyHeader verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {(['row', 'name', 'action', 'said'] as const).map((column) => (
              <Table.Th key={column}>{t(`import.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.slice(0, SHOWN).map((row) => (
            <ReportRow key={row.row} row={row} />
          ))}
        </Table.Tbody>
      </Table>
      {sorted.length > SHOWN && <p>{t('import.more', { count: sorted.length - SHOWN })}</p>}
    </section>
  );
}

function ReportRow({ row }: { row: ImportRow }) {
  const { t } = useTranslation(['exchange', 'bookingSheet']);
  const say = ({ column, reason }: CellWord) => {
    const where = column === null ? '' : `${t(`bookingSheet:columns.${column}`)}: `;
    return where + reasonText(reason);
  };
  const changed = row.columns.map((column) => t(`bookingSheet:columns.${column}`)).join(', ');
  const lines = [
    ...row.problems.map(say),
    ...(changed ? [t('import.changes', { columns: changed })] : []),
    ...row.notes.map(say),
  ];
  return (
    <Table.Tr>
      <Table.Td className="tabular">{row.row}</Table.Td>
      <Table.Td className="any-word">{row.name}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <StatusDot tone={TONES[row.action]}>{t(`import.action.${row.action}`)}</StatusDot>
      </Table.Td>
      <Table.Td className="any-word">
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
