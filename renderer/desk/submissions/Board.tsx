/** A column for each state; a card is dragged to the next, or opened. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionRow } from '../../../electron/contract/api/submissions';
import type { SubmissionStanding } from '../../../electron/contract/records/submission';
import { client, orpc } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { durationText, RowSkeletons } from '../../ui';
import { StandingMark } from '../shared/StandingMark';
import { Thumbnail } from '../shared/Thumbnail';
import { neighbourOf, stepOf } from './board-keys';
import type { SubmissionFilter } from './filter';
import css from './Submissions.module.css';
import { useEdges } from './use-edges';

const COLUMNS = [
  ...(['draft', 'submitted', 'verified', 'approved', 'airing'] as const),
  ...(['returned', 'ended', 'recalled', 'withdrawn'] as const),
];
const MOST = 50;

interface BoardProps {
  filter: SubmissionFilter;
  counts: Partial<Record<SubmissionStanding, number>>;
}

/** A card as it was when it was taken up: a step counts for what was seen then, and is refused where another has come since. */
interface Dragged extends Pick<SubmissionRow, 'id' | 'rev' | 'hash'> {
  from: SubmissionStanding;
}

const takenUp = ({ id, rev, hash, standing }: SubmissionRow): Dragged => ({ id, rev, hash, from: standing });

export function Board({ filter, counts }: BoardProps) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const navigate = useNavigate();
  const [wanted, want] = useState<string | null>(null);
  const [dragged, drag] = useState<Dragged | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const { left, right } = useEdges(scroller);
  const move = useCommand({
    run: ({ id, rev, hash, to }: Dragged & { to: 'submitted' | 'verified' }) =>
      to === 'submitted'
        ? client.submissions.submit({ id, rev })
        : client.submissions.verify({ id, rev, hash: hash ?? '' }),
    done: ({ title, state }) => t('stepDone', { title, step: t(`standing.${state}`) }),
  });
  const bring = (card: Dragged, to: SubmissionStanding) => {
    const { id, from } = card;
    if (from === to) return;
    // What needs a reason or a class is done where the material can be seen.
    if (to === 'submitted' || to === 'verified') move.mutate({ ...card, to }, { onSuccess: () => want(id) });
    else void navigate({ to: '/submissions/$submissionId', params: { submissionId: id } });
  };
  const columns = COLUMNS.map((standing) => (counts[standing] ? 'minmax(168px, 1fr)' : 'auto')).join(' ');
  return (
    <div className={css.edges} data-left={left || undefined} data-right={right || undefined}>
      {/* In the order of Tab while there is more to see: keys reach columns in which nothing stands only so. */}
      <section
        ref={scroller}
        className={css.board}
        style={{ gridTemplateColumns: columns }}
        aria-label={t('board')}
        tabIndex={left || right ? 0 : undefined}
        data-board
      >
        {COLUMNS.map((standing) => (
          <Column
            key={standing}
            standing={standing}
            filter={filter}
            count={counts[standing] ?? 0}
            mayDrag={may('desk')}
            onDrag={drag}
            onDrop={() => dragged && bring(dragged, standing)}
            onBring={bring}
            wanted={wanted}
          />
        ))}
      </section>
    </div>
  );
}

interface ColumnProps {
  standing: SubmissionStanding;
  filter: SubmissionFilter;
  count: number;
  mayDrag: boolean;
  onDrag: (dragged: Dragged | null) => void;
  onDrop: () => void;
  onBring: (card: Dragged, to: SubmissionStanding) => void;
  /** The card that keys took a step: it has the focus where it comes up again. */
  wanted: string | null;
}

function Column({ standing, filter, count, mayDrag, onDrag, onDrop, onBring, wanted }: ColumnProps) {
  const { t } = useTranslation('submissions');
  const [over, setOver] = useState(false);
  const rows = useQuery({
    ...orpc.submissions.list.queryOptions({ input: { ...filter, standing, limit: MOST } }),
    enabled: count > 0,
  });
  const items = count > 0 ? (rows.data?.items ?? []) : [];
  const enter = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className={css.column}
      aria-label={t(`standing.${standing}`)}
      data-column
      data-over={over || undefined}
      data-empty={count === 0 || undefined}
      onDragOver={enter}
      onDragLeave={() => setOver(false)}
      onDrop={() => {
        setOver(false);
        onDrop();
      }}
    >
      <h2>
        <StandingMark standing={standing} />
        <span className="tabular">{count}</span>
      </h2>
      <div className={css.cards}>
        {count > 0 && rows.isPending && <RowSkeletons label={t('loading')} rows={2} />}
        {items.map((row) => (
          <Card key={row.id} {...{ row, mayDrag, onDrag, onBring }} isWanted={wanted === row.id} />
        ))}
        {count > items.length && items.length > 0 && (
          <p className={css.muted}>{t('more', { count: count - items.length })}</p>
        )}
      </div>
    </section>
  );
}

interface CardProps extends Pick<ColumnProps, 'mayDrag' | 'onDrag' | 'onBring'> {
  row: SubmissionRow;
  isWanted: boolean;
}

function Card({ row, mayDrag, onDrag, onBring, isWanted }: CardProps) {
  const { t } = useTranslation('submissions');
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isWanted) link.current?.focus();
  }, [isWanted]);
  const onKeyDown = (event: KeyboardEvent<HTMLAnchorElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.key.startsWith('Arrow')) return;
    const to = event.shiftKey && mayDrag ? stepOf(event.key, row.standing) : undefined;
    if (to) onBring(takenUp(row), to);
    else if (!event.shiftKey) neighbourOf(event.currentTarget, event.key)?.focus();
    event.preventDefault();
  };
  return (
    <Link
      to="/submissions/$submissionId"
      params={{ submissionId: row.id }}
      ref={link}
      className={css.card}
      data-card
      title={t('boardKeys')}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight"
      onKeyDown={onKeyDown}
      draggable={mayDrag}
      onDragStart={() => onDrag(takenUp(row))}
      onDragEnd={() => onDrag(null)}
    >
      {row.thumbnail && <Thumbnail hash={row.thumbnail} name={row.title} />}
      <strong>{row.title}</strong>
      <span className={css.muted}>{row.agencyName}</span>
      <span className={`${css.muted} ${css.facts}`}>
        <span>{row.receipt}</span>
        {row.durationMs !== null && row.durationMs > 0 && <span>{durationText(row.durationMs)}</span>}
      </span>
    </Link>
  );
}
