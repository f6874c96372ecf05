/** What was out of the ordinary of a contest, and the head's way back from its last step. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '../../../electron/contract/api/contests';
import { ContestReason } from '../../../electron/contract/records/contest';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { ConfirmTwice, ruleOf } from '../../ui';
import desk from '../shared/Desk.module.css';
import css from './Contests.module.css';

export function Reopen({ contest }: { contest: ContestView }) {
  const { t } = useTranslation('contests');
  const { language } = useFormats();
  const { may } = useMe();
  const [asking, ask] = useState(false);
  const { state, decided, reopened } = contest;
  const mayReopen = may('approve') && (state === 'decided' || (state === 'shortlisted' && contest.scores.given === 0));
  return (
    <>
      {decided?.incomplete && <p className={css.warn}>{t('incomplete', { reason: decided.incomplete })}</p>}
      {reopened.map(({ by, on, reason }) => (
        <p key={`${on} ${reason}`} className={css.muted}>
          {t('reopen.past', { by, on: dateText(on, language), reason })}
        </p>
      ))}
      {mayReopen && !asking && (
        <Button className={css.next ?? ''} variant="default" size="compact-md" onClick={() => ask(true)}>
          {t('reopen.begin')}
        </Button>
      )}
      {mayReopen && asking && <ReopenForm contest={contest} onClose={() => ask(false)} />}
    </>
  );
}

function ReopenForm({ contest: { id, rev, title, state }, onClose }: { contest: ContestView; onClose: () => void }) {
  const { t } = useTranslation(['contests', 'common']);
  const [why, setWhy] = useState('');
  const reason = ContestReason.safeParse(why).data;
  const reopen = useCommand({
    run: () => client.contests.reopen({ id, rev, reason: reason ?? '' }),
    done: () => t('reopen.done', { title }),
    onDone: onClose,
    onFault: () => {},
  });
  return (
    <div className={css.choose}>
      <p className={css.muted}>{t(state === 'decided' ? 'reopen.decided' : 'reopen.shortlisted')}</p>
      <Textarea
        label={t('reopen.why')}
        required
        autosize
        maxLength={1000}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        {...ruleOf(t('whyRule'), why !== '' && reason === undefined)}
      />
      {reopen.error && <FaultPanel fault={reopen.error} />}
      <div className={desk.commands}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <ConfirmTwice
          disabled={reason === undefined}
          loading={reopen.isPending}
          label={t('reopen.set')}
          confirmLabel={t('reopen.sure')}
          onConfirm={() => reopen.mutate()}
        />
      </div>
    </div>
  );
}
