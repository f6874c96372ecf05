/** What became of a takeover at each display; what asks for somebody stands first. */
import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TakeoverAt } from '../../../../../electron/contract/api/takeovers';
import { StatusDot, type Tone } from '../../../../ui';
import { reasonText } from '../../../i18n/say';
import { At } from '../../../shared/At';
import { type Arrival, arrivalOf, type Stage } from '../stage';
import css from './Details.module.css';

const TONES: Record<Arrival, Tone> = {
  fault: 'amber',
  unreachable: 'amber',
  missed: 'amber',
  waiting: 'blue',
  received: 'blue',
  shown: 'red',
  covered: 'grey',
  unseen: 'grey',
  ended: 'green',
};
const ORDER = Object.keys(TONES);

export function Receipts({ displays, stage }: { displays: readonly TakeoverAt[]; stage: Stage }) {
  const { t } = useTranslation('takeovers');
  const rows = displays
    .map((at) => ({ at, arrival: arrivalOf(at, stage) }))
    .toSorted((a, b) => ORDER.indexOf(a.arrival) - ORDER.indexOf(b.arrival));
  if (rows.length === 0) return <p>{t('receipts.none')}</p>;
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {(['display', 'state', 'received', 'shown', 'ended'] as const).map((column) => (
              <Table.Th key={column}>{t(`receipts.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ at, arrival }) => (
            <Row key={at.displayId} at={at} arrival={arrival} stage={stage} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ at, arrival, stage }: { at: TakeoverAt; arrival: Arrival; stage: Stage }) {
  const { t } = useTranslation('takeovers');
  const { receipt } = at;
  /** It was on when the display last told; that it is over nobody has told. */
  const tone = arrival === 'shown' && stage === 'over' ? 'grey' : TONES[arrival];
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/displays" search={{ id: at.displayId }} className={css.display}>
          {at.displayName}
        </Link>
      </Table.Td>
      <Table.Td>
        <StatusDot tone={tone}>
          {receipt?.fault && arrival === 'fault'
            ? reasonText(receipt.fault)
            : t(`arrival.${stage}.${arrival}`, { name: at.coveredBy?.name })}
        </StatusDot>
      </Table.Td>
      {[receipt?.receivedAt, receipt?.shownAt, receipt?.endedAt].map((instant, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change their order
        <Table.Td key={column}>{instant == null ? <span className={css.dash}>–</span> : <At at={instant} />}</Table.Td>
      ))}
    </Table.Tr>
  );
}
