/** A guest in a form: new, or as they are. */
import { Checkbox, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestView } from '../../../electron/contract/api/programmes';
import type { GuestFields } from '../../../electron/contract/records/guest';
import { client } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import { ConfirmTwice } from '../../ui';
import { useToday } from '../shared/use-today';
import css from './Guests.module.css';

const NOBODY: GuestFields = {
  ...{ name: '', position: '', agency: '', phone: '', email: '', notes: '' },
  consent: { given: false, on: null },
  keepUntil: null,
};

function fieldsOf(guest: GuestView | null): GuestFields {
  if (!guest) return NOBODY;
  const { name, position, agency, consent, keepUntil, contact } = guest;
  return { ...NOBODY, ...contact, name, position, agency, consent, keepUntil };
}

const TEXTS = ['name', 'position', 'agency', 'phone', 'email'] as const;

export function GuestForm({ guest, onClose }: { guest: GuestView | null; onClose: () => void }) {
  const { t } = useTranslation(['programmes', 'common']);
  const { today } = useToday();
  const [fields, setFields] = useState(() => fieldsOf(guest));
  const set = (part: Partial<GuestFields>) => setFields({ ...fields, ...part });
  const save = useCommand({
    run: () => (guest ? client.guests.update({ id: guest.id, rev: guest.rev, fields }) : client.guests.create(fields)),
    done: ({ name }) => t(guest ? 'guest.saved' : 'guest.added', { name }),
    onDone: onClose,
    onFault: () => {},
  });
  const remove = useCommand({
    run: () => client.guests.remove({ id: guest?.id ?? '' }),
    done: () => t('guest.removed', { name: fields.name }),
    onDone: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={guest ? guest.name : t('guest.new')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fields.name.trim()) save.mutate();
        }}
      >
        <Stack gap={12}>
          {TEXTS.map((field) => (
            <TextInput
              key={field}
              label={t(`guest.${field}`)}
              value={fields[field]}
              maxLength={field === 'phone' ? 100 : 200}
              required={field === 'name'}
              data-autofocus={field === 'name' || undefined}
              onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
            />
          ))}
          <Textarea
            label={t('guest.notes')}
            autosize
            minRows={2}
            maxLength={5000}
            value={fields.notes}
            onChange={({ currentTarget }) => set({ notes: currentTarget.value })}
          />
          <Checkbox
            label={t('guest.consentGiven')}
            checked={fields.consent.given}
            onChange={({ currentTarget }) =>
              set({ consent: { given: currentTarget.checked, on: currentTarget.checked ? today : null } })
            }
          />
          {fields.consent.given && (
            <DayField
              label={t('guest.consentOn')}
              value={fields.consent.on ?? undefined}
              onDay={(on) => set({ consent: { given: true, on: on ?? null } })}
            />
          )}
          <DayField
            label={t('guest.keepUntil')}
            clearable
            clearButtonProps={{ 'aria-label': t('common:clear') }}
            value={fields.keepUntil ?? undefined}
            onDay={(day) => set({ keepUntil: day ?? null })}
          />
          <span className={css.quiet}>{t('guest.keepHow')}</span>
          <FormEnd save={save} disabled={!fields.name.trim()} onCancel={onClose} />
          {guest && (
            <ConfirmTwice
              leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
              label={t('guest.remove')}
              confirmLabel={t('guest.removeForGood')}
              onConfirm={() => remove.mutate()}
            />
          )}
        </Stack>
      </form>
    </Modal>
  );
}
