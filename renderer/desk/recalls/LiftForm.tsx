/** Lifting a recall, which only those may do who answer for what airs, and never without a reason. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recall } from '../../../electron/contract/records/recall';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { ruleOf } from '../../ui';
import { FormSheet } from '../shared/FormSheet';
import css from './Recalls.module.css';
import { SHORTEST_WHY } from './why';

export function LiftForm({ recall, onClose }: { recall: Recall; onClose: () => void }) {
  const { t } = useTranslation('recalls');
  const [reason, setReason] = useState('');
  const enough = reason.trim().length >= SHORTEST_WHY;
  const lift = useCommand({
    run: () => client.recalls.lift({ id: recall.id, rev: recall.rev, reason: reason.trim() }),
    done: () => t('lift.done', { name: recall.name }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (enough) lift.mutate();
  };
  return (
    <FormSheet
      title={t('lift.title', { name: recall.name })}
      size={520}
      className={css.form}
      save={lift}
      onClose={onClose}
      onSubmit={submit}
      label={t('lift.begin')}
      disabled={!enough}
    >
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
    </FormSheet>
  );
}
