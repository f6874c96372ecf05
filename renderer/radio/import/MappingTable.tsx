/** What each column of the file is to the rundown: guessed, and changed here. */
import { Select, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ImportField, type RundownImportReport } from '../../../electron/contract/api/rundown-files';
import css from './Import.module.css';

interface MappingTableProps {
  columns: RundownImportReport['columns'];
  onMapping: (mapping: ImportField[]) => void;
}

export function MappingTable({ columns, onMapping }: MappingTableProps) {
  const { t } = useTranslation('rundownImport');
  const fields = ImportField.options.map((value) => ({ value, label: t(`field.${value}`) }));
  const change = (at: number, field: ImportField) =>
    onMapping(columns.map((column, place) => (place === at ? field : column.field)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <section className={css.mapping} tabIndex={0} aria-label={t('mapping.label')}>
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {(['heading', 'samples', 'field'] as const).map((column) => (
              <Table.Th key={column}>{t(`mapping.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map(({ heading, field, samples }, at) => {
            const name = heading || t('mapping.nameless', { place: at + 1 });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <Table.Tr key={at}>
                <Table.Td className="any-word">{name}</Table.Td>
                <Table.Td className={css.samples}>{samples.join(' · ')}</Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={t('mapping.of', { name })}
                    data={fields}
                    value={field}
                    allowDeselect={false}
                    onChange={(value) => value && change(at, ImportField.parse(value))}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
