/** The register, newest first: a row a request; only what is in sight is fetched and drawn. */
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../electron/contract/api/requests';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { PAGE, usePaged } from '../shared/use-paged';
import { useWindowed } from '../shared/WindowedList';
import { Due } from './Due';
import css from './Requests.module.css';

const ROW_PX = 52;
const COLUMNS = ['number', 'received', 'applicant', 'asked', 'state', 'due'] as const;

/** What the register is narrowed to. */
export interface RegisterFilter {
  year: number;
  show: 'all' | 'open' | 'late' | 'closed';
  search: string;
}

export const registerPage = (filter: RegisterFilter, offset: number) =>
  orpc.requests.list.queryOptions({ input: { ...filter, offset, limit: PAGE } });

interface RequestTableProps {
  filter: RegisterFilter;
  found: number;
  onOpen: (id: string) => void;
}

export function RequestTable({ filter, found, onOpen }: RequestTableProps) {
  const { t } = useTranslation('requests');
  const { box, rows, indexes } = useWindowed(found, ROW_PX);
  const at = usePaged(indexes, (offset) => registerPage(filter, offset));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section ref={box} className={css.box} tabIndex={0} aria-label={t('title')}>
      <table className={css.table} aria-rowcount={found + 1}>
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
          {rows.getVirtualItems().map(({ index, start }) => (
            <Row key={at(index)?.id ?? index} request={at(index)} index={index + 2} top={start} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  /** Undefined while it is fetched. */
  request: RequestRow | undefined;
  index: number;
  top: number;
  onOpen: (id: string) => void;
}

function Row({ request, index, top, onOpen }: RowProps) {
  return (
    <tr
      aria-rowindex={index}
      aria-busy={request === undefined || undefined}
      className={css.row}
      style={{ position: 'absolute', top, left: 0, right: 0 }}
    >
      {request && <Cells request={request} onOpen={onOpen} />}
    </tr>
  );
}

function Cells({ request, onOpen }: { request: RequestRow; onOpen: (id: string) => void }) {
  const { t } = useTranslation('requests');
  const { language } = useFormats();
  const { id, number, receivedOn, applicant, asked, state } = request;
  return (
    <>
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
    </>
  );
}
