/** Make or change a display: its name and place, its panel in pixels, and how pictures lie on it. */
import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../electron/contract/api/displays';
import type { Settings } from '../../../../electron/contract/records/settings';
import { client, orpc } from '../../../client/client';
import { FillerSelect } from '../../shared/FillerSelect';
import { FormEnd } from '../../shared/FormEnd';
import { ProfileFields } from '../../shared/ProfileFields';
import { useCommand } from '../../shared/use-command';
import { ZoneSelect } from '../../shared/ZoneSelect';
import css from './Displays.module.css';
import { type DisplayFields, startFields, useDisplayForm } from './use-display-form';

interface DisplayFormProps {
  /** Absent for a new display. */
  display?: PublicDisplay;
  /** Size of the page that waits to be paired, for a new display. */
  page?: { width: number; height: number };
  onClose: () => void;
  onSaved?: (display: PublicDisplay) => void;
}

export function DisplayForm(props: DisplayFormProps) {
  const { t } = useTranslation(['displays', 'common']);
  const settings = useQuery(orpc.station.settings.queryOptions()).data;
  // The sheet opens with its fields, so that the first of them takes the focus.
  if (!settings) return null;
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={560}
      title={t(props.display ? 'editTitle' : 'add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Form {...props} settings={settings} />
    </Modal>
  );
}

function Form({ display, page, onClose, onSaved, settings }: DisplayFormProps & { settings: Settings }) {
  const { t } = useTranslation(['displays', 'common']);
  const form = useDisplayForm(startFields(display, settings, page));
  const { fields, set } = form;
  const save = useCommand({
    run: (values: DisplayFields) =>
      display
        ? client.displays.update({ id: display.id, rev: display.rev, ...values })
        : client.displays.create(values),
    done: (saved) => t(display ? 'changed' : 'created', { name: saved.name }),
    undo: true,
    onDone: (saved) => {
      onClose();
      onSaved?.(saved);
    },
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = form.check();
    if (values) save.mutate(values);
  };
  return (
    <form onSubmit={submit} noValidate className={css.form}>
      <TextInput
        label={t('form.name')}
        placeholder={t('form.nameExample')}
        required
        data-autofocus
        maxLength={200}
        error={form.isWrong('name') && t('form.nameNeeded')}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.place')}
        placeholder={t('form.placeExample')}
        maxLength={200}
        value={fields.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <ProfileFields
        profile={fields.profile}
        onChange={form.setProfile}
        isWrong={(at) => form.isWrong(`profile.${at}`)}
      />
      <ZoneSelect label={t('form.zone')} value={fields.zone} onChange={(zone) => set({ zone })} />
      <FillerSelect
        label={t('form.filler')}
        description={t('form.fillerWords')}
        placeholder={t('form.fillerStation')}
        value={fields.fillerPlaylistId}
        onChange={(fillerPlaylistId) => set({ fillerPlaylistId })}
      />
      <FormEnd save={save} onCancel={onClose} />
    </form>
  );
}
