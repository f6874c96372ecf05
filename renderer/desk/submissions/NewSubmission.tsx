/** A submission made by the office, for an agency that came with a letter and a file. */
import { Progress, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../../../electron/contract/records/partner';
import { displayName } from '../../../electron/domain/file-names';
import { client, orpc } from '../../client/client';
import { sendUpload } from '../../client/send-upload';
import { faultText } from '../../operator/i18n/say';
import { useCommand } from '../../operator/shared/use-command';
import { toastFault } from '../../ui';
import { Fields } from '../shared/Fields';
import { FormSheet } from '../shared/FormSheet';
import { FRESH_FIELDS } from '../shared/fresh-fields';
import { useChoices } from '../shared/use-choices';
import css from './Submissions.module.css';

interface NewSubmissionProps {
  agencies: readonly Agency[];
  /** Its first version, where files were dropped. */
  file: File | null;
  /** `id`: of what was made. */
  onDone: (id: string) => void;
  onClose: () => void;
}

/** A file's name as a title: without what comes after its last dot. */
const titleOf = ({ name }: File) => displayName(name).slice(0, 200);

export function NewSubmission({ agencies, file, onDone, onClose }: NewSubmissionProps) {
  const { t } = useTranslation('submissions');
  const categories = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const [agencyId, setAgency] = useState<string | null>(null);
  const [fields, setFields] = useState(() => ({ ...FRESH_FIELDS, title: file ? titleOf(file) : '' }));
  const [ratio, setRatio] = useState(0);
  const choices = useChoices();
  const save = useCommand({
    run: async () => {
      const made = await client.submissions.create({ agencyId: agencyId ?? '', fields });
      // A draft that is there is shown even where its file did not come: it can be sent again from there.
      if (file)
        await sendUpload(file, { given: { submissionId: made.id }, onProgress: setRatio }).catch((fault) =>
          toastFault(faultText(fault)),
        );
      return made;
    },
    done: ({ title }) => t('saved', { title }),
    onDone: ({ id }) => onDone(id),
    onFault: () => {},
  });
  const ready = agencyId !== null && fields.title.trim() !== '';
  const submit = () => {
    if (ready) save.mutate();
  };
  return (
    <FormSheet
      title={t('add')}
      size={720}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      label={t('portal.create')}
      disabled={!ready}
    >
      {file && <p className={css.muted}>{t('withFile', { name: file.name })}</p>}
      <Select
        label={t('agency')}
        required
        searchable
        data-autofocus
        // The form is opened to be read first; what it begins with is not to lie over it.
        openOnFocus={false}
        data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        value={agencyId}
        onChange={setAgency}
      />
      <Fields value={fields} onChange={setFields} categories={categories} choices={choices} />
      {save.isPending && file && <Progress value={ratio * 100} aria-label={t('upload')} />}
    </FormSheet>
  );
}
