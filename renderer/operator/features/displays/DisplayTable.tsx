/** Displays as rows, for many. */
import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { zoneLabel } from '../../../../electron/domain/zone-label';
import { stationNow } from '../../../client/station-clock';
import { At } from '../../shared/At';
import type { DisplayView } from '../../shared/display-health';
import { HealthDot } from '../../shared/HealthDot';
import { useShownName } from '../../shared/use-shown-name';
import css from './Displays.module.css';

export function DisplayTable({ views }: { views: DisplayView[] }) {
  const { t } = useTranslation('displays');
  return (
    <Table.ScrollContainer minWidth={880} type="native" className={css.table}>
      <Table highlightOnHover verticalSpacing={10}>
        <Table.Thead>
          <Table.Tr>
            {(['name', 'size', 'zone', 'nowShown', 'next', 'state'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {views.map((view) => (
            <Row key={view.display.id} view={view} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ view }: { view: DisplayView }) {
  const { display, status } = view;
  const shownName = useShownName();
  const { width, height } = display.profile;
  return (
    <Table.Tr>
      <Table.Td maw={280}>
        <Link to="/displays" search={(old) => ({ ...old, id: display.id })} className={css.link} title={display.name}>
          {display.name}
        </Link>
        <span className={css.under} title={display.place}>
          {display.place}
        </span>
      </Table.Td>
      <Table.Td className="tabular">
        {width}×{height}
      </Table.Td>
      <Table.Td>{zoneLabel(display.zone, stationNow())}</Table.Td>
      <Table.Td maw={220}>
        <span className={css.cell} title={status.playing ? shownName(status.playing) : undefined}>
          {status.connected && status.playing ? shownName(status.playing) : '–'}
        </span>
      </Table.Td>
      <Table.Td maw={220}>
        {status.connected && status.next ? (
          <span className={css.cell} title={shownName(status.next)}>
            <At at={status.next.at} /> {shownName(status.next)}
          </span>
        ) : (
          '–'
        )}
      </Table.Td>
      <Table.Td>
        <HealthDot view={view} />
      </Table.Td>
    </Table.Tr>
  );
}
