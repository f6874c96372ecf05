import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client/client';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';

/** Name and password; a refusal stands above the button and keeps what was typed. */
export function SignInForm({ firstRun, onEntered }: { firstRun: boolean; onEntered: () => void }) {
  const { t } = useTranslation('signIn');
  const [signInName, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useCommand({ run: client.auth.signIn, onDone: onEntered, onFault: () => {} });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ signInName: signInName.trim().toLowerCase(), password });
  };
  return (
    <form onSubmit={submit} style={{ width: '100%' }}>
      <Stack gap="md">
        {firstRun && <Alert variant="default">{t('firstRunHint')}</Alert>}
        <TextInput
          label={t('signInName')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          data-autofocus
          value={signInName}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        {signIn.isError && <FaultPanel fault={signIn.error} />}
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
