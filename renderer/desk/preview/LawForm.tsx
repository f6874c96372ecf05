/** Class of information, the day of its review, and the approval of material: said by whoever answers for it. */
import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { Declassified, type ExemptBy, ExemptGround } from '../../../electron/contract/records/exemption';
import { Approval } from '../../../electron/contract/records/matter';
import { client, orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { RowSkeletons } from '../../ui';
import { TouchedPlaces } from '../recalls/TouchedPlaces';
import { FormSheet } from '../shared/FormSheet';
import { type Classed, lacksReview, PpidFields } from '../shared/PpidFields';
import { ExemptFields } from './ExemptFields';
import css from './Preview.module.css';

export function LawForm({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const { t } = useTranslation(['preview', 'library', 'common']);
  const { id, rev, name } = asset;
  const [classed, setClassed] = useState<Classed>({ ppid: asset.ppid, ppidReviewBy: asset.ppidReviewBy });
  const { ppid } = classed;
  const [asked, setAsked] = useState(false);
  const [approval, setApproval] = useState(asset.approval);
  const [ground, setGround] = useState('');
  // Out of this class there is one way, signed and without undo.
  const opens = asset.ppid === 'exempt' && ppid !== 'exempt';
  const exempts = asset.ppid !== 'exempt' && ppid === 'exempt';
  const [article17, setArticle] = useState<ExemptBy | null>(null);
  const why = ExemptGround.safeParse({ article17, test: ground });
  const left = useQuery(orpc.recalls.preview.queryOptions({ input: { assetId: id }, enabled: exempts }));
  const save = useCommand({
    run: () =>
      opens
        ? client.library.declassify({ id, rev, ...classed, ppid, reason: ground.trim() })
        : client.library.classify({ id, rev, ...classed, approval, ...(exempts ? { ground: why.data } : {}) }),
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
      disabled={
        (opens && !Declassified.shape.reason.safeParse(ground).success) || (exempts && (!why.success || left.isPending))
      }
      twice={exempts ? { confirmLabel: t('preview:law.exemptSure'), run: submit } : undefined}
    >
      {asset.ppid === 'exempt' && <ExemptSince id={id} />}
      <PpidFields value={classed} onChange={setClassed} asked={asked} />
      {exempts && (
        <>
          {left.isPending && <RowSkeletons label={t('common:loading')} rows={3} />}
          {left.error && <FaultPanel fault={left.error} onRetry={() => void left.refetch()} />}
          {left.data && <TouchedPlaces preview={left.data} />}
          <ExemptFields article17={article17} test={ground} onArticle={setArticle} onTest={setGround} />
        </>
      )}
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

/** Also of a content that was classed under an asset which is long gone. */
function ExemptSince({ id }: { id: string }) {
  const { t } = useTranslation(['preview', 'requests']);
  const { dateTime } = useFormats();
  const held = useQuery(orpc.library.exemption.queryOptions({ input: { id } })).data;
  if (!held) return null;
  return (
    <>
      <p className={css.since}>{t('law.exemptSince', { at: dateTime(held.since), name: held.by.name })}</p>
      {held.ground && (
        <p className={css.since}>
          {t(`requests:ground.${held.ground.article17}`)}. {held.ground.test}
        </p>
      )}
    </>
  );
}
