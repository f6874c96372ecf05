/** Class of information, the day of its review, and the approval of material: said by whoever answers for it. */
import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { Declassified } from '../../../electron/contract/records/exemption';
import { Approval, PpidClass } from '../../../electron/contract/records/matter';
import { client, orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
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
  const [ground, setGround] = useState('');
  // Out of this class there is one way, signed and without undo.
  const opens = asset.ppid === 'exempt' && ppid !== 'exempt';
  const save = useCommand({
    run: () =>
      opens
        ? client.library.declassify({ id, rev, ppid, ppidReviewBy, reason: ground.trim() })
        : client.library.classify({ id, rev, ppid, ppidReviewBy, approval }),
    done: () => t('preview:law.saved', { name }),
    undo: asset.ppid !== 'exempt' && ppid !== 'exempt',
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
      disabled={opens && !Declassified.shape.reason.safeParse(ground).success}
    >
      {asset.ppid === 'exempt' && <ExemptSince id={id} />}
      <Select
        label={t('submissions:ppid')}
        description={ppid === 'exempt' ? t('submissions:exemptWords') : undefined}
        allowDeselect={false}
        data={PpidClass.options.map((value) => ({ value, label: t(`submissions:ppidClass.${value}`) }))}
        value={ppid}
        onChange={(value) => setPpid(PpidClass.parse(value))}
      />
      {opens && (
        <Textarea
          label={t('preview:law.ground')}
          description={t('preview:law.groundWords')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value)}
        />
      )}
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
        disabled={opens}
        data={Approval.options.map((value) => ({ value, label: t(`library:origin.approvals.${value}`) }))}
        value={approval}
        onChange={(value) => setApproval(Approval.parse(value))}
      />
    </FormSheet>
  );
}

/** Also of a content that was classed under an asset which is long gone. */
function ExemptSince({ id }: { id: string }) {
  const { t } = useTranslation('preview');
  const { dateTime } = useFormats();
  const held = useQuery(orpc.library.exemption.queryOptions({ input: { id } })).data;
  return held ? (
    <p className={css.since}>{t('law.exemptSince', { at: dateTime(held.since), name: held.by.name })}</p>
  ) : null;
}
