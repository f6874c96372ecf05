/** A submission made by the office, for an agency that came with a letter and a file. */
import { Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../../../electron/contract/records/partner';
import { client, orpc } from '../../client/client';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import { Fields } from '../shared/Fields';
import { FRESH_FIELDS } from '../shared/fresh-fields';
import css from './Submissions.module.css';

export function NewSubmission({ agencies, onClose }: { agencies: readonly Agency[]; onClose: () => void }) {
  const { t } = useTranslation(['submissions', 'common']);
  const navigate = useNavigate();
  const categories = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const [agencyId, setAgency] = useState<string | null>(null);
  const [fields, setFields] = useState(FRESH_FIELDS);
  const save = useCommand({
    run: () => client.submissions.create({ agencyId: agencyId ?? '', fields }),
    done: ({ title }) => t('saved', { title }),
    onDone: ({ id }) => void navigate({ to: '/submissions/$submissionId', params: { submissionId: id } }),
    onFault: () => {},
  });
  const ready = agencyId !== null && fields.title.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <Modal opened onClose={onClose} size={720} title={t('add')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit} className={css.form}>
        <Select
          label={t('agency')}
          required
          searchable
          data-autofocus
          data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={agencyId}
          onChange={setAgency}
        />
        <Fields value={fields} onChange={setFields} categories={categories} />
        <FormEnd save={save} onCancel={onClose} label={t('portal.create')} disabled={!ready} />
      </form>
    </Modal>
  );
}
