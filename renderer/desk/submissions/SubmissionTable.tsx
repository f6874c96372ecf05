/** The inbox as a table: rows are drawn as they come into view, and fetched a hundred at a time. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SubmissionRow } from '../../../electron/contract/api/submissions';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { StandingMark } from '../shared/StandingMark';
import { PAGE, usePaged } from '../shared/use-paged';
import { useWindowed } from '../shared/WindowedList';
import type { SubmissionFilter } from './filter';
import css from './Submissions.module.css';

const ROW_PX = 44;
const COLUMNS = ['title', 'agency', 'standing', 'category', 'days', 'receipt'] as const;

export function SubmissionTable({ filter, total }: { filter: SubmissionFilter; total: number }) {
  const { t } = useTranslation('submissions');
  const { box, rows, indexes } = useWindowed(total, ROW_PX, { overscan: 8, paddingStart: ROW_PX });
  const at = usePaged(indexes, (offset) =>
    orpc.submissions.list.queryOptions({ input: { ...filter, offset, limit: PAGE } }),
  );
  return (
    <div className={css.scroller} ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element cannot do */}
      <div role="table" aria-label={t('title')} aria-rowcount={total + 1} style={{ height: rows.getTotalSize() }}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the links in it take the focus */}
        <div role="row" aria-rowindex={1} className={`${css.row} ${css.head}`}>
          {COLUMNS.map((column) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div key={column} role="columnheader">
              {t(`column.${column}`)}
            </div>
          ))}
        </div>
        {rows.getVirtualItems().map(({ index, start }) => (
          <Row key={index} row={at(index)} index={index} top={start} />
        ))}
      </div>
    </div>
  );
}

function Row({ row, index, top }: { row: SubmissionRow | undefined; index: number; top: number }) {
  const { language } = useFormats();
  const days = [row?.validFrom, row?.validTo].map((day) => (day ? dateText(day, language) : '')).join(' – ');
  const cells = row
    ? {
        title: (
          <Link to="/submissions/$submissionId" params={{ submissionId: row.id }} className="any-word">
            {row.title}
          </Link>
        ),
        agency: row.agencyName,
        standing: <StandingMark standing={row.standing} />,
        category: row.category ?? '',
        days: row.validFrom || row.validTo ? days : '',
        receipt: row.receipt,
      }
    : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the link in it takes the focus
    <div role="row" aria-rowindex={index + 2} className={css.row} style={{ top }}>
      {COLUMNS.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as the row
        <div key={column} role="cell">
          {cells?.[column]}
        </div>
      ))}
    </div>
  );
}
