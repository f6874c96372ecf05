/** Why an entry falls out. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../../electron/contract/api/contests';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Contests.module.css';

export function Disqualify({ entry: { id, rev, title }, onClose }: { entry: EntryView; onClose: () => void }) {
  const { t } = useTranslation('contests');
  const [why, setWhy] = useState('');
  const save = useCommand({
    run: () => client.contests.checkEntry({ id, rev, to: 'disqualified', why: why.trim() }),
    done: () => t('entry.fellOut', { title }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (why.trim()) save.mutate();
  };
  return (
    <FormSheet
      title={t('entry.disqualifyOf', { title })}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      label={t('entry.disqualify')}
      disabled={!why.trim()}
    >
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
    </FormSheet>
  );
}
