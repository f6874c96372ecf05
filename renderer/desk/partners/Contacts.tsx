/** Whom to call at an agency. */
import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgencyContact } from '../../../electron/contract/records/partner';
import { newId } from '../../../electron/contract/ulid';
import css from './Partners.module.css';

export type Listed = AgencyContact & { key: string };
const FIELDS = ['name', 'role', 'phone', 'email'] as const;
const MOST = 20;

export function Contacts({ contacts, onChange }: { contacts: Listed[]; onChange: (next: Listed[]) => void }) {
  const { t } = useTranslation('partners');
  const set = (key: string, change: Partial<AgencyContact>) =>
    onChange(contacts.map((contact) => (contact.key === key ? { ...contact, ...change } : contact)));
  return (
    <Input.Wrapper label={t('contacts')}>
      {contacts.map((contact) => (
        <div key={contact.key} className={css.contact}>
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              aria-label={t(`contact.${field}`)}
              placeholder={t(`contact.${field}`)}
              maxLength={field === 'phone' ? 40 : 200}
              value={contact[field]}
              onChange={(event) => set(contact.key, { [field]: event.currentTarget.value })}
            />
          ))}
          <ActionIcon
            aria-label={t('contact.remove', { name: contact.name })}
            onClick={() => onChange(contacts.filter(({ key }) => key !== contact.key))}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {contacts.length < MOST && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange([...contacts, { key: newId(), name: '', role: '', phone: '', email: '' }])}
        >
          {t('contact.add')}
        </Button>
      )}
    </Input.Wrapper>
  );
}
