/** Class of information, the day of its review, and the approval of material: said by whoever answers for it. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { Approval, PpidClass } from '../../../electron/contract/records/matter';
import { client } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Preview.module.css';

export function LawForm({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useTranslation(['preview', 'submissions', 'library', 'common']);
  const { id, rev, name } = asset;
  const [ppid, setPpid] = useState(asset.ppid);
  const [ppidReviewBy, setReview] = useState(asset.ppidReviewBy);
  const [approval, setApproval] = useState(asset.approval);
  const save = useCommand({
    run: () => client.library.classify({ id, rev, ppid, ppidReviewBy, approval }),
    done: () => t('preview:law.saved', { name }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => save.mutate();
  return (
    <FormSheet
      title={t('preview:law.title')}
      size={520}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('submissions:ppid')}
        description={ppid === 'exempt' ? t('submissions:exemptWords') : undefined}
        allowDeselect={false}
        data={PpidClass.options.map((value) => ({ value, label: t(`submissions:ppidClass.${value}`) }))}
        value={ppid}
        onChange={(value) => setPpid(PpidClass.parse(value))}
      />
      {ppid === 'periodic' && (
        <DayField
          label={t('submissions:reviewBy')}
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          value={ppidReviewBy ?? undefined}
          onDay={(day) => setReview(day ?? null)}
        />
      )}
      <Select
        label={t('library:origin.approval')}
        description={t(`library:origin.approvalWords.${approval}`)}
        allowDeselect={false}
        data={Approval.options.map((value) => ({ value, label: t(`library:origin.approvals.${value}`) }))}
        value={approval}
        onChange={(value) => setApproval(Approval.parse(value))}
      />
    </FormSheet>
  );
}
