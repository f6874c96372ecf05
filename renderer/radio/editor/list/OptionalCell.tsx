/** The cells that a person may do without. */
// biome-ignore-all lint/a11y/useSemanticElements: a tree grid has no element of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the keys for its cells
import type { Row } from '../../../../electron/domain/rundown/plan';
import { localTime } from '../../../../electron/domain/time';
import { durationText } from '../../../ui';
import { StatusMark } from '../../shared/StatusMark';
import type { Column } from '../columns';
import { useListKnows } from './knows';
import css from './List.module.css';

export function OptionalCell({ column, row }: { column: Column; row: Row }) {
  const { zone } = useListKnows();
  const time = (at: number | null) => (at === null ? '–' : localTime(at, zone));
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
  return (
    <div role="gridcell" className={`tabular ${css.optional}`}>
      {content()}
    </div>
  );
}
