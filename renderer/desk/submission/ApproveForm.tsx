/** The approval: whoever signs it says what class of information it is. */
import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { ExemptFields, ExemptSince, useExempting } from '../shared/Exempting';
import { FormSheet } from '../shared/FormSheet';
import { type Classed, lacksReview, PpidFields } from '../shared/PpidFields';
import css from './Submission.module.css';
import { useReplace } from './use-replace';

export function ApproveForm({ view, onClose }: { view: SubmissionView; onClose: () => void }) {
  const { t } = useTranslation('submissions');
  // As it was when the form was opened: whoever signs signs what they saw, and is told where another has come since.
  const [{ id, rev, title, versions }] = useState(view.submission);
  const [classed, setClassed] = useState<Classed>({ ppid: view.ppid, ppidReviewBy: view.ppidReviewBy });
  const { ppid } = classed;
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [replacing, setReplacing] = useState(true);
  const replace = useReplace(view);
  const before = view.onAirBefore;
  const { hash = '', assetId = '' } = versions.at(-1) ?? {};
  const exempting = useExempting(assetId, view.ppid, ppid);
  const approve = useCommand({
    run: () => client.submissions.approve({ id, rev, hash, ...classed, ...exempting.ground, reason }),
    done: () => t('stepDone', { title, step: t('step.approve') }),
    onDone: () => {
      if (before && replacing && ppid !== 'exempt') replace.mutate();
      onClose();
    },
    onFault: () => {},
  });
  const submit = () => {
    setAsked(true);
    if (!lacksReview(classed)) approve.mutate();
  };
  return (
    <FormSheet
      title={t('approveTitle')}
      size={520}
      className={css.form}
      save={approve}
      onClose={onClose}
      onSubmit={submit}
      label={t('approve')}
      disabled={exempting.isLacking}
      twice={exempting.twice(submit)}
    >
      {view.fourEyes && <p className={css.muted}>{t('fourEyes')}</p>}
      {view.ppid === 'exempt' && <ExemptSince id={assetId} />}
      <PpidFields value={classed} onChange={setClassed} asked={asked} />
      <ExemptFields {...exempting} />
      <Textarea
        label={t('note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {before && ppid !== 'exempt' && (
        <Checkbox
          label={t('before.onApprove', { n: before.n })}
          checked={replacing}
          onChange={(event) => setReplacing(event.currentTarget.checked)}
        />
      )}
    </FormSheet>
  );
}
