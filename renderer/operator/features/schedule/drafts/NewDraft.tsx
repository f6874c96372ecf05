/** Opens a draft under a name. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { useFormats } from '../../../i18n/formats';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import { dateAt } from '../days';
import { dateText } from '../form/words';
import css from '../Schedule.module.css';

interface NewDraftProps {
  zone: string;
  onClose: () => void;
  onOpen: (draftId: string) => void;
}

export function NewDraft({ zone, onClose, onOpen }: NewDraftProps) {
  const { t } = useTranslation(['drafts', 'common']);
  const { language } = useFormats();
  const [name, setName] = useState(t('new.usual', { day: dateText(dateAt(stationNow(), zone), language) }));
  const create = useCommand({
    run: () => client.drafts.create({ name }),
    onDone: ({ id }) => {
      onClose();
      onOpen(id);
    },
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('new.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <p className={css.sentence}>{t('new.words')}</p>
          <TextInput
            label={t('new.name')}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {create.isError && <FaultPanel fault={create.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
              {t('new.open')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
