/** Entries, as many as are in sight, with their state, how far the jury is, and (once scores are open) how they stand. */
import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconEye, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, EntryView } from '../../../electron/contract/api/contests';
import type { EntryState } from '../../../electron/contract/records/contest';
import { scoreOf } from '../../../electron/domain/contest/standing';
import { client, orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { Thumbnail } from '../shared/Thumbnail';
import { PAGE, usePaged } from '../shared/use-paged';
import { useWindowed } from '../shared/WindowedList';
import css from './Contests.module.css';
import { Disqualify } from './Disqualify';
import { ScoreNotes } from './ScoreNotes';

/** What the entries are narrowed to. */
export interface EntryFilter {
  contestId: string;
  state?: EntryState;
  search: string;
}

export const entriesFrom = (filter: EntryFilter, offset: number) =>
  orpc.contests.entries.queryOptions({ input: { ...filter, offset, limit: PAGE } });

interface RowActions {
  contest: ContestView;
  onEdit: (entry: EntryView) => void;
  onScore: (entry: EntryView) => void;
}

interface EntryTableProps extends RowActions {
  filter: EntryFilter;
  total: number;
}

/** A row with its picture. */
const USUAL_PX = 140;
const COLUMNS = ['title', 'entrant', 'state', 'score'] as const;

export function EntryTable({ filter, total, ...actions }: EntryTableProps) {
  const { t } = useTranslation('contests');
  const { box, rows, indexes } = useWindowed(total, USUAL_PX);
  const at = usePaged(indexes, (offset) => entriesFrom(filter, offset));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section ref={box} className={css.box} tabIndex={0} aria-label={t('entries')}>
      <table className={css.table} data-state={actions.contest.state} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1} className={css.row}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const entry = at(index);
            return (
              <tr
                key={entry?.id ?? index}
                ref={rows.measureElement}
                data-index={index}
                data-entry={entry?.id}
                aria-rowindex={index + 2}
                aria-busy={entry === undefined || undefined}
                className={css.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                {entry ? <Cells entry={entry} {...actions} /> : <td className={css.waits} />}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Cells({ contest, entry, onEdit, onScore }: RowActions & { entry: EntryView }) {
  const { t } = useTranslation('contests');
  const { title, category, entrant, state, why, rank, confirmed, assetId, thumbnail, mine, scores } = entry;
  const { user } = useMe();
  const scored = scores.some(({ jurorId }) => jurorId === user?.id);
  const reach = entrant.contact && [entrant.contact.phone, entrant.contact.email].filter(Boolean).join(' · ');
  return (
    <>
      <th scope="row">
        {thumbnail && <Thumbnail hash={thumbnail} name={title} width={112} height={63} />}
        <span className="any-word">{title}</span>
        {category && <span className={css.muted}>{category}</span>}
        {!confirmed && <span className={css.warn}>{t('entry.unsigned')}</span>}
        {assetId === null && <span className={css.warn}>{t('entry.noFile')}</span>}
      </th>
      <td>
        <span className="any-word">{entrant.name}</span>
        {entrant.from && <span className={css.muted}>{entrant.from}</span>}
        {reach && <span className={css.muted}>{reach}</span>}
      </td>
      <td>
        <span className={css.stage} data-state={state}>
          {state === 'winner' ? t('entry.winner', { rank }) : t(`entryState.${state}`)}
        </span>
        {why && <span className={css.muted}>{why}</span>}
      </td>
      <td>
        <Standing entry={entry} criteria={contest.criteria} />
      </td>
      <td className={css.rowCommands}>
        <div>
          {mine && !contest.scoresOpen && (
            <Button size="compact-md" variant={scored ? 'default' : 'filled'} onClick={() => onScore(entry)}>
              {t(scored ? 'score.change' : 'score.give')}
              <span className="unseen"> {title}</span>
            </Button>
          )}
          {assetId && (
            <ActionIcon
              renderRoot={(props) => <Link to="/preview/$assetId" params={{ assetId }} {...props} />}
              aria-label={t('entry.preview', { title })}
              title={t('entry.preview', { title })}
            >
              <IconEye size={16} aria-hidden="true" />
            </ActionIcon>
          )}
          <DeskCommands contest={contest} entry={entry} onEdit={onEdit} />
        </div>
      </td>
    </>
  );
}

function Standing({ entry, criteria }: { entry: EntryView } & Pick<ContestView, 'criteria'>) {
  const { t } = useTranslation('contests');
  const { number } = useFormats();
  const { user } = useMe();
  const { standing, progress, state, scores } = entry;
  if (state === 'received' || state === 'disqualified') return '–';
  if (!standing) {
    const own = scoreOf(scores.find(({ jurorId }) => jurorId === user?.id)?.marks ?? {}, criteria);
    return (
      <>
        {own !== null && <strong className="tabular">{t('score.own', { mean: number(own, 2) })}</strong>}
        <span className={css.muted}>{t('score.progress', progress)}</span>
      </>
    );
  }
  const { mean, lowest, highest, missing, tied, rank } = standing;
  if (mean === null) return <span className={css.muted}>{t('score.none')}</span>;
  return (
    <>
      <span className="tabular">
        <strong>{number(mean, 2)}</strong> <span style={{ whiteSpace: 'nowrap' }}>{t('score.rank', { rank })}</span>
        {tied && <span className={css.mark}>{t('score.tied')}</span>}
      </span>
      {lowest !== highest && (
        <span className={css.muted}>
          {t('score.spread', { lowest: number(lowest ?? 0, 2), highest: number(highest ?? 0, 2) })}
        </span>
      )}
      {missing.length > 0 && <span className={css.warn}>{t('score.missing', { names: missing.join(', ') })}</span>}
      <ScoreNotes entry={entry} />
    </>
  );
}

function DeskCommands({ contest, entry, onEdit }: Omit<RowActions, 'onScore'> & { entry: EntryView }) {
  const { t } = useTranslation('contests');
  const { may } = useMe();
  const [asking, ask] = useState(false);
  const { id, rev, title, state } = entry;
  const check = useCommand({
    run: () => client.contests.checkEntry({ id, rev, to: 'valid', why: '' }),
    done: () => t('entry.accepted', { title }),
  });
  const remove = useCommand({
    run: () => client.contests.removeEntry({ id }),
    done: () => t('removed', { title }),
  });
  if (!may('desk') || (contest.state !== 'open' && contest.state !== 'judging')) return null;
  return (
    <>
      {contest.state === 'open' && state !== 'valid' && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconCheck size={14} aria-hidden="true" />}
          onClick={() => check.mutate()}
        >
          {t('entry.accept')}
          <span className="unseen"> {title}</span>
        </Button>
      )}
      {state !== 'disqualified' && (
        <Button size="compact-md" variant="default" onClick={() => ask(true)}>
          {t('entry.disqualify')}
          <span className="unseen"> {title}</span>
        </Button>
      )}
      <ActionIcon aria-label={t('entry.editOf', { title })} onClick={() => onEdit(entry)}>
        <IconPencil size={16} aria-hidden="true" />
      </ActionIcon>
      {state === 'received' && (
        <ActionIcon aria-label={t('entry.removeOf', { title })} onClick={() => remove.mutate()}>
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      )}
      {asking && <Disqualify entry={entry} onClose={() => ask(false)} />}
    </>
  );
}
