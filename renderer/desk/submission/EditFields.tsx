/** Says it otherwise, until somebody has verified it. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../electron/contract/records/submission';
import { fieldsOf } from '../../../electron/domain/submission/difference';
import { client, orpc } from '../../client/client';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import { Fields } from '../shared/Fields';
import { useChoices } from '../shared/use-choices';
import css from './Submission.module.css';

export function EditFields({ submission, onClose }: { submission: Submission; onClose: () => void }) {
  const { t } = useTranslation(['submissions', 'common']);
  const categories = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const choices = useChoices();
  const [fields, setFields] = useState(() => fieldsOf(submission));
  const { id, rev } = submission;
  const save = useCommand({
    run: () => client.submissions.update({ id, rev, fields }),
    done: ({ title }) => t('saved', { title }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened onClose={onClose} size={720} title={t('edit')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit} className={css.form}>
        <Fields value={fields} onChange={setFields} categories={categories} choices={choices} />
        <FormEnd save={save} onCancel={onClose} disabled={fields.title.trim() === ''} />
      </form>
    </Modal>
  );
}
