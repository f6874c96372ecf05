/** An entry as it comes in: whose it is, its file in the library, and the signed statement of rights. */
import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, EntryView } from '../../../electron/contract/api/contests';
import type { ContestEntryFields } from '../../../electron/contract/records/contest';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import desk from '../shared/Desk.module.css';
import { FormSheet } from '../shared/FormSheet';
import css from './Contests.module.css';
import { EntryFile } from './EntryFile';

interface EntryFormProps {
  contest: ContestView;
  entry: EntryView | null;
  onClose: () => void;
}

const NOBODY = { name: '', from: '', phone: '', email: '' };
const WHO = ['name', 'from', 'phone', 'email'] as const;

function fieldsOf(contest: ContestView, entry: EntryView | null): ContestEntryFields {
  if (!entry) {
    const category = contest.categories[0] ?? null;
    return { title: '', category, entrant: NOBODY, assetId: null, confirmed: false, ownJurorIds: [] };
  }
  const { title, category, entrant, assetId, confirmed, ownJurorIds } = entry;
  const { name, from, contact } = entrant;
  return { title, category, assetId, confirmed, ownJurorIds, entrant: { ...NOBODY, ...contact, name, from } };
}

export function EntryForm({ contest, entry, onClose }: EntryFormProps) {
  const { t } = useTranslation('contests');
  const [fields, setFields] = useState(() => fieldsOf(contest, entry));
  const set = (part: Partial<ContestEntryFields>) => setFields((held) => ({ ...held, ...part }));
  const ready = fields.title.trim() !== '' && fields.entrant.name.trim() !== '';
  const save = useCommand({
    run: async () => {
      if (entry) await client.contests.updateEntry({ id: entry.id, rev: entry.rev, fields });
      else await client.contests.addEntry({ contestId: contest.id, fields });
    },
    done: () => t('saved', { title: fields.title.trim() }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (ready) save.mutate();
  };
  return (
    <FormSheet
      title={entry ? t('entry.editOf', { title: entry.title }) : t('entry.add')}
      size={620}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!ready}
    >
      <div className={desk.pair}>
        <TextInput
          label={t('entry.title')}
          required
          data-autofocus
          maxLength={200}
          value={fields.title}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        />
        {contest.categories.length > 0 && (
          <Select
            label={t('entry.category')}
            allowDeselect={false}
            data={contest.categories}
            value={fields.category}
            onChange={(category) => set({ category })}
          />
        )}
      </div>
      <div className={desk.pair}>
        {WHO.map((field) => (
          <TextInput
            key={field}
            label={t(`entry.${field}`)}
            required={field === 'name'}
            maxLength={field === 'phone' ? 100 : 200}
            value={fields.entrant[field]}
            onChange={({ currentTarget }) => set({ entrant: { ...fields.entrant, [field]: currentTarget.value } })}
          />
        ))}
      </div>
      <EntryFile
        assetId={fields.assetId}
        onAsset={(assetId, name) => set({ assetId, ...(fields.title === '' && name ? { title: name } : {}) })}
      />
      <MultiSelect
        label={t('entry.own')}
        description={t('entry.ownHow')}
        data={contest.jurors.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.ownJurorIds}
        onChange={(ownJurorIds) => set({ ownJurorIds })}
      />
      {contest.statement && <blockquote className={css.statement}>{contest.statement}</blockquote>}
      <Checkbox
        label={t('entry.confirmed')}
        checked={fields.confirmed}
        onChange={({ currentTarget }) => set({ confirmed: currentTarget.checked })}
      />
    </FormSheet>
  );
}
