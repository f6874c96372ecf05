import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyKind } from '../../../electron/contract/records/matter';
import type { Agency } from '../../../electron/contract/records/partner';
import { newId } from '../../../electron/contract/ulid';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import desk from '../shared/Desk.module.css';
import { FormSheet } from '../shared/FormSheet';
import { Contacts, type Listed } from './Contacts';

/** Name an agency, and note whom to call there. */
export function AgencyForm({ agency, onClose }: { agency: Agency | undefined; onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { may } = useMe();
  const [name, setName] = useState(agency?.name ?? '');
  const [notes, setNotes] = useState(agency?.notes ?? '');
  const [kind, setKind] = useState(agency?.kind ?? 'local');
  const [address, setAddress] = useState(agency?.address ?? '');
  const [folder, setFolder] = useState(agency?.folder ?? '');
  const [contacts, setContacts] = useState<Listed[]>(() =>
    (agency?.contacts ?? []).map((contact) => ({ ...contact, key: newId() })),
  );
  const named = contacts.filter((contact) => contact.name.trim() !== '').map(({ key: _key, ...contact }) => contact);
  const fields = { name: name.trim(), kind, notes, address, contacts: named };
  const save = useCommand({
    run: async () => {
      const saved = agency
        ? await client.agencies.update({ id: agency.id, rev: agency.rev, fields })
        : await client.agencies.create(fields);
      const watched = folder.trim() || null;
      return watched === saved.folder ? saved : client.agencies.watch({ id: saved.id, folder: watched });
    },
    done: (saved) => t('saved', { name: saved.name }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (fields.name) save.mutate();
  };
  return (
    <FormSheet
      title={t(agency ? 'edit' : 'add')}
      size={640}
      className={desk.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!fields.name}
    >
      <TextInput
        label={t('name')}
        placeholder={t('nameExample')}
        required
        data-autofocus
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('kind')}
        allowDeselect={false}
        data={AgencyKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(AgencyKind.parse(value))}
      />
      <TextInput
        label={t('address')}
        maxLength={500}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Contacts contacts={contacts} onChange={setContacts} />
      <Textarea
        label={t('notes')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {may('administer') && (
        <TextInput
          label={t('folder')}
          description={t('folderWords')}
          maxLength={4096}
          spellCheck={false}
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
      )}
    </FormSheet>
  );
}
