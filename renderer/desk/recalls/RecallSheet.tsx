/** Taking material back: everything it touches, why, and two presses. */
import { Drawer, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecallPreview } from '../../../electron/contract/api/recalls';
import { client, orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { ConfirmTwice, RowSkeletons, ruleOf, SheetFoot } from '../../ui';
import { AssetPick } from './AssetPick';
import css from './Recalls.module.css';
import { TouchedBy } from './TouchedBy';
import { SHORTEST_WHY } from './why';

export function RecallSheet({ assetId, onClose }: { assetId: string | null; onClose: () => void }) {
  const { t } = useTranslation(['recalls', 'common']);
  const navigate = useNavigate();
  const pick = (asset: string) => void navigate({ to: '/recalls', search: { asset }, replace: true });
  const preview = useQuery(
    orpc.recalls.preview.queryOptions({ input: { assetId: assetId ?? '' }, enabled: assetId !== null }),
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={640}
      title={t('sheet.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={css.form}>
        {assetId === null && <AssetPick onPick={pick} />}
        {preview.error && <FaultPanel fault={preview.error} onRetry={() => void preview.refetch()} />}
        {assetId !== null && preview.isPending && <RowSkeletons label={t('common:loading')} />}
        {preview.data && <Form preview={preview.data} />}
      </div>
    </Drawer>
  );
}

function Form({ preview }: { preview: RecallPreview }) {
  const { t } = useTranslation('recalls');
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set());
  const enough = reason.trim().length >= SHORTEST_WHY;
  const recall = useCommand({
    run: () =>
      client.recalls.recall({
        ...{ assetId: preview.assetId, hash: preview.hash, reason: reason.trim() },
        letterNumber: number.trim() || null,
        keep: [...keep],
      }),
    done: ({ name }) => t('done', { name }),
    onDone: ({ id }) => void navigate({ to: '/recalls', search: { id } }),
    onFault: () => {},
  });
  return (
    <>
      <TouchedBy preview={preview} keep={keep} onKeep={setKeep} />
      <Textarea
        label={t('sheet.reason')}
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        {...ruleOf(t('why'), reason !== '' && !enough)}
      />
      <TextInput
        label={t('sheet.number')}
        description={t('sheet.numberWords')}
        maxLength={80}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <p className={css.quiet}>{t('sheet.noUndo')}</p>
      <SheetFoot said={recall.isError && <FaultPanel fault={recall.error} />}>
        <ConfirmTwice
          size="md"
          label={t('sheet.do')}
          confirmLabel={t('sheet.sure')}
          disabled={!enough || preview.standing !== null}
          loading={recall.isPending}
          onConfirm={() => recall.mutate()}
        />
      </SheetFoot>
    </>
  );
}
