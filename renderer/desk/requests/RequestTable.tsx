/** The register, newest first: a row a request, and only what is in sight is drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { Due } from './Due';
import css from './Requests.module.css';

const ROW_PX = 52;
const COLUMNS = ['number', 'received', 'applicant', 'asked', 'state', 'due'] as const;

export function RequestTable({ requests, onOpen }: { requests: readonly RequestView[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('requests');
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count: requests.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => requests[index]?.id ?? index,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section ref={box} className={css.box} tabIndex={0} aria-label={t('title')}>
      <table className={css.table} aria-rowcount={requests.length + 1}>
        <thead>
          <tr aria-rowindex={1} className={css.row}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const request = requests[index];
            return request && <Row key={key} request={request} index={index + 2} top={start} onOpen={onOpen} />;
          })}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  request: RequestView;
  index: number;
  top: number;
  onOpen: (id: string) => void;
}

function Row({ request, index, top, onOpen }: RowProps) {
  const { t } = useTranslation('requests');
  const { language } = useFormats();
  const { id, number, receivedOn, applicant, asked, state } = request;
  return (
    <tr aria-rowindex={index} className={css.row} style={{ position: 'absolute', top, left: 0, right: 0 }}>
      <th scope="row">
        <button type="button" className={`tabular ${css.open}`} onClick={() => onOpen(id)}>
          {number}
        </button>
      </th>
      <td>{dateText(receivedOn, language)}</td>
      <td className="two-lines" title={applicant.name}>
        {applicant.name}
      </td>
      <td className="two-lines" title={asked}>
        {asked}
      </td>
      <td>{t(`state.${state}`)}</td>
      <td>
        <Due request={request} />
      </td>
    </tr>
  );
}
