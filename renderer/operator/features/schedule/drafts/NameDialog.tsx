/** Asks for the name of a draft, and does with it what it was asked for. */
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduleDraft } from '../../../../../electron/contract/records/schedule-draft';
import { SheetFoot } from '../../../../ui';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import css from '../Schedule.module.css';

interface NameDialogProps {
  title: string;
  words?: string;
  /** The name to begin with. */
  name: string;
  submit: string;
  run: (name: string) => Promise<ScheduleDraft>;
  onDone: (draft: ScheduleDraft) => void;
  onClose: () => void;
}

export function NameDialog({ title, words, name: first, submit, run, onDone, onClose }: NameDialogProps) {
  const { t } = useTranslation(['drafts', 'common']);
  const [name, setName] = useState(first);
  const save = useCommand({ run: () => run(name), onDone, onFault: () => {} });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {words && <p className={css.sentence}>{words}</p>}
          <TextInput
            label={t('new.name')}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SheetFoot said={save.isError && <FaultPanel fault={save.error} />}>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {submit}
            </Button>
          </SheetFoot>
        </Stack>
      </form>
    </Modal>
  );
}
