/** Lifting a recall, which only those may do who answer for what airs, and never without a reason. */
import { Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recall } from '../../../electron/contract/records/recall';
import { client } from '../../client/client';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import { ruleOf } from '../../ui';
import css from './Recalls.module.css';
import { SHORTEST_WHY } from './why';

export function LiftForm({ recall, onClose }: { recall: Recall; onClose: () => void }) {
  const { t } = useTranslation(['recalls', 'common']);
  const [reason, setReason] = useState('');
  const enough = reason.trim().length >= SHORTEST_WHY;
  const lift = useCommand({
    run: () => client.recalls.lift({ id: recall.id, rev: recall.rev, reason: reason.trim() }),
    done: () => t('lift.done', { name: recall.name }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (enough) lift.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t('lift.title', { name: recall.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <p className={css.quiet}>{t('lift.words')}</p>
        <Textarea
          label={t('lift.reason')}
          required
          data-autofocus
          autosize
          minRows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          {...ruleOf(t('why'), reason !== '' && !enough)}
        />
        <FormEnd save={lift} onCancel={onClose} label={t('lift.begin')} disabled={!enough} />
      </form>
    </Modal>
  );
}
