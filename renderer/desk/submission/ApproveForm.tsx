/** The approval: whoever signs it says what class of information it is. */
import { Checkbox, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { PpidClass } from '../../../electron/contract/records/matter';
import { client } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Submission.module.css';
import { useReplace } from './use-replace';

export function ApproveForm({ view, onClose }: { view: SubmissionView; onClose: () => void }) {
  const { t } = useTranslation(['submissions', 'common']);
  // As it was when the form was opened: whoever signs signs what they saw, and is told where another has come since.
  const [{ id, rev, title, versions }] = useState(view.submission);
  const [ppid, setPpid] = useState(view.ppid);
  const [ppidReviewBy, setReview] = useState(view.ppidReviewBy);
  const [reason, setReason] = useState('');
  const [replacing, setReplacing] = useState(true);
  const replace = useReplace(view);
  const before = view.onAirBefore;
  const hash = versions.at(-1)?.hash ?? '';
  const approve = useCommand({
    run: () => client.submissions.approve({ id, rev, hash, ppid, ppidReviewBy, reason }),
    done: () => t('stepDone', { title, step: t('step.approve') }),
    onDone: () => {
      if (before && replacing && ppid !== 'exempt') replace.mutate();
      onClose();
    },
    onFault: () => {},
  });
  const submit = () => approve.mutate();
  return (
    <FormSheet
      title={t('approveTitle')}
      size={520}
      className={css.form}
      save={approve}
      onClose={onClose}
      onSubmit={submit}
      label={t('approve')}
    >
      {view.fourEyes && <p className={css.muted}>{t('fourEyes')}</p>}
      <Select
        label={t('ppid')}
        description={ppid === 'exempt' ? t('exemptWords') : undefined}
        allowDeselect={false}
        data={PpidClass.options.map((value) => ({ value, label: t(`ppidClass.${value}`) }))}
        value={ppid}
        onChange={(value) => setPpid(PpidClass.parse(value))}
      />
      {ppid === 'periodic' && (
        <DayField
          label={t('reviewBy')}
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          value={ppidReviewBy ?? undefined}
          onDay={(day) => setReview(day ?? null)}
        />
      )}
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
