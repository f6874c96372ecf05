/** The stages of a contest, where it stands, and the one step that comes next. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '../../../electron/contract/api/contests';
import { client } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import css from './Contests.module.css';
import { Decide } from './Decide';
import { Reopen } from './Reopen';
import { Shortlist } from './Shortlist';

const STAGES = ['draft', 'open', 'judging', 'shortlisted', 'decided'] as const;

export function Stage({ contest }: { contest: ContestView }) {
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
      {may('approve') && contest.state === 'judging' && <Shortlist contest={contest} />}
      {may('approve') && contest.state === 'shortlisted' && <Decide contest={contest} />}
      <Reopen contest={contest} />
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
