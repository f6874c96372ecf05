/** The next step, as buttons for whoever may take it. */
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconRubberStamp, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { ApproveForm } from './ApproveForm';
import { ReturnForm } from './ReturnForm';
import css from './Submission.module.css';

export function Steps({ view }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const [opened, open] = useState<'approve' | 'return' | 'withdraw' | null>(null);
  const { submission, standing } = view;
  const { id, rev, title, state } = submission;
  const hash = submission.versions.at(-1)?.hash ?? '';
  const done = (step: 'submit' | 'verify') => () => t('stepDone', { title, step: t(`step.${step}`) });
  const submit = useCommand({ run: () => client.submissions.submit({ id, rev }), done: done('submit') });
  const verify = useCommand({
    // After the answers that were just given, whose changes are no reason to refuse it: what was looked at is the content.
    scope: `answers ${id}`,
    run: async () => {
      const now = await client.submissions.get({ id });
      return client.submissions.verify({ id, rev: now.submission.rev, hash });
    },
    done: done('verify'),
  });
  const mayReturn =
    (state === 'submitted' || state === 'verified' || state === 'approved') &&
    may(view.returnsApproved ? 'approve' : 'desk');
  const close = () => open(null);
  return (
    <div className={css.steps}>
      {may('desk') && state !== 'withdrawn' && standing !== 'ended' && (
        <Button variant="subtle" color="gray" onClick={() => open('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {mayReturn && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
          onClick={() => open('return')}
        >
          {t('return')}
        </Button>
      )}
      {may('desk') && (state === 'draft' || state === 'returned') && (
        <Button
          leftSection={<IconSend size={16} aria-hidden="true" />}
          loading={submit.isPending}
          onClick={() => submit.mutate()}
        >
          {t('submit')}
        </Button>
      )}
      {may('desk') && state === 'submitted' && (
        <Button
          leftSection={<IconCheck size={16} aria-hidden="true" />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t('verify')}
        </Button>
      )}
      {may('approve') && state === 'verified' && (
        <Button leftSection={<IconRubberStamp size={16} aria-hidden="true" />} onClick={() => open('approve')}>
          {t('approve')}
        </Button>
      )}
      {opened === 'approve' && <ApproveForm view={view} onClose={close} />}
      {(opened === 'return' || opened === 'withdraw') && <ReturnForm view={view} kind={opened} onClose={close} />}
    </div>
  );
}
