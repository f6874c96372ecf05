/** The plays, newest first: as long as there are any, yet only what is in sight is drawn. */
import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlayQuery } from '../../../../electron/contract/api/displays';
import { orpc } from '../../../client/client';
import { EmptyState, RowSkeletons } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import { PlayRow } from './PlayRow';
import css from './Proof.module.css';

const PAGE = 100;
const ROW_PX = 44;
const COLUMNS = ['start', 'asset', 'display', 'booking', 'length', 'outcome'] as const;

interface PlayListProps {
  query: PlayQuery;
  filtered: boolean;
  onClear: () => void;
}

export function PlayList({ query, filtered, onClear }: PlayListProps) {
  const { t } = useTranslation('proof');
  const plays = usePlays(query);
  if (plays.isError && !plays.data) return <FaultPanel fault={plays.error} onRetry={() => void plays.refetch()} />;
  if (!plays.data) return <RowSkeletons label={t('loading')} rows={12} height={36} />;
  if (plays.data.pages[0]?.items.length === 0) {
    return (
      <EmptyState
        icon={<IconReceipt size={36} stroke={1.5} />}
        title={t(filtered ? 'noneFiltered' : 'none')}
        actions={filtered ? <Button onClick={onClear}>{t('clear')}</Button> : undefined}
      >
        {t(filtered ? 'noneFilteredWords' : 'noneWords')}
      </EmptyState>
    );
  }
  // A new question begins at its newest answer.
  return <Rows key={JSON.stringify(query)} plays={plays} />;
}

type Plays = ReturnType<typeof usePlays>;

function usePlays(query: PlayQuery) {
  return useInfiniteQuery(
    orpc.proof.plays.infiniteOptions({
      input: (before: string | undefined) => ({ ...query, limit: PAGE, ...(before ? { before } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.cursor ?? undefined,
      placeholderData: (old) => old,
    }),
  );
}

function Rows({ plays }: { plays: Plays }) {
  const { t } = useTranslation('proof');
  const box = useRef<HTMLDivElement>(null);
  const items = plays.data?.pages.flatMap((page) => page.items) ?? [];
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const inSight = rows.getVirtualItems();
  useMoreAtTheEnd(plays, inSight.at(-1)?.index ?? 0, items.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section ref={box} className={css.box} tabIndex={0} aria-label={t('title')}>
      <table className={css.table} aria-rowcount={plays.hasNextPage ? -1 : items.length + 1}>
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
          {inSight.map(({ index, key, start }) => {
            const play = items[index];
            return play && <PlayRow key={key} play={play} index={index + 2} top={start} />;
          })}
        </tbody>
      </table>
      {(plays.data?.pages.length ?? 0) > 1 && <ToNewest box={box} />}
    </section>
  );
}

function useMoreAtTheEnd(plays: Plays, lastInSight: number, count: number): void {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = plays;
  useEffect(() => {
    const near = lastInSight >= count - PAGE / 2;
    if (near && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [lastInSight, count, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
}

/** A long list does not move under one's eyes; this brings the newest on request. */
function ToNewest({ box }: { box: React.RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation('proof');
  const queries = useQueryClient();
  const press = () => {
    box.current?.scrollTo({ top: 0 });
    void queries.resetQueries({ queryKey: orpc.proof.plays.key() });
  };
  return (
    <Button className={css.newest ?? ''} size="compact-sm" variant="default" onClick={press}>
      {t('newest')}
    </Button>
  );
}
