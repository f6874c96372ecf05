/** Why an entry falls out. */
import { Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../../electron/contract/api/contests';
import { client } from '../../client/client';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import css from './Contests.module.css';

export function Disqualify({ entry: { id, rev, title }, onClose }: { entry: EntryView; onClose: () => void }) {
  const { t } = useTranslation(['contests', 'common']);
  const [why, setWhy] = useState('');
  const save = useCommand({
    run: () => client.contests.checkEntry({ id, rev, to: 'disqualified', why: why.trim() }),
    done: () => t('entry.fellOut', { title }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.trim()) save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('entry.disqualifyOf', { title })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <Textarea
          label={t('entry.why')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={2000}
          value={why}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
        <FormEnd save={save} onCancel={onClose} label={t('entry.disqualify')} disabled={!why.trim()} />
      </form>
    </Modal>
  );
}
