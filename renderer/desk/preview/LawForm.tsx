/** Class of information, the day of its review, and the approval of material: said by whoever answers for it. */
import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { Declassified } from '../../../electron/contract/records/exemption';
import { Approval } from '../../../electron/contract/records/matter';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { ExemptFields, ExemptSince, useExempting } from '../shared/Exempting';
import { FormSheet } from '../shared/FormSheet';
import { type Classed, lacksReview, PpidFields } from '../shared/PpidFields';
import css from './Preview.module.css';

export function LawForm({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useTranslation(['preview', 'library']);
  const { id, rev, name } = asset;
  const [classed, setClassed] = useState<Classed>({ ppid: asset.ppid, ppidReviewBy: asset.ppidReviewBy });
  const { ppid } = classed;
  const [asked, setAsked] = useState(false);
  const [approval, setApproval] = useState(asset.approval);
  const [ground, setGround] = useState('');
  // Out of this class there is one way, signed and without undo.
  const opens = asset.ppid === 'exempt' && ppid !== 'exempt';
  const exempting = useExempting(id, asset.ppid, ppid);
  const save = useCommand({
    run: () =>
      opens
        ? client.library.declassify({ id, rev, ...classed, ppid, reason: ground.trim() })
        : client.library.classify({ id, rev, ...classed, approval, ...exempting.ground }),
    done: () => t('preview:law.saved', { name }),
    undo: asset.ppid !== 'exempt' && ppid !== 'exempt',
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    setAsked(true);
    if (!lacksReview(classed)) save.mutate();
  };
  return (
    <FormSheet
      title={t('preview:law.title')}
      size={520}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={(opens && !Declassified.shape.reason.safeParse(ground).success) || exempting.isLacking}
      twice={exempting.twice(submit)}
    >
      {asset.ppid === 'exempt' && <ExemptSince id={id} />}
      <PpidFields value={classed} onChange={setClassed} asked={asked} />
      <ExemptFields {...exempting} />
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
      <Select
        label={t('library:origin.approval')}
        description={t(`library:origin.approvalWords.${ppid === 'exempt' ? 'exempt' : approval}`)}
        allowDeselect={false}
        disabled={opens}
        data={Approval.options.map((value) => ({ value, label: t(`library:origin.approvals.${value}`) }))}
        value={approval}
        onChange={(value) => setApproval(Approval.parse(value))}
      />
    </FormSheet>
  );
}
