/** Says it otherwise, until somebody has verified it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../electron/contract/records/submission';
import { fieldsOf } from '../../../electron/domain/submission/difference';
import { client, orpc } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { Fields } from '../shared/Fields';
import { FormSheet } from '../shared/FormSheet';
import { useChoices } from '../shared/use-choices';
import css from './Submission.module.css';

export function EditFields({ submission, onClose }: { submission: Submission; onClose: () => void }) {
  const { t } = useTranslation('submissions');
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
  const submit = () => save.mutate();
  return (
    <FormSheet
      title={t('edit')}
      size={720}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={fields.title.trim() === ''}
    >
      <Fields value={fields} onChange={setFields} categories={categories} choices={choices} />
    </FormSheet>
  );
}
