/** The lines of the file as the rundown would have them, those first that ask to be looked at. */
import { SegmentedControl, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldWord, RundownImportReport, RundownImportRow } from '../../../electron/contract/api/rundown-files';
import { reasonText } from '../../operator/i18n/say';
import { Duration, StatusDot, type Tone } from '../../ui';
import { KindMark } from '../shared/KindMark';
import css from './Import.module.css';

/** A table of thousands would hold the page up. */
const SHOWN = 200;
const VERDICTS = ['wrong', 'warned', 'fine'] as const;
const TONES: Record<RundownImportRow['verdict'], Tone> = { wrong: 'red', warned: 'amber', fine: 'green' };

export function RowsTable({ report: { rows, counts, totalMs } }: { report: RundownImportReport }) {
  const { t } = useTranslation('rundownImport');
  const [only, setOnly] = useState('all');
  const number = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const filters = VERDICTS.filter((verdict) => number(verdict) > 0);
  const filter = filters.find((verdict) => verdict === only);
  const shown = filter ? rows.filter(({ verdict }) => verdict === filter) : rows;
  return (
    <>
      <p role="status">
        {t('counts', { ...counts })} <Duration ms={totalMs} />
      </p>
      <SegmentedControl
        aria-label={t('show')}
        value={filter ?? 'all'}
        onChange={setOnly}
        data={[
          { value: 'all', label: t('verdict.all', { rows: rows.length }) },
          ...filters.map((value) => ({ value, label: t(`verdict.${value}`, { rows: number(value) }) })),
        ]}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section className={css.rows} tabIndex={0} aria-label={t('rows')}>
        <Table stickyHeader verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {(['row', 'kind', 'title', 'duration', 'person', 'said'] as const).map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.slice(0, SHOWN).map((row) => (
              <ReadRow key={`${row.row} ${row.made}`} row={row} />
            ))}
          </Table.Tbody>
        </Table>
        {shown.length > SHOWN && <p>{t('more', { count: shown.length - SHOWN })}</p>}
      </section>
    </>
  );
}

function ReadRow({
  row: { row, verdict, fields, script, parentRow, made, problems, warnings },
}: {
  row: RundownImportRow;
}) {
  const { t } = useTranslation('rundownImport');
  const say = ({ field, reason }: FieldWord) =>
    field === null ? reasonText(reason) : `${t(`field.${field}`)}: ${reasonText(reason)}`;
  const hard = fields?.start.kind === 'hard' ? fields.start.at : null;
  const lines = [
    ...[...problems, ...warnings].map(say),
    ...(made ? [t('says.made')] : []),
    ...(hard ? [t('says.hard', { at: hard })] : []),
    ...(fields?.floating ? [t('field.floating')] : []),
    ...(fields?.optional ? [t('field.optional')] : []),
    ...(script ? [t('says.script')] : []),
    ...(fields?.notes ? [fields.notes] : []),
  ];
  return (
    <Table.Tr>
      <Table.Td className="tabular">
        <StatusDot tone={TONES[verdict]}>
          <span className="unseen">{t(`one.${verdict}`)} </span>
          {row}
        </StatusDot>
      </Table.Td>
      <Table.Td>{fields && <KindMark item={fields} />}</Table.Td>
      <Table.Td className="any-word" data-inside={parentRow !== null || undefined}>
        {fields?.title}
      </Table.Td>
      <Table.Td>{fields && <Duration ms={fields.durationMs} />}</Table.Td>
      <Table.Td className="any-word">{fields?.person}</Table.Td>
      <Table.Td className={css.said}>
        {[...new Set(lines)].map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
