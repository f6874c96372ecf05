/** What had aired of it, place by place. */
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { At } from '../../operator/shared/At';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { RowSkeletons } from '../../ui';
import css from './Recalls.module.css';

const COLUMNS = ['place', 'plays', 'length', 'first', 'last'] as const;

export function AiredList({ id }: { id: string }) {
  const { t } = useTranslation(['recalls', 'common']);
  const { number, duration } = useFormats();
  const aired = useQuery(orpc.recalls.aired.queryOptions({ input: { id } }));
  if (aired.error) return <FaultPanel fault={aired.error} onRetry={() => void aired.refetch()} />;
  if (!aired.data) return <RowSkeletons label={t('common:loading')} />;
  const { at, total, shownMs } = aired.data;
  if (at.length === 0) return <p className={css.quiet}>{t('aired.none')}</p>;
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`aired.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {at.map((place) => (
            <Table.Tr key={place.displayId}>
              <Table.Td>{place.displayName}</Table.Td>
              <Table.Td className="tabular">{number(place.plays)}</Table.Td>
              <Table.Td className="tabular">{duration(place.shownMs)}</Table.Td>
              <Table.Td>
                <At at={place.firstAt} as="dateTime" />
              </Table.Td>
              <Table.Td>
                <At at={place.lastAt} as="dateTime" />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{t('aired.total')}</Table.Th>
            <Table.Th className="tabular">{number(total)}</Table.Th>
            <Table.Th className="tabular">{duration(shownMs)}</Table.Th>
            <Table.Th colSpan={2} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
