/** A heading that sorts: by its column, then the other way, then the newest first again. */
import { Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import css from '../Schedule.module.css';
import type { ScheduleSearch, SortBy } from '../search';

interface HeadingProps {
  word: string;
  by: SortBy;
  search: Pick<ScheduleSearch, 'sort' | 'down'>;
  onSearch: (part: Pick<ScheduleSearch, 'sort' | 'down'>) => void;
}

export function Heading({ word, by, search: { sort, down = false }, onSearch }: HeadingProps) {
  const mine = sort === by;
  const Arrow = down ? IconArrowDown : IconArrowUp;
  const next = !mine ? { sort: by, down: undefined } : down ? { sort: undefined, down: undefined } : { down: true };
  return (
    <Table.Th aria-sort={mine ? (down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={css.sort} onClick={() => onSearch(next)}>
        {word}
        {mine && <Arrow size={14} stroke={1.75} aria-hidden="true" />}
      </button>
    </Table.Th>
  );
}
