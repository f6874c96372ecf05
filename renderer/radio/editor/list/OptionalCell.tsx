/** The cells that a person may do without. */
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../electron/domain/rundown/plan';
import { localTime } from '../../../../electron/domain/time';
import { durationText } from '../../../ui';
import { StatusMark } from '../../shared/StatusMark';
import type { Column } from '../columns';
import { useEditor } from '../context';
import css from './List.module.css';

export function OptionalCell({ column, row }: { column: Column; row: Row }) {
  const { t } = useTranslation('rundowns');
  const { rundown } = useEditor();
  const time = (at: number | null) => (at === null ? '–' : localTime(at, rundown.zone));
  const content = () => {
    switch (column) {
      case 'end':
        return time(row.end);
      case 'back':
        return time(row.backStart);
      case 'cumulative':
        return row.counts ? durationText(row.cumulativeMs) : '–';
      case 'person':
        return (
          <span className="one-line" title={row.item.person}>
            {row.item.person}
          </span>
        );
      case 'status':
        return <StatusMark status={row.item.status} />;
      default:
        return column satisfies never;
    }
  };
  const late = column === 'back' && row.backStart !== null && row.start !== null && row.start > row.backStart;
  return (
    <div
      role="gridcell"
      className={`tabular ${css.optional}`}
      data-late={late || undefined}
      title={late ? t('list.late') : undefined}
    >
      {content()}
    </div>
  );
}
