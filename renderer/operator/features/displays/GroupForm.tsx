import { Modal, MultiSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisplayGroup } from '../../../../electron/contract/records/display';
import { client } from '../../../client/client';
import { failureOf } from '../../../client/failure';
import type { DisplayView } from '../../shared/display-health';
import { FormEnd } from '../../shared/FormEnd';
import { useCommand } from '../../shared/use-command';
import css from './Displays.module.css';

interface GroupFormProps {
  /** Absent for a new group. */
  group?: DisplayGroup;
  views: DisplayView[];
  onClose: () => void;
}

/** Name a group and say which displays are in it. */
export function GroupForm({ group, views, onClose }: GroupFormProps) {
  const { t } = useTranslation(['displays', 'common']);
  const [name, setName] = useState(group?.name ?? '');
  const [displayIds, setDisplayIds] = useState(group?.displayIds ?? []);
  /** The station has said what would be lost; saved once more, it is meant. */
  const [evenIfBooked, setEvenIfBooked] = useState(false);
  const save = useCommand({
    run: () =>
      group
        ? client.groups.update({ id: group.id, rev: group.rev, name: name.trim(), displayIds, evenIfBooked })
        : client.groups.create({ name: name.trim(), displayIds }),
    done: (saved) => t('group.saved', { name: saved.name }),
    undo: true,
    onDone: onClose,
    onFault: (fault) => setEvenIfBooked(failureOf(fault)?.code === 'leavesBookings'),
  });
  const choose = (ids: string[]) => {
    setDisplayIds(ids);
    setEvenIfBooked(false);
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={t(group ? 'group.edit' : 'group.add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <TextInput
          label={t('group.name')}
          placeholder={t('group.nameExample')}
          required
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('group.members')}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('common:nothingFound')}
          data={views.map(({ display }) => ({ value: display.id, label: display.name }))}
          value={displayIds}
          onChange={choose}
        />
        <FormEnd save={save} onCancel={onClose} label={evenIfBooked ? t('group.saveAnyway') : undefined} />
      </form>
    </Modal>
  );
}
