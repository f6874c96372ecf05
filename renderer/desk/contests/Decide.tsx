/** Ranks for those who win, and why they are given where jurors have not scored. */
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '../../../electron/contract/api/contests';
import { ContestReason } from '../../../electron/contract/records/contest';
import { client, orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import { ConfirmTwice, ruleOf } from '../../ui';
import css from './Contests.module.css';
import { Named } from './Named';
import { MOST_CHOSEN } from './Shortlist';

export function Decide({ contest }: { contest: ContestView }) {
  const { t } = useTranslation('contests');
  const asked = { contestId: contest.id, state: 'shortlisted', order: 'category', limit: MOST_CHOSEN } as const;
  const shortlisted = useQuery(orpc.contests.entries.queryOptions({ input: asked }));
  const [ranks, setRanks] = useState<Readonly<Record<string, number>>>({});
  const { id, rev, title } = contest;
  const winners = Object.entries(ranks).map(([entryId, rank]) => ({ entryId, rank }));
  const [why, setWhy] = useState('');
  const { given, of } = contest.scores;
  const isWhole = given === of;
  const incomplete = ContestReason.safeParse(why).data;
  const save = useCommand({
    run: () => client.contests.decide({ id, rev, winners, ...(isWhole ? {} : { incomplete }) }),
    done: () => t('moved', { title, state: t('state.decided') }),
    onFault: () => {},
  });
  return (
    <div className={css.choose}>
      <p className={css.muted}>{t('decide.how')}</p>
      {shortlisted.error && <FaultPanel fault={shortlisted.error} onRetry={() => void shortlisted.refetch()} />}
      {shortlisted.data?.items.map((entry) => (
        <div key={entry.id} className={css.rankRow}>
          <NumberField
            w={90}
            min={1}
            max={100}
            aria-label={t('decide.rankOf', { title: entry.title })}
            placeholder={t('decide.rank')}
            value={ranks[entry.id] ?? null}
            onNumber={(value) => {
              const { [entry.id]: _before, ...others } = ranks;
              setRanks(value === null ? others : { ...others, [entry.id]: value });
            }}
          />
          <Named entry={entry} />
        </div>
      ))}
      {!isWhole && (
        <>
          <p className={css.warn}>{t('decide.missing', { given, of })}</p>
          <Textarea
            label={t('decide.why')}
            required
            autosize
            maxLength={1000}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            {...ruleOf(t('whyRule'), why !== '' && incomplete === undefined)}
          />
        </>
      )}
      {save.error && <FaultPanel fault={save.error} />}
      <ConfirmTwice
        className={css.next ?? ''}
        disabled={winners.length === 0 || (!isWhole && incomplete === undefined)}
        label={t('decide.set', { count: winners.length })}
        confirmLabel={t('decide.sure')}
        onConfirm={() => save.mutate()}
      />
    </div>
  );
}
