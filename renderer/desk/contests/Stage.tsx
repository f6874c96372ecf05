/** The stages of a contest, where it stands, and the one step that comes next. */
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, EntryView } from '../../../electron/contract/api/contests';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { ConfirmTwice } from '../../ui';
import css from './Contests.module.css';

const STAGES = ['draft', 'open', 'judging', 'shortlisted', 'decided'] as const;

interface StageProps {
  contest: ContestView;
  entries: readonly EntryView[];
}

export function Stage({ contest, entries }: StageProps) {
  const { t } = useTranslation('contests');
  const { may } = useMe();
  const at = STAGES.indexOf(contest.state);
  return (
    <section className={css.stageBox} aria-label={t('stages')}>
      <ol className={css.stages}>
        {STAGES.map((stage, place) => (
          <li key={stage} data-past={place < at || undefined} aria-current={place === at ? 'step' : undefined}>
            {t(`state.${stage}`)}
          </li>
        ))}
      </ol>
      {may('desk') && (contest.state === 'draft' || contest.state === 'open') && <Next contest={contest} />}
      {may('approve') && contest.state === 'judging' && <Shortlist contest={contest} entries={entries} />}
      {may('approve') && contest.state === 'shortlisted' && <Decide contest={contest} entries={entries} />}
    </section>
  );
}

function Next({ contest: { id, rev, state, title } }: { contest: ContestView }) {
  const { t } = useTranslation('contests');
  const to = state === 'draft' ? 'open' : 'judging';
  const move = useCommand({
    run: () => client.contests.move({ id, rev, to }),
    done: () => t('moved', { title, state: t(`state.${to}`) }),
    onFault: () => {},
  });
  return (
    <>
      {move.error && <FaultPanel fault={move.error} />}
      <Button className={css.next ?? ''} loading={move.isPending} onClick={() => move.mutate()}>
        {t(`next.${to}`)}
      </Button>
    </>
  );
}

/** Best first where scores are open; else as they came. */
function inOrder(entries: readonly EntryView[]): EntryView[] {
  const rank = ({ standing }: EntryView) => standing?.rank ?? Number.MAX_SAFE_INTEGER;
  return [...entries].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function Shortlist({ contest, entries }: StageProps) {
  const { t } = useTranslation('contests');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { id, rev, title } = contest;
  const valid = inOrder(entries.filter(({ state }) => state === 'valid'));
  const save = useCommand({
    run: () => client.contests.shortlist({ id, rev, entryIds: [...chosen] }),
    done: () => t('moved', { title, state: t('state.shortlisted') }),
    onFault: () => {},
  });
  return (
    <div className={css.choose}>
      <p className={css.muted}>{t(contest.scoresOpen ? 'shortlist.how' : 'shortlist.howEarly')}</p>
      {valid.map((entry) => (
        <Checkbox
          key={entry.id}
          label={<Named entry={entry} />}
          checked={chosen.includes(entry.id)}
          onChange={({ currentTarget }) =>
            setChosen(currentTarget.checked ? [...chosen, entry.id] : chosen.filter((each) => each !== entry.id))
          }
        />
      ))}
      {save.error && <FaultPanel fault={save.error} />}
      <ConfirmTwice
        className={css.next ?? ''}
        disabled={chosen.length === 0}
        label={t('shortlist.set', { count: chosen.length })}
        confirmLabel={t('shortlist.sure')}
        onConfirm={() => save.mutate()}
      />
    </div>
  );
}

function Decide({ contest, entries }: StageProps) {
  const { t } = useTranslation('contests');
  const shortlisted = inOrder(entries.filter(({ state }) => state === 'shortlisted'));
  const [ranks, setRanks] = useState<Readonly<Record<string, number>>>({});
  const { id, rev, title } = contest;
  const winners = Object.entries(ranks).map(([entryId, rank]) => ({ entryId, rank }));
  const save = useCommand({
    run: () => client.contests.decide({ id, rev, winners }),
    done: () => t('moved', { title, state: t('state.decided') }),
    onFault: () => {},
  });
  return (
    <div className={css.choose}>
      <p className={css.muted}>{t('decide.how')}</p>
      {shortlisted.map((entry) => (
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
      {save.error && <FaultPanel fault={save.error} />}
      <ConfirmTwice
        className={css.next ?? ''}
        disabled={winners.length === 0}
        label={t('decide.set', { count: winners.length })}
        confirmLabel={t('decide.sure')}
        onConfirm={() => save.mutate()}
      />
    </div>
  );
}

function Named({ entry: { title, category, standing } }: { entry: EntryView }) {
  const { t } = useTranslation('contests');
  const { number } = useFormats();
  return (
    <span className="any-word">
      {title}
      <span className={css.muted}>
        {category && ` · ${category}`}
        {standing && standing.mean !== null && ` · ${t('score.mean', { mean: number(standing.mean, 2) })}`}
        {standing?.tied && ` · ${t('score.tied')}`}
      </span>
    </span>
  );
}
