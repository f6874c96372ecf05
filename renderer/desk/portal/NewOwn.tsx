/** A new submission of the agency's own. */
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageChoice } from '../../../electron/domain/submission/stages';
import { client } from '../../client/client';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import { Section } from '../../ui';
import { Fields } from '../shared/Fields';
import { FRESH_FIELDS } from '../shared/fresh-fields';
import css from './Portal.module.css';
import { useTold } from './use-told';

interface NewOwnProps {
  categories: readonly string[];
  stages: readonly StageChoice[];
  onDone: (id: string) => void;
  onCancel: () => void;
  /** Whether something is written here that no one has kept. */
  onUnsaved: (unsaved: boolean) => void;
}

export function NewOwn({ categories, stages, onDone, onCancel, onUnsaved }: NewOwnProps) {
  const { t } = useTranslation('submissions');
  const [fields, setFields] = useState(FRESH_FIELDS);
  const unsaved = JSON.stringify(fields) !== JSON.stringify(FRESH_FIELDS);
  useTold(unsaved, onUnsaved);
  const save = useCommand({
    run: () => client.portal.create({ fields }),
    onDone: ({ id }) => onDone(id),
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fields.title.trim() !== '') save.mutate();
  };
  return (
    <Section title={t('portal.new')}>
      <form onSubmit={submit} className={css.form}>
        <Fields value={fields} onChange={setFields} categories={categories} choices={{ stages }} />
        <FormEnd
          isPart
          save={save}
          onCancel={onCancel}
          label={t('portal.create')}
          disabled={fields.title.trim() === ''}
        />
      </form>
    </Section>
  );
}
