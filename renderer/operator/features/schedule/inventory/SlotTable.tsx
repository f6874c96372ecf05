/** The slots of one box: how often each comes up, and how often it is free. */
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InventoryRow, InventoryUnit } from '../../../../../electron/contract/api/planning';
import { useFormats } from '../../../i18n/formats';
import schedule from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import type { Chosen } from './chosen';
import css from './Inventory.module.css';
import { columnTitle } from './spans';

interface SlotTableProps {
  row: InventoryRow | undefined;
  chosen: Chosen | null;
  by: InventoryUnit;
  data: ScheduleData;
}

export function SlotTable({ row, chosen, by, data }: SlotTableProps) {
  const { t } = useTranslation('planning');
  const { language, number, duration } = useFormats();
  const cell = row?.cells.find(({ at }) => at === chosen?.at);
  if (!row || !cell) return <p className={schedule.quiet}>{t('inventory.choose')}</p>;
  const display = data.displays.find((each) => each.display.id === row.displayId)?.display.name ?? '';
  const title = t('inventory.slots', { display, at: columnTitle(cell.at, by, language) });
  return (
    <section className={css.slots} aria-label={title}>
      <h2>{title}</h2>
      {row.slots.length === 0 && <p className={schedule.quiet}>{t('inventory.noLoop')}</p>}
      {row.slots.length > 0 && (
        <Table className="tabular" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {(['slot', 'length', 'purpose', 'comesUp', 'freeTimes'] as const).map((column) => (
                <Table.Th key={column}>{t(`inventory.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {row.slots.map(({ ms, purpose }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its number
              <Table.Tr key={index}>
                <Table.Td>{index + 1}</Table.Td>
                <Table.Td>{duration(ms)}</Table.Td>
                <Table.Td>{t(`inventory.purposes.${purpose}`)}</Table.Td>
                <Table.Td>{number(cell.slots[index]?.plays ?? 0)}</Table.Td>
                <Table.Td>{number(cell.slots[index]?.free ?? 0)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
