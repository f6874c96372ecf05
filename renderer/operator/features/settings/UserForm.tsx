/** Add a user, or change one's name, role, password or access. */
import { Modal, PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PublicUser, Role, SignInName } from '../../../../electron/contract/records/user';
import { client, orpc } from '../../../client/client';
import { ruleOf } from '../../../ui';
import { FormEnd } from '../../shared/FormEnd';
import { useCommand } from '../../shared/use-command';
import css from './Settings.module.css';

export const SHORTEST_PASSWORD = 10;

export function UserForm({ user, onClose }: { user?: PublicUser; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, setForm] = useState({
    name: user?.name ?? '',
    signInName: user?.signInName ?? '',
    role: user?.role ?? Role.enum.operator,
    agencyId: user?.agencyId ?? null,
    password: '',
    disabled: user?.disabled ?? false,
  });
  const [checked, setChecked] = useState(false);
  const agencies = useQuery({ ...orpc.agencies.list.queryOptions(), enabled: form.role === 'partner' }).data ?? [];
  const set = (change: Partial<typeof form>) => setForm((old) => ({ ...old, ...change }));
  const faults = faultsOf(form, user === undefined);
  const weak = checked && faults.password;
  const passwordRule = user && !weak ? 'users.newPasswordWords' : 'users.passwordRule';
  const save = useCommand({
    run: () =>
      user ? client.users.update({ id: user.id, rev: user.rev, ...changesOf(form) }) : client.users.create(form),
    done: (saved) => t(user ? 'users.changed' : 'users.added', { name: saved.name }),
    undo: user !== undefined && form.password === '',
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!Object.values(faults).includes(true)) save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={t(user ? 'users.editTitle' : 'users.add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} noValidate className={css.form}>
        <TextInput
          label={t('users.name')}
          required
          data-autofocus
          maxLength={200}
          error={checked && faults.name && t('users.nameNeeded')}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('users.signInName')}
          {...ruleOf(t('users.signInNameRule'), checked && faults.signInName)}
          required
          disabled={user !== undefined}
          autoComplete="off"
          value={form.signInName}
          onChange={(event) => set({ signInName: event.currentTarget.value.toLowerCase() })}
        />
        <Select
          label={t('users.role')}
          description={t(`users.roleWords.${form.role}`)}
          allowDeselect={false}
          data={Role.options.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          value={form.role}
          onChange={(value) => set({ role: Role.parse(value), agencyId: null })}
        />
        {form.role === 'partner' && (
          <Select
            label={t('users.agency')}
            required
            searchable
            data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.agencyId}
            onChange={(agencyId) => set({ agencyId })}
          />
        )}
        <PasswordInput
          label={t(user ? 'users.newPassword' : 'users.password')}
          {...ruleOf(t(passwordRule, { n: SHORTEST_PASSWORD }), weak)}
          required={user === undefined}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('self.show') }}
          value={form.password}
          onChange={(event) => set({ password: event.currentTarget.value })}
        />
        {user && (
          <Switch
            label={t('users.disable')}
            checked={form.disabled}
            onChange={(event) => set({ disabled: event.currentTarget.checked })}
          />
        )}
        <FormEnd save={save} onCancel={onClose} />
      </form>
    </Modal>
  );
}

interface Fields {
  name: string;
  signInName: string;
  role: Role;
  agencyId: string | null;
  password: string;
  disabled: boolean;
}

function faultsOf(form: Fields, isNew: boolean) {
  const needsPassword = isNew || form.password !== '';
  return {
    name: form.name.trim() === '',
    signInName: !SignInName.safeParse(form.signInName).success,
    password: needsPassword && form.password.length < SHORTEST_PASSWORD,
  };
}

/** An empty password leaves the old one. */
function changesOf({ name, role, agencyId, disabled, password }: Fields) {
  return { name: name.trim(), role, agencyId, disabled, ...(password ? { password } : {}) };
}
