import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase } from '../../../electron/contract/records/hoax-case';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Hoaxes.module.css';

/** Closed without an answer: why stays with the case, for whoever asks later. */
export function CloseForm({ one, onClose }: { one: HoaxCase; onClose: () => void }) {
  const { t } = useTranslation('hoaxes');
  const [why, setWhy] = useState('');
  const dismiss = useCommand({
    run: () => client.hoaxes.dismiss({ id: one.id, rev: one.rev, why: why.trim() }),
    done: () => t('dismissed'),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const ready = why.trim() !== '';
  return (
    <FormSheet
      title={t('dismissTitle')}
      size={520}
      className={css.form}
      save={dismiss}
      onClose={onClose}
      onSubmit={() => ready && dismiss.mutate()}
      label={t('dismiss')}
      disabled={!ready}
    >
      <p className={css.quote}>{one.claim}</p>
      <Textarea
        label={t('form.why')}
        placeholder={t('form.whyExample')}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
    </FormSheet>
  );
}
