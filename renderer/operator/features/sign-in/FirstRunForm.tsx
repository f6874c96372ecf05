import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInName } from '../../../../electron/contract/records/user';
import { client } from '../../../client/client';
import { ruleOf } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';

const SHORTEST_PASSWORD = 10;

/** Makes the administrator of a new station. */
export function FirstRunForm({ code, onEntered }: { code: string; onEntered: () => void }) {
  const { t } = useTranslation('signIn');
  const [form, setForm] = useState({ name: '', signInName: '', password: '' });
  const [checked, setChecked] = useState(false);
  const make = useCommand({ run: client.auth.firstRun, onDone: onEntered, onFault: () => {} });
  const faults = {
    name: form.name.trim() === '',
    signInName: !SignInName.safeParse(form.signInName).success,
    password: form.password.length < SHORTEST_PASSWORD,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!Object.values(faults).includes(true)) make.mutate({ code, ...form });
  };
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((old) => ({ ...old, [name]: value }));
    },
  });
  return (
    <form onSubmit={submit} noValidate style={{ width: '100%' }}>
      <Stack gap="md">
        <p style={{ margin: 0, lineHeight: 1.5 }}>{t('firstRun')}</p>
        <TextInput
          label={t('yourName')}
          autoComplete="name"
          required
          error={checked && faults.name && t('needed')}
          {...field('name')}
        />
        <TextInput
          label={t('signInName')}
          {...ruleOf(t('signInNameRule'), checked && faults.signInName)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...field('signInName')}
        />
        <PasswordInput
          label={t('password')}
          {...ruleOf(t('passwordRule', { n: SHORTEST_PASSWORD }), checked && faults.password)}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          {...field('password')}
        />
        {make.isError && <FaultPanel fault={make.error} />}
        <Button type="submit" fullWidth loading={make.isPending}>
          {t('begin')}
        </Button>
      </Stack>
    </form>
  );
}
