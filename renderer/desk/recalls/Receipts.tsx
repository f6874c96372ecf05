/** What each panel says of a recall; those that have not been reached stand first, with how long they could still show it. */
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecallAt } from '../../../electron/contract/api/recalls';
import { useFormats } from '../../operator/i18n/formats';
import { At } from '../../operator/shared/At';
import { StatusDot, type Tone } from '../../ui';
import css from './Recalls.module.css';

const TONES: Record<RecallAt['state'], Tone> = { notReached: 'amber', told: 'blue', removed: 'green' };
const ORDER = Object.keys(TONES);
const COLUMNS = ['display', 'state', 'removed', 'lastShown', 'bytes'] as const;

export function Receipts({ displays }: { displays: readonly RecallAt[] }) {
  const { t } = useTranslation('recalls');
  if (displays.length === 0) return <p className={css.quiet}>{t('receipts.none')}</p>;
  const rows = displays.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`receipts.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((at) => (
            <Row key={at.displayId} at={at} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ at: { displayName, connected, met, state, receipt, timelineUntil } }: { at: RecallAt }) {
  const { t } = useTranslation('recalls');
  const { bytes } = useFormats();
  return (
    <Table.Tr>
      <Table.Td>
        <strong>{displayName}</strong>
        {!connected && <span className={css.under}>{t(met ? 'receipts.offline' : 'receipts.never')}</span>}
      </Table.Td>
      <Table.Td>
        <StatusDot tone={TONES[state]}>{t(`receipts.is.${state}`)}</StatusDot>
        {state === 'notReached' && (
          <span className={css.under}>
            {timelineUntil === null ? (
              t('receipts.holdsNone')
            ) : (
              <>
                {t('receipts.until')} <At at={timelineUntil} as="dateTime" />
              </>
            )}
          </span>
        )}
      </Table.Td>
      <Table.Td>{receipt?.removedAt ? <At at={receipt.removedAt} as="dateTime" /> : '–'}</Table.Td>
      <Table.Td>
        {receipt?.lastShownAt ? (
          <At at={receipt.lastShownAt} as="dateTime" />
        ) : receipt ? (
          t('receipts.neverShown')
        ) : (
          '–'
        )}
      </Table.Td>
      <Table.Td>{receipt ? (receipt.bytes > 0 ? bytes(receipt.bytes) : t('receipts.heldNone')) : '–'}</Table.Td>
    </Table.Tr>
  );
}
