/** The stages of a contest, where it stands, and the one step that comes next. */
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, EntryView } from '../../../electron/contract/api/contests';
import { client } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { ConfirmTwice } from '../../ui';
import css from './Contests.module.css';
import { Decide } from './Decide';
import { inOrder, Named } from './Named';
import { Reopen } from './Reopen';

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
      <Reopen contest={contest} entries={entries} />
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
