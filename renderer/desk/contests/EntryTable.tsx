/** Entries with their state, how far the jury is, and (once scores are open) how they stand. */
import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconEdit, IconEye, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, EntryView } from '../../../electron/contract/api/contests';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { Thumbnail } from '../shared/Thumbnail';
import css from './Contests.module.css';
import { Disqualify } from './Disqualify';
import { ScoreNotes } from './ScoreNotes';

interface EntryTableProps {
  contest: ContestView;
  entries: readonly EntryView[];
  onEdit: (entry: EntryView) => void;
  onScore: (entry: EntryView) => void;
}

export function EntryTable({ contest, entries, onEdit, onScore }: EntryTableProps) {
  const { t } = useTranslation('contests');
  const rank = (entry: EntryView) => entry.rank ?? entry.standing?.rank ?? Number.MAX_SAFE_INTEGER;
  const inOrder = [...entries].sort(
    (a, b) => (a.category ?? '').localeCompare(b.category ?? '') || rank(a) - rank(b) || (a.id < b.id ? -1 : 1),
  );
  const columns = ['title', 'entrant', 'state', 'score'] as const;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="unseen">{t('column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder.map((entry) => (
          <Row key={entry.id} contest={contest} entry={entry} onEdit={onEdit} onScore={onScore} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ contest, entry, onEdit, onScore }: Omit<EntryTableProps, 'entries'> & { entry: EntryView }) {
  const { t } = useTranslation('contests');
  const { id, title, category, entrant, state, why, rank, confirmed, assetId, thumbnail, mine, scores } = entry;
  const { user } = useMe();
  const scored = scores.some(({ jurorId }) => jurorId === user?.id);
  const reach = entrant.contact && [entrant.contact.phone, entrant.contact.email].filter(Boolean).join(' · ');
  return (
    <tr data-entry={id}>
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
        <Standing entry={entry} />
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
    </tr>
  );
}

function Standing({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('contests');
  const { number } = useFormats();
  const { standing, progress, state } = entry;
  if (state === 'received' || state === 'disqualified') return '–';
  if (!standing) return <span className={css.muted}>{t('score.progress', progress)}</span>;
  const { mean, lowest, highest, missing, tied, rank } = standing;
  if (mean === null) return <span className={css.muted}>{t('score.none')}</span>;
  return (
    <>
      <span className="tabular">
        <strong>{number(mean, 2)}</strong> {t('score.rank', { rank })}
        {tied && <span className={css.mark}>{t('score.tied')}</span>}
      </span>
      <span className={css.muted}>
        {t('score.spread', { lowest: number(lowest ?? 0, 1), highest: number(highest ?? 0, 1) })}
      </span>
      {missing.length > 0 && <span className={css.warn}>{t('score.missing', { names: missing.join(', ') })}</span>}
      <ScoreNotes entry={entry} />
    </>
  );
}

function DeskCommands({ contest, entry, onEdit }: Omit<EntryTableProps, 'entries' | 'onScore'> & { entry: EntryView }) {
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
        <IconEdit size={16} aria-hidden="true" />
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
